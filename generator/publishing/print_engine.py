"""Turns HTML into PDF with WeasyPrint."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, TypeVar

import pydyf
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from generator.publishing.errors import PrintEngineError
from generator.publishing.form import finish_form
from generator.publishing.imprint import stand_ins
from generator.publishing.local_files import LocalFiles
from generator.publishing.lost_heads import lost_heads
from generator.publishing.page_references import name_targets
from generator.publishing.paper import Paper
from generator.publishing.sentence import Sentence
from generator.publishing.table_headers import name_headers
from generator.rendering.book import PART_END
from generator.rendering.theme import PRINT_SETTINGS, PRINT_STYLE_SHEETS
from generator.views.handbook import Setting

LOGGERS: Final = ("weasyprint", "fontTools")
MOST_PASSES: Final = 8
"""WeasyPrint lays a document out this often at most; one that needs them all may print wrong numbers."""
VARIANT: Final = "pdf/ua-1"
HEAD_TOLD: Final = 60
"""How many characters of a table's head a message tells, so that it can be found."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF's bytes and its number of pages."""

    data: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class PartFile:
    """A part of a book as a PDF: its pages, and for each id on which of them it stands, counted from 1.

    `stand_in` are the font's codes of what stands where the curriculum's digest will, if it has an imprint.
    """

    data: bytes
    pages: int
    ids: Mapping[str, int]
    stand_in: str | None


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


def _finisher(document: HTML, setting: Setting) -> Callable[[Any, pydyf.PDF], None]:
    if setting is Setting.FILLABLE:
        return finish_form(document.etree_element)
    return lambda laid_out, pdf: None


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
        self._lost: list[str] = []
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
        """Print one document.

        Args:
            html: The whole document.
            name: What to call it in an error.
            setting: How it is set.

        Raises:
            PrintEngineError: WeasyPrint logged a warning, was asked for a file that it may not read, left
                out the head of a table, or ended its passes before the page numbers had settled.
        """
        return self._watched(name, partial(self._written, html, setting))

    def part(self, html: str, name: str, setting: Setting) -> PartFile:
        """Print one part of a book; what is printed on its pages stands in `html`, other parts' included.

        Raises:
            PrintEngineError: As for a document.
        """
        return self._watched(name, partial(self._written_part, html, name, setting))

    def _watched(self, name: str, write: Callable[[], T]) -> T:
        """What is written, if nothing is wrong with it."""
        self._warnings.messages.clear()
        self._lost = []
        self._passes.number = 0
        try:
            written = write()
        except FatalURLFetchingError as error:
            raise PrintEngineError(f"{name}: {error}") from error
        if self._warnings.messages:
            raise PrintEngineError(f"{name}: {'; '.join(dict.fromkeys(self._warnings.messages))}")
        if self._lost:
            raise PrintEngineError(Sentence("lost-head", document=name, head=self._lost[0][:HEAD_TOLD]))
        if self._passes.number >= MOST_PASSES:
            raise PrintEngineError(f"{name}: page numbers in contents and references do not settle")
        return written

    def laid_out(self, html: str, setting: Setting) -> Document:
        """A document's pages before they are a PDF."""
        return self._pages(self._parsed(html), setting)

    def _parsed(self, html: str) -> HTML:
        return HTML(string=html, base_url=self._base, url_fetcher=self._fetcher)

    def _pages(self, document: HTML, setting: Setting) -> Document:
        styles = self._styles(setting)
        pages = document.render(stylesheets=styles, font_config=self._fonts, **_options(setting))
        self._lost = lost_heads(pages)
        return pages

    def _written(self, html: str, setting: Setting) -> PdfFile:
        document = self._parsed(html)
        pages = self._pages(document, setting)
        data = pages.write_pdf(finisher=_finisher(document, setting), **_options(setting))
        return PdfFile(data, len(pages.pages))

    def _written_part(self, html: str, name: str, setting: Setting) -> PartFile:
        document = self._parsed(html)
        pages = self._pages(document, setting)
        if PART_END in html:
            pages = pages.copy(pages.pages[:-1])
        found: list[str] = []

        def finish(laid_out: Document, pdf: pydyf.PDF) -> None:
            _finisher(document, setting)(laid_out, pdf)
            name_headers(pdf, name)
            found.extend(stand_ins(laid_out, pdf))

        data = pages.write_pdf(finisher=finish, **_options(setting))
        ids: dict[str, int] = {}
        for number, page in enumerate(pages.pages, 1):
            for name_of_anchor in page.anchors:
                ids.setdefault(name_of_anchor, number)
        return PartFile(data, len(pages.pages), ids, found[0] if found else None)

    @cache  # noqa: B019  # an engine lives as long as its process
    def _styles(self, setting: Setting) -> list[CSS]:
        """The style sheets of a setting: those of all, the paper's, and its own."""
        paper = self._paper.half if setting is Setting.BOOKLET else self._paper
        own = (
            [self._style(filename=str(self._theme / PRINT_SETTINGS[setting]))]
            if setting in PRINT_SETTINGS
            else []
        )
        return [*self._common, self._style(string=paper.style), *own]

    def _style(self, **source: str) -> CSS:
        return CSS(font_config=self._fonts, url_fetcher=self._fetcher, **source)
