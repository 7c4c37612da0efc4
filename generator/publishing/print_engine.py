"""Turns HTML into PDF with WeasyPrint."""

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from generator.publishing.booklet import impose
from generator.publishing.errors import PrintEngineError
from generator.publishing.form import finish_form
from generator.publishing.local_files import LocalFiles
from generator.publishing.page_references import name_targets
from generator.publishing.paper import Paper
from generator.rendering.theme import PRINT_STYLE_SHEETS
from generator.views.handbook import Setting

LOGGERS: Final = ("weasyprint", "fontTools")
MOST_PASSES: Final = 8
"""WeasyPrint lays a document out this often at most; one that needs them all may print wrong numbers."""
SETTINGS: Final = {
    Setting.LARGE_PRINT: "print/large-print.css",
    Setting.BOOKLET: "print/booklet.css",
    Setting.FILLABLE: "print/fillable.css",
}
"""What comes on top for a document that is set otherwise."""
VARIANT: Final = "pdf/ua-1"


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF's bytes and its number of pages."""

    data: bytes
    pages: int


class _Warnings(logging.Handler):
    """Collects what WeasyPrint has to say: a warning about a page is a fault in it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


class _Passes(logging.Handler):
    """Counts how often a document was laid out anew because a page number in it had changed."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.number = 0

    def emit(self, record: logging.LogRecord) -> None:
        if "Repagination" in record.msg:
            self.number += 1


def _options(setting: Setting) -> dict[str, Any]:
    return {"pdf_variant": VARIANT, "pdf_forms": setting is Setting.FILLABLE}


class PrintEngine:
    """WeasyPrint with the theme's fonts and style sheets, parsed once for many documents."""

    def __init__(self, theme: Path, media: Path, paper: Paper) -> None:
        name_targets()
        self._fetcher = LocalFiles(theme, media)
        self._theme = theme
        self._paper = paper
        self._base = theme.resolve().as_uri() + "/"
        self._fonts = FontConfiguration()
        self._warnings = _Warnings()
        for name in LOGGERS:
            logger = logging.getLogger(name)
            logger.handlers = [self._warnings]
            logger.propagate = False
        self._passes = _Passes()
        progress = logging.getLogger("weasyprint.progress")
        progress.setLevel(logging.INFO)
        progress.handlers = [self._passes]
        progress.propagate = False
        self._common = [self._style(filename=str(theme / name)) for name in PRINT_STYLE_SHEETS]

    def pdf(self, html: str, name: str, setting: Setting = Setting.STANDARD) -> PdfFile:
        """Lay out one document.

        Args:
            html: The whole document.
            name: What to call it in an error.
            setting: How it is set. The pages of a booklet are sides of sheets.

        Raises:
            PrintEngineError: WeasyPrint logged a warning, was asked for a file that it may not read, or
                ended its passes before the page numbers had settled.
        """
        self._warnings.messages.clear()
        self._passes.number = 0
        try:
            pdf = self._written(self._parsed(html), setting)
        except FatalURLFetchingError as error:
            raise PrintEngineError(f"{name}: {error}") from error
        if self._warnings.messages:
            raise PrintEngineError(f"{name}: {'; '.join(dict.fromkeys(self._warnings.messages))}")
        if self._passes.number >= MOST_PASSES:
            raise PrintEngineError(f"{name}: page numbers in contents and references do not settle")
        return PdfFile(*impose(pdf.data, self._paper)) if setting is Setting.BOOKLET else pdf

    def laid_out(self, html: str, setting: Setting) -> Document:
        """A document's pages before they are a PDF."""
        return self._pages(self._parsed(html), setting)

    def _parsed(self, html: str) -> HTML:
        return HTML(string=html, base_url=self._base, url_fetcher=self._fetcher)

    def _pages(self, document: HTML, setting: Setting) -> Document:
        styles = self._styles(setting)
        return document.render(stylesheets=styles, font_config=self._fonts, **_options(setting))

    def _written(self, document: HTML, setting: Setting) -> PdfFile:
        pages = self._pages(document, setting)
        finisher = finish_form(document.etree_element) if setting is Setting.FILLABLE else None
        return PdfFile(pages.write_pdf(finisher=finisher, **_options(setting)), len(pages.pages))

    @cache  # noqa: B019  # an engine lives as long as its process
    def _styles(self, setting: Setting) -> list[CSS]:
        """The style sheets of a setting: those of all, the paper's, and its own."""
        paper = self._paper.half if setting is Setting.BOOKLET else self._paper
        own = [self._style(filename=str(self._theme / SETTINGS[setting]))] if setting in SETTINGS else []
        return [*self._common, self._style(string=paper.style), *own]

    def _style(self, **source: str) -> CSS:
        return CSS(font_config=self._fonts, url_fetcher=self._fetcher, **source)
