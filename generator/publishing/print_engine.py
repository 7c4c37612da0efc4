"""Turns HTML into PDF with WeasyPrint."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from generator.publishing.errors import PrintEngineError
from generator.publishing.page_references import name_targets

LOGGERS: Final = ("weasyprint", "fontTools")
MOST_PASSES: Final = 8
"""WeasyPrint lays a document out this often at most; one that needs them all may print wrong numbers."""
STYLE_SHEETS: Final = (
    "fonts.css",
    "tokens.css",
    *(f"print/{name}.css" for name in ("page", "text", "session", "worksheet", "chapter")),
)


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF's bytes and its number of pages."""

    data: bytes
    pages: int


class _LocalFiles(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
    """Serves files below given folders, and nothing else: no host, no other file."""

    def __init__(self, *roots: Path) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False, fail_on_errors=True)
        self.roots = [root.resolve() for root in roots]

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        parts = urlsplit(url)
        if parts.scheme == "file":
            path = Path(unquote(parts.path)).resolve()
            if not any(path.is_relative_to(root) for root in self.roots):
                raise FatalURLFetchingError(f"outside curriculum and theme: {url}")
        elif parts.scheme != "data":
            raise FatalURLFetchingError(f"no network while building: {url}")
        return super().fetch(url, headers)


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


class PrintEngine:
    """WeasyPrint with the theme's fonts and style sheets, parsed once for many documents."""

    def __init__(self, theme: Path, media: Path) -> None:
        name_targets()
        self._fetcher = _LocalFiles(theme, media)
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
        self._styles = [
            CSS(
                filename=str(theme / name),
                font_config=self._fonts,
                url_fetcher=self._fetcher,
            )
            for name in STYLE_SHEETS
        ]

    def pdf(self, html: str, name: str) -> PdfFile:
        """Lay out one document.

        Args:
            html: The whole document.
            name: What to call it in an error.

        Raises:
            PrintEngineError: WeasyPrint logged a warning, was asked for a file that it may not read, or
                ended its passes before the page numbers had settled.
        """
        self._warnings.messages.clear()
        self._passes.number = 0
        try:
            document = HTML(string=html, base_url=self._base, url_fetcher=self._fetcher)
            pages = document.render(stylesheets=self._styles, font_config=self._fonts, pdf_variant="pdf/ua-1")
            data = pages.write_pdf(pdf_variant="pdf/ua-1")
        except FatalURLFetchingError as error:
            raise PrintEngineError(f"{name}: {error}") from error
        if self._warnings.messages:
            raise PrintEngineError(f"{name}: {'; '.join(dict.fromkeys(self._warnings.messages))}")
        if self._passes.number >= MOST_PASSES:
            raise PrintEngineError(f"{name}: page numbers in contents and references do not settle")
        return PdfFile(data, len(pages.pages))
