"""Makes one language's site in its place, of pages that are kept or made anew.

A page is kept by a digest of everything that it depends on; what all pages depend on is the site's *ground*.
Where everything is kept, MkDocs is not even started.
"""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.findings.rule import codes, rule
from generator.model.course import Course
from generator.publishing.cache import Cache, key_of
from generator.publishing.errors import SiteEngineError
from generator.publishing.mkdocs_steps import MkDocs, SiteNames, classes_of, load
from generator.publishing.rendering_store import RenderingStore
from generator.publishing.search_index import index_files
from generator.publishing.site_assets import course_pictures, theme_assets
from generator.publishing.site_configuration import Configuration, navigation
from generator.publishing.site_engine import NOT_FOUND, SiteSource
from generator.publishing.site_folder import SiteFolder
from generator.publishing.site_page import LinkedAnchor, SiteFrame, SitePage
from generator.publishing.style_sheet import is_framework, without_unused, words_of_scripts
from generator.publishing.tools import tools_digest
from generator.rendering.kept import CompiledTemplates, Kept
from generator.rendering.site import render_site
from generator.rendering.theme import Theme
from generator.translating.status import LanguageStatus
from generator.views.handbook import HANDBOOKS

MATERIAL: Final = "template of Material"


@dataclass(frozen=True, slots=True)
class SiteTask:
    """What one language's site is made from, and where; it can be sent to another process.

    `languages` are all of the course's, its source first; `pictures` is the folder that holds every picture
    where a curriculum has it; `work` is for what is needed meanwhile, `place` is the site's folder, in which
    the handbooks stay.
    """

    course: Course
    languages: tuple[str, ...]
    theme: Theme
    settings: Path
    translations: tuple[LanguageStatus, ...]
    pictures: Path
    work: Path
    place: Path
    cache: Cache


@dataclass(frozen=True, slots=True)
class SiteMade:
    """A site as it was made: how many pages it has, how many of them are new, and how long that took."""

    language: str
    pages: int
    new: int
    seconds: float


def make_site(task: SiteTask) -> SiteMade:
    """Make a site, in whatever process.

    Raises:
        PublishingError, ThemeError: MkDocs warned, or the theme is at fault; the place is then half done.
    """
    start = time.monotonic()
    site = _SiteMaker(task)
    site.make()
    return SiteMade(site.language, len(site.pages.pages), site.new, time.monotonic() - start)


def get_ready() -> None:
    """Do now what a process must do before it makes its first site; for one that waits for work."""
    load()
    for code in codes():
        rule(code)


class _SiteMaker:
    def __init__(self, task: SiteTask) -> None:
        self.task = task
        self.language = task.course.language
        self.store = RenderingStore(task.cache)
        self.kept = Kept(self.store)
        self.pages = render_site(task.course, task.theme, task.translations, self.kept)
        self.assets = theme_assets(task.theme) | course_pictures(task.course, task.pictures)
        self.folder = SiteFolder(task.place)
        self.entries: list[str] = []
        self.anchors: dict[str, frozenset[str]] = {}
        self.linked: dict[str, tuple[LinkedAnchor, ...]] = {}
        self.classes: set[str] = set()
        self.new = 0

    def make(self) -> None:
        for path in self.pages.pages:
            self._put_page(path, self._page(path, self.pages.pages.take(path)))
        self._check_anchors()
        self._put_files()
        self.folder.clear(kept=[HANDBOOKS])
        self.kept.keep()
        shutil.rmtree(self.source.folder, ignore_errors=True)

    @cached_property
    def source(self) -> SiteSource:
        return SiteSource(self.task.work / self.language, self.language)

    @cached_property
    def mkdocs(self) -> MkDocs:
        """MkDocs, told of the site; it sees no other file than its settings."""
        shutil.rmtree(self.source.folder, ignore_errors=True)
        self.source.pages.mkdir(parents=True)
        self._told.write(self.source)
        engine = MkDocs(self.source.folder / "mkdocs.yml", CompiledTemplates(self.store, MATERIAL))
        pages, names = self.pages, self._names()
        if frame := self.task.cache.get(self._frame_key):
            names += tuple(SiteFrame.from_bytes(frame).files)
        engine.tell(SiteNames(pages.name, pages.navigation, tuple(pages.pages), names, not frame))
        engine.complain()
        return engine

    @cached_property
    def _told(self) -> Configuration:
        task = self.task
        return Configuration(self.pages.name, task.settings, task.theme, self.language, task.languages)

    def _names(self) -> tuple[str, ...]:
        return tuple(sorted({*self.assets, *self.pages.files}))

    @cached_property
    def ground(self) -> str:
        """A digest of what every page depends on: it shows the navigation, and may link to any file."""
        overrides = self.task.theme.site / "overrides"
        files = sorted((path.relative_to(overrides).as_posix(), path) for path in overrides.rglob("*.*"))
        return key_of(
            "ground",
            tools_digest(),
            self._told.facts,
            navigation(self.pages),
            self.task.settings.read_bytes(),
            *(part for name, path in files for part in (name, path.read_bytes())),
            *self._names(),
        )

    def _page(self, path: str, markdown: str) -> SitePage:
        key = key_of("page", self.ground, path, markdown)
        if kept := self.task.cache.get(key):
            return SitePage.from_bytes(kept)
        page = self.mkdocs.page(path, markdown)
        self.new += 1
        self.task.cache.put(key, page.to_bytes())
        return page

    def _put_page(self, path: str, page: SitePage) -> None:
        """Put it in its place; of the page itself nothing more is kept in memory."""
        self.folder.put_page(path.removesuffix(".md") + ".html", page.html)
        self.entries += page.entries
        self.anchors[path] = frozenset(page.anchors)
        self.linked[path] = page.linked
        self.classes.update(page.classes)

    def _check_anchors(self) -> None:
        """MkDocs' own check, which needs all pages, also those that it did not make.

        Raises:
            SiteEngineError: A page links to a place that is not there.
        """
        missing = [
            f"{path}: {one.link} leads to no place on {one.page}"
            for path, links in self.linked.items()
            for one in links
            if one.page in self.anchors and one.anchor not in self.anchors[one.page]
        ]
        if missing:
            raise SiteEngineError("\n".join(missing))

    def _put_files(self) -> None:
        frame = self._frame()
        files = dict(frame.files)
        files |= {name: path.read_bytes() for name, path in self.assets.items()}
        files |= {name: text.encode() for name, text in self.pages.files.items()}
        files |= index_files(frame.search, self.entries)
        self.classes.update(classes_of(files[NOT_FOUND].decode()))
        self.classes.update(words_of_scripts(files))
        for name, content in files.items():
            self.folder.put(name, self._lean(content) if is_framework(name) else content)

    def _lean(self, style_sheet: bytes) -> bytes:
        """Material's style sheet without what no page needs."""
        key = key_of("style sheet", tools_digest(), style_sheet, *sorted(self.classes))
        return self._kept(key, lambda: without_unused(style_sheet.decode(), self.classes).encode())

    def _frame(self) -> SiteFrame:
        return SiteFrame.from_bytes(self._kept(self._frame_key, lambda: self.mkdocs.frame().to_bytes()))

    @property
    def _frame_key(self) -> str:
        return key_of("frame", self.ground)

    def _kept(self, key: str, make: Callable[[], bytes]) -> bytes:
        kept = self.task.cache.get(key)
        if kept is None:
            kept = make()
            self.task.cache.put(key, kept)
        return kept
