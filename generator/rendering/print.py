"""Turns the course into print documents: HTML for each part of a handbook and for each sheet."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment
from markupsafe import Markup

from generator import __version__
from generator.model.course import Course
from generator.model.glossary import Term
from generator.model.reference import Reference
from generator.prose.citation import sort_key
from generator.rendering.black_figure import data_address, in_black
from generator.rendering.book import PrintBook
from generator.rendering.edition import EditionRenderer, mark_of
from generator.rendering.environment import environment
from generator.rendering.kept import Kept
from generator.rendering.logo import logo_address
from generator.rendering.print_links import anchor, ids_of, linked
from generator.rendering.theme import Theme
from generator.views.course import CourseView, ModuleView, course_view
from generator.views.handbook import (
    HANDBOOKS,
    PRINTABLE,
    SHEETS,
    USUAL,
    Handbook,
    PrintedEdition,
    Setting,
    SingleSheet,
    handbooks,
    single_sheets,
)
from generator.views.strip import STRIP_WIDTH, strip

LINKED_TERM: Final = re.compile(r'href="term:([^"]+)"')
TERM_IN_PROSE: Final = re.compile(r"\]\(term:([^)\s]+)\)")
CITED: Final = re.compile(r'href="reference:([^"]+)"')
NARROW: Final = (Setting.LARGE_PRINT, Setting.BOOKLET)
"""Settings in which a column of a week holds only a short name."""
ALONE: Final = "alone"
"""What a template is told of a document that is no part of a book."""
DIGEST_PLACE: Final = "0123456789abcdef"
"""What stands in an imprint until the first signs of the curriculum's digest are written over it.

Each sign that a digest may have occurs once, so the font in the file has them all.
"""


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """What is no part of a book, before the engine: a sheet, or the pages of one session.

    `path` stands below the language's site; `module` is the slug of the module that it belongs to, None for
    those of the whole course.
    """

    path: str
    html: str
    module: str | None
    setting: Setting


Printable = PrintDocument | PrintBook


def render_documents(
    course: Course,
    theme: Theme,
    media: Path,
    asked: Collection[str] = USUAL,
    kept: Kept | None = None,
) -> Iterator[Printable]:
    """The handbooks and sheets of the course, in its language.

    Args:
        course: The course in one language.
        theme: Templates and labels.
        media: The folder with the modules, beside which an organisation's logo stands.
        asked: Which of everything that can be printed.
        kept: What was made before and is used again.
    """
    renderer = _PrintRenderer(course, theme, media, kept)
    return (make() for make in renderer.documents(asked).values())


def render_document(course: Course, theme: Theme, media: Path, path: str) -> Printable:
    """The handbook or sheet that stands at a path below the language's site.

    Raises:
        KeyError: There is none.
    """
    return _PrintRenderer(course, theme, media).documents(PRINTABLE)[path]()


def render_session(
    course: Course, theme: Theme, media: Path, handbook: Handbook, session: str
) -> PrintDocument:
    """A session's pages of a module's handbook, as a document of their own.

    Args:
        course: The course in one language.
        theme: Templates and labels.
        media: The folder with the modules.
        handbook: The facilitator's or the participant's, of one module.
        session: The session's slug.

    Raises:
        KeyError: There is no such session.
    """
    return _PrintRenderer(course, theme, media).session(handbook, session)


COURSE_FIGURE: Final = "home"
ANY_MODULES_FIGURE: Final = "module"


def _cover_figures(folder: Path) -> Callable[[str | None], str]:
    """Finds the picture on a cover as an address: the module's own, what any module has, or the course's."""

    @cache
    def address(module: str | None) -> str:
        own = folder / f"{module or COURSE_FIGURE}.svg"
        path = own if own.is_file() else folder / f"{ANY_MODULES_FIGURE}.svg"
        return data_address(in_black(path.read_text(encoding="utf-8")))

    return address


class _PrintRenderer:
    def __init__(self, course: Course, theme: Theme, media: Path, kept: Kept | None = None) -> None:
        self.course = course
        self.kept = kept
        self.media = media
        self.theme = theme
        self.labels = theme.labels(course.language)
        self.environment = cache(self._environment)
        self.view = cache(partial(course_view, course))
        self.edition = cache(self._edition)

    def _environment(self, setting: Setting) -> Environment:
        """The templates and what they know of the setting: where columns are narrow, days are short."""
        days = "days_short" if setting in NARROW else "days"
        jinja = environment(self.theme, self.course, self.labels, self.kept)
        jinja.globals |= {
            "anchor": anchor,
            "terms_in": self._terms_in,
            "cited_in": self._cited_in,
            "cover_figure": _cover_figures(self.theme.root / "figures"),
            "strip_of": strip,
            "strip_width": STRIP_WIDTH,
            "logo": self._logo(),
            "fillable": setting is Setting.FILLABLE,
            "days": self.labels[days],
            "version": __version__,
            "digest": Markup(f'<span class="digest">{DIGEST_PLACE}</span>'),  # a constant
        }
        return jinja

    def _logo(self) -> str | None:
        """The organisation's logo; it stands beside the modules, in the course's own media."""
        logo = self.course.organisation.logo
        return logo_address(self.media.parent / logo) if logo else None

    def _edition(self, edition: PrintedEdition) -> EditionRenderer:
        write = partial(self._written, edition.template, edition.setting)
        return EditionRenderer(edition, self.view(edition.audience), self.labels, write)

    def documents(self, asked: Collection[str]) -> Mapping[str, Callable[[], Printable]]:
        """What makes each document that was asked for, by its path."""
        everything = course_view(self.course)
        homes: tuple[CourseView | ModuleView, ...] = (everything, *everything.modules)
        books = [book for module in (None, *self.course.modules) for book in handbooks(module, asked)]
        sheets = [sheet for home in homes for sheet in single_sheets(self.course, home) if SHEETS in asked]
        return {book.path: partial(self._handbook, book) for book in books} | {
            sheet.path: partial(self._sheet, sheet) for sheet in sheets
        }

    def _handbook(self, handbook: Handbook) -> PrintBook:
        return self.edition(handbook.edition).book(handbook)

    def session(self, handbook: Handbook, slug: str) -> PrintDocument:
        """One session's pages of a module's handbook."""
        edition, module = handbook.edition, handbook.module
        views = self.view(edition.audience).modules
        found = {(view.module.slug, session.session.slug): (view, session)
                 for view in views for session in view.sessions}  # fmt: skip
        home = module.slug if module else ""
        view, session = found[home, slug]
        html = self._alone(
            "session",
            edition.setting,
            mark=mark_of(view),
            module=view,
            session=session,
            title=view.module.title,
            edition=edition.name,
        )
        return PrintDocument(f"{HANDBOOKS}/{edition.name}-{home}-{slug}.pdf", html, home, edition.setting)

    def _sheet(self, sheet: SingleSheet) -> PrintDocument:
        """A sheet alone."""
        of = sheet.module.title if sheet.module else self.labels["course_tools"]
        html = self._alone(
            "sheet",
            Setting.STANDARD,
            mark="",
            kind=sheet.kind,
            sheet=sheet.part,
            view=sheet.view,
            printed=sheet.printed,
            home=of,
            title=sheet.part.title,
        )
        module = sheet.module.slug if sheet.module else None
        return PrintDocument(sheet.path, html, module, Setting.STANDARD)

    def _terms_in(self, html: str) -> tuple[Term, ...]:
        """The glossary's terms that a text links to, and those that their definitions link to in turn."""
        definitions = {term.slug: term.definition for term in self.course.glossary}
        found: set[str] = set()
        waiting: list[str] = LINKED_TERM.findall(html)
        while waiting:
            slug = waiting.pop()
            if slug in definitions and slug not in found:
                found.add(slug)
                waiting += TERM_IN_PROSE.findall(definitions[slug])
        return tuple(term for term in self.course.glossary if term.slug in found)

    def _cited_in(self, html: str) -> list[Reference]:
        """The works that a text cites, in the order of the list of references."""
        keys = set(CITED.findall(html))
        return sorted((work for work in self.course.references if work.id in keys), key=sort_key)

    def _written(self, template: str, setting: Setting, **context: Any) -> str:
        """HTML whose cross-references still name their targets."""
        return self.environment(setting).get_template(f"print/{template}.html.j2").render(**context)

    def _alone(self, template: str, setting: Setting, **context: Any) -> str:
        """A document that is no part of a book: what it does not hold itself, it does not link to."""
        html = self._written(template, setting, part=ALONE, **context)
        return linked(html, ids_of(html))
