"""Runs MkDocs for one page at a time, kept warm in a process of its own: what the preview shows.

A whole run takes seconds, most of them for pages that nobody looks at. This takes the same steps as
`mkdocs build` does for a page, with the same settings, and mends the result as `site_engine` does, so that
the page is the same to the byte. The steps are MkDocs' own functions and no public interface of it: its
version is pinned, and a test compares.
"""

import logging
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from generator.publishing.companion import Companion, CompanionGoneError
from generator.publishing.errors import SiteEngineError
from generator.publishing.site_engine import ENVIRONMENT, REPLACED, SiteSource, lightened, replace_in
from generator.rendering.site import Navigation, SitePages

SEARCH: Final = "material/search"
INDEX, *SCRIPTS = REPLACED


@dataclass(frozen=True, slots=True)
class _Site:
    """Tells the engine which pages there are, and how they are called."""

    name: str
    navigation: Navigation
    paths: tuple[str, ...]


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
        self._companion = Companion(_prepare, str(source.folder / "mkdocs.yml"))
        self._site: _Site | None = None
        self._told = False

    def tell(self, pages: SitePages) -> None:
        """Say which pages there are; what they are called stands in the navigation of every page."""
        self._site = _Site(pages.name, pages.navigation, tuple(pages.pages))
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


class _Warnings(logging.Handler):
    """Collects what MkDocs has to say: a warning is an error, as in a build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    def take(self) -> str:
        """What was said since it was last asked."""
        said, self.messages = "\n".join(self.messages), []
        return said


class _Engine:
    """MkDocs between its steps, in the process of its own."""

    def __init__(self, configuration: str) -> None:
        os.environ.update(ENVIRONMENT)
        from mkdocs.config import load_config

        self.warnings = _Warnings()
        logger = logging.getLogger("mkdocs")
        logger.handlers, logger.propagate = [self.warnings], False
        config = load_config(configuration)
        config.plugins.on_startup(command="build", dirty=False)
        self.config = config.plugins.on_config(config)
        self.config.plugins.on_pre_build(config=self.config)
        self.assets_are_there = False

    def answer(self, question: object) -> str | None:
        match question:
            case _Site():
                self.tell(question)
            case _Page(path, markdown):
                return self.page(path, markdown)
            case _Index():
                self.index()
        return None

    def tell(self, site: _Site) -> None:
        """Take the steps that come before any page."""
        from mkdocs.structure.files import File, get_files, set_exclusions
        from mkdocs.structure.nav import get_navigation

        config = self.config
        config.site_name, config.nav = site.name, site.navigation
        files = get_files(config)
        for path in site.paths:
            files.append(File.generated(config, path, content=""))
        files.add_files_from_theme(self.jinja, config)
        self.files = config.plugins.on_files(files, config=config)
        set_exclusions(self.files, config)
        self.navigation = config.plugins.on_nav(
            get_navigation(self.files, config), config=config, files=self.files
        )
        if not self.assets_are_there:
            self.copy_assets()

    @cached_property
    def jinja(self) -> Any:
        """Material's templates, compiled once."""
        return self.config.theme.get_env()

    def page(self, path: str, markdown: str) -> str:
        """Make one page."""
        from mkdocs.commands import build

        file = self.files.get_file_from_path(path)
        if file is None or file.page is None:
            raise SiteEngineError(f"{path}: not among the site's pages")
        file.content_string = markdown
        self._forget(file.url)
        build._populate_page(file.page, self.config, self.files)
        build._build_page(
            file.page, self.config, self.files.documentation_pages(), self.navigation, self.jinja
        )
        if said := self.warnings.take():
            raise SiteEngineError(said)
        return lightened(Path(file.abs_dest_path).read_text(encoding="utf-8"))

    def _forget(self, url: str) -> None:
        """Take a page out of the search's index, into which making it puts it again."""
        index: Any = vars(self.config.plugins[SEARCH])["search_index"]
        index.entries = [entry for entry in index.entries if entry["location"].partition("#")[0] != url]

    def index(self) -> None:
        """Write the search's index."""
        self.config.plugins.on_post_build(config=self.config)
        replace_in(Path(self.config.site_dir), *INDEX)

    def copy_assets(self) -> None:
        """Put everything that is no page where a build puts it."""
        self.files.copy_static_files()
        for replacement in SCRIPTS:
            replace_in(Path(self.config.site_dir), *replacement)
        self.assets_are_there = True


def _prepare(configuration: str) -> Any:
    return _Engine(configuration).answer
