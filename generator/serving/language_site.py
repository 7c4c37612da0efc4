"""One language's site in the preview: a page is made when it is asked for, and kept as it was last sound."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Final

from generator.model.course import Course
from generator.publishing.front import INDEX
from generator.publishing.page_engine import PageEngine
from generator.publishing.site_configuration import prepare_source
from generator.publishing.site_engine import SiteSource
from generator.rendering.site import SitePages, render_site
from generator.rendering.theme import Theme
from generator.serving.page_files import markdown_of, page_of_markdown
from generator.serving.page_parts import version

SEARCH_INDEX: Final = "search/search_index.json"


class PageError(Exception):
    """A page cannot be made, and there is no earlier one; the message says why."""


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page's HTML. `fault` says why it is not made from what was saved last, where it is not."""

    html: str
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    """A page with what it was made from: its Markdown, and the how-manieth navigation."""

    navigation: int
    markdown: str
    html: str


class LanguageSite:
    """The site in one language. Threads may ask for pages at the same time; one is made after the other."""

    def __init__(self, work: Path, language: str, theme: Theme, settings: Path) -> None:
        self.language = language
        self.course: Course | None = None
        self.pages: SitePages | None = None
        self._source = SiteSource(work / language, language)
        self._theme = theme
        self._settings = settings
        self._engine = PageEngine(self._source)
        self._lock = RLock()
        self._navigation = 0
        self._kept: dict[str, _Kept] = {}
        self._prepared = False

    def show(self, course: Course, languages: tuple[str, ...]) -> None:
        """Show this state of the course from now on.

        Raises:
            Exception: The course lacks too much for a site; the one before is shown further on.
        """
        pages = render_site(course, self._theme)
        with self._lock:
            if not self._prepared:
                self._prepare(pages, languages)
            if self.pages is None or _names(pages) != _names(self.pages):
                self._engine.tell(pages)
                self._navigation += 1
            self.course, self.pages = course, pages

    def has(self, page: str) -> bool:
        """Whether the course has this page now."""
        return self.pages is not None and markdown_of(page) in self.pages.pages

    def made(self, page: str) -> MadePage:
        """A page as the course is now; where that cannot be made, as it was before.

        Raises:
            PageError: It cannot be made and was never made before.
        """
        with self._lock:
            kept = self._kept.get(page)
            try:
                self._kept[page] = kept = self._make(page, kept)
            except Exception as error:  # half a course may lack anything that a page needs
                said = f"{type(error).__name__}: {error}"
                if kept is None:
                    raise PageError(said) from error
                return MadePage(kept.html, said)
            return MadePage(kept.html)

    def kept_version(self, page: str) -> str | None:
        """The version of a page as it was made last."""
        kept = self._kept.get(page)
        return version(kept.html) if kept else None

    def warm(self) -> None:
        """Start the engine, so that the first page does not wait for it."""
        with suppress(PageError):
            self.made(INDEX)

    def file(self, path: str) -> str | None:
        """The text of a file that the course brings and that is no page."""
        return self.pages.files.get(path) if self.pages else None

    def built(self, path: str) -> Path:
        """Where a file lies that is neither a page nor from the course."""
        return self._source.site / path

    def make_search_index(self) -> None:
        """Bring the search's index up to date, for which every page must be made.

        Raises:
            PublishingError: The site engine failed.
        """
        for path in self.pages.pages if self.pages else ():
            try:
                self.made(page_of_markdown(path))
            except PageError:
                continue  # it is told where one opens the page
        with self._lock:
            self._engine.write_index()

    def stop(self) -> None:
        """End the engine's process."""
        self._engine.stop()

    def _make(self, page: str, kept: _Kept | None) -> _Kept:
        assert self.pages is not None
        path = markdown_of(page)
        markdown = self.pages.pages[path]
        if kept and (kept.navigation, kept.markdown) == (self._navigation, markdown):
            return kept
        return _Kept(self._navigation, markdown, self._engine.page(path, markdown))

    def _prepare(self, pages: SitePages, languages: tuple[str, ...]) -> None:
        prepare_source(self._source, pages, self._settings, self._theme, languages)
        self._prepared = True


def _names(pages: SitePages) -> tuple[object, ...]:
    """What every page shows of all the others."""
    return pages.name, pages.navigation, tuple(pages.pages)
