"""Takes MkDocs' own steps one at a time: one page of a site, and all that surrounds its pages.

`mkdocs build` makes every page of a site, which takes seconds; only inside MkDocs is there a step for one.
The steps are those of `mkdocs.commands.build.build`, and a test compares what comes of them. MkDocs is
imported when the first site is prepared.
"""

import json
import logging
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from jinja2 import BytecodeCache

from generator.publishing.errors import SiteEngineError
from generator.publishing.site_engine import (
    ENVIRONMENT,
    NOT_FOUND,
    SEARCHED_IN,
    finished,
    is_needed,
    mended,
    replaced,
)
from generator.publishing.site_page import LinkedAnchor, SiteFrame, SitePage
from generator.rendering.site import Navigation

SEARCH: Final = "material/search"
SEARCH_SETTINGS: Final = ("lang", "separator", "pipeline", "fields")
"""What of the search's settings stands in its index."""
CLASSES: Final = re.compile(r'\bclass="([^"]*)"')


@dataclass(frozen=True, slots=True)
class SiteNames:
    """Tells which pages a site has, how they are called, and which other files lie beside them.

    `with_theme` says whether Material's files are still to be found, among ten thousand of its icons.
    """

    name: str
    navigation: Navigation
    pages: tuple[str, ...]
    files: tuple[str, ...] = ()
    with_theme: bool = True


class MkDocs:
    """MkDocs between its steps; one at a time in a process, for it logs as one."""

    def __init__(self, configuration: Path, templates: BytecodeCache | None = None) -> None:
        """Read the configuration.

        Args:
            configuration: One language's mkdocs.yml.
            templates: Material's templates as they were compiled before.
        """
        os.environ.update(ENVIRONMENT)
        from mkdocs.config import load_config

        self._warnings = _listen()
        config = load_config(str(configuration))
        config.plugins.on_startup(command="build", dirty=False)
        self._config = config.plugins.on_config(config)
        self._config.plugins.on_pre_build(config=self._config)
        self._templates = templates
        self._index: Any = vars(self._config.plugins[SEARCH])["search_index"]

    def tell(self, site: SiteNames) -> None:
        """Take the steps that come before any page."""
        from mkdocs.structure.files import File, get_files, set_exclusions
        from mkdocs.structure.nav import get_navigation

        config = self._config
        config.site_name, config.nav = site.name, site.navigation
        files = get_files(config)
        for path in (*site.pages, *site.files):
            files.append(File.generated(config, path, content=""))
        if site.with_theme:
            files.add_files_from_theme(self._jinja, config)
        self._files = config.plugins.on_files(files, config=config)
        set_exclusions(self._files, config)
        self._navigation = config.plugins.on_nav(
            get_navigation(self._files, config), config=config, files=self._files
        )
        self._documents = self._files.documentation_pages()

    def complain(self) -> None:
        """Say what MkDocs warned of.

        Raises:
            SiteEngineError: It did; a warning is an error.
        """
        if said := self._warnings.take():
            raise SiteEngineError(said)

    def page(self, path: str, markdown: str) -> SitePage:
        """Make one page.

        Raises:
            SiteEngineError: MkDocs warned, or the site does not have it.
        """
        from mkdocs.commands import build

        file = self._files.get_file_from_path(path)
        if file is None or file.page is None:
            raise SiteEngineError(f"{path}: not among the site's pages")
        file.content_string = markdown
        self._index.entries = []
        build._populate_page(file.page, self._config, self._files)
        build._build_page(file.page, self._config, self._documents, self._navigation, self._jinja)
        self.complain()
        html = finished(_taken(Path(file.abs_dest_path)))
        made = SitePage(
            html,
            tuple(_as_json(entry) for entry in self._index.entries),
            tuple(sorted(file.page.present_anchor_ids or ())),
            tuple(_linked(file.page)),
            tuple(classes_of(html)),
        )
        _forget(file)
        return made

    def frame(self) -> SiteFrame:
        """Make all that surrounds the pages, and copy nothing that lies beside them."""
        from mkdocs.commands import build

        build._build_theme_template(NOT_FOUND, self._jinja, self._files, self._config, self._navigation)
        self.complain()
        not_found = finished(_taken(Path(self._config.site_dir, NOT_FOUND)))
        return SiteFrame(dict(self._theme_files()) | {NOT_FOUND: not_found.encode()}, self.search())

    def search(self) -> str:
        """The settings of the search, as its index holds them."""
        settings = _as_json({name: self._index.config[name] for name in SEARCH_SETTINGS})
        return replaced(settings, *SEARCHED_IN, "search_index.json")

    def copy_files(self) -> None:
        """Copy everything that is no page to where the site is made, as it is needed there."""
        self._files.copy_static_files()
        for name, content in self._theme_files():
            Path(self._config.site_dir, name).write_bytes(content)

    @cached_property
    def _jinja(self) -> Any:
        """Material's templates, compiled once."""
        jinja = self._config.theme.get_env()
        jinja.bytecode_cache = self._templates
        return jinja

    def _theme_files(self) -> Iterator[tuple[str, bytes]]:
        docs = self._config.docs_dir
        for file in self._files:
            if file.src_dir not in (None, docs) and is_needed(file.dest_uri):
                yield file.dest_uri, mended(file.dest_uri, Path(file.abs_src_path or "").read_bytes())


def classes_of(html: str) -> list[str]:
    """The classes of a page's elements, each once."""
    return sorted({name for names in CLASSES.findall(html) for name in names.split()})


def load() -> None:
    """Import MkDocs, which takes a while."""
    import mkdocs.commands.build
    import mkdocs.config  # noqa: F401


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


def _listen() -> _Warnings:
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.handlers, logger.propagate = [warnings], False
    return warnings


def _as_json(facts: object) -> str:
    """JSON as the search's own step writes it."""
    return json.dumps(facts, separators=(",", ":"), default=str)


def _taken(path: Path) -> str:
    """What MkDocs wrote, which is not kept there."""
    text = path.read_text(encoding="utf-8")
    path.unlink()
    return text


def _linked(page: Any) -> Iterator[LinkedAnchor]:
    for file, links in (page.links_to_anchors or {}).items():
        for anchor, link in links.items():
            yield LinkedAnchor(file.src_uri, anchor, link)


def _forget(file: Any) -> None:
    """Let go of a page's texts: a site's pages together are large, and no other page shows them."""
    file.content_string = ""
    page = file.page
    page.markdown = page.content = page.links_to_anchors = page.present_anchor_ids = None
    page.meta, page.toc = {}, []
