"""Makes single pages of a site in a process beside, where MkDocs stays warm, for the preview."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.publishing.companion import Companion, CompanionGoneError
from generator.publishing.mkdocs_steps import MkDocs, SiteNames
from generator.publishing.search_index import index_files
from generator.publishing.site_engine import SiteSource
from generator.publishing.site_folder import SiteFolder
from generator.rendering.site import SitePages


@dataclass(frozen=True, slots=True)
class _Page:
    """Asks for a page's HTML."""

    path: str
    markdown: str


class _Index:
    """Asks for the search's index of all pages as they were last made."""


class PageEngine:
    """One language's site, page by page. `source` holds mkdocs.yml and the assets, and no page."""

    def __init__(self, source: SiteSource) -> None:
        self._companion = Companion(_prepare, source.folder / "mkdocs.yml", source.site)
        self._site: SiteNames | None = None
        self._told = False

    def tell(self, pages: SitePages) -> None:
        """Say which pages there are; what they are called stands in the navigation of every page."""
        self._site = SiteNames(pages.name, pages.navigation, tuple(pages.pages))
        self._told = False

    def page(self, path: str, markdown: str) -> str:
        """The HTML of a page, as a build writes it.

        Raises:
            PublishingError: MkDocs failed or warned; the message holds what it said.
        """
        return str(self._ask(_Page(path, markdown)))

    def write_index(self) -> None:
        """Write the search's index of the pages that were asked for, each as it was last made.

        Raises:
            PublishingError: MkDocs failed.
        """
        self._ask(_Index())

    def stop(self) -> None:
        """End its process."""
        self._companion.stop()

    def _ask(self, question: object) -> Any:
        try:
            return self._ask_once(question)
        except CompanionGoneError:
            return self._ask_once(question)

    def _ask_once(self, question: object) -> Any:
        if not self._told:
            self._companion.ask(self._site)
            self._told = True
        return self._companion.ask(question, first=self._site)


class _Engine:
    """Answers in the process beside."""

    def __init__(self, configuration: Path, site: Path) -> None:
        self.mkdocs = MkDocs(configuration)
        self.site = site
        self.entries: dict[str, tuple[str, ...]] = {}
        self.files_are_there = False

    def answer(self, question: object) -> str | None:
        match question:
            case SiteNames():
                self.tell(question)
            case _Page(path, markdown):
                return self.page(path, markdown)
            case _Index():
                self.index()
        return None

    def tell(self, site: SiteNames) -> None:
        self.mkdocs.tell(site)
        self.entries = {path: entries for path, entries in self.entries.items() if path in site.pages}
        if not self.files_are_there:
            self.mkdocs.copy_files()
            self.files_are_there = True

    def index(self) -> None:
        folder = SiteFolder(self.site)
        entries = (entry for entries in self.entries.values() for entry in entries)
        for name, content in index_files(self.mkdocs.search(), entries).items():
            folder.put(name, content)

    def page(self, path: str, markdown: str) -> str:
        made = self.mkdocs.page(path, markdown)
        self.entries[path] = made.entries
        return made.html


def _prepare(configuration: Path, site: Path) -> Callable[[object], str | None]:
    return _Engine(configuration, site).answer
