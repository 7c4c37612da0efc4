"""Turns the course into print documents: one HTML string a handbook and a sheet."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment

from generator import __version__
from generator.model.course import Course
from generator.model.glossary import Term
from generator.model.reference import Reference
from generator.prose.citation import sort_key
from generator.prose.markdown import replace_links, replace_media
from generator.rendering.black_figure import data_address, in_black
from generator.rendering.environment import environment
from generator.rendering.logo import logo_address
from generator.rendering.theme import Theme
from generator.views.audience import Audience
from generator.views.course import CourseView, ModuleView, course_view
from generator.views.handbook import (
    HANDBOOKS,
    PRINTABLE,
    SHEETS,
    USUAL,
    Handbook,
    Setting,
    SingleSheet,
    handbooks,
    single_sheets,
)
from generator.views.strip import STRIP_WIDTH, strip

ID: Final = re.compile(r'\bid="([^"]+)"')
LINKED_TERM: Final = re.compile(r'href="term:([^"]+)"')
TERM_IN_PROSE: Final = re.compile(r"\]\(term:([^)\s]+)\)")
CITED: Final = re.compile(r'href="reference:([^"]+)"')
NARROW: Final = (Setting.LARGE_PRINT, Setting.BOOKLET)
"""Settings in which a column of a week holds only a short name."""


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """One document before the engine: its path below the language's site, its HTML, and how it is set.

    `module` is the slug of the module that it belongs to, None for those of the whole course.
    """

    path: str
    html: str
    module: str | None
    setting: Setting


def render_documents(
    course: Course, theme: Theme, digest: str, media: Path, asked: Collection[str] = USUAL
) -> Iterator[PrintDocument]:
    """The handbooks and sheets of the course, in its language.

    Args:
        course: The course in one language.
        theme: Templates and labels.
        digest: The curriculum's digest, for the imprint.
        media: The folder with the modules, whose media folders hold the images.
        asked: Which of everything that can be printed.
    """
    renderer = _PrintRenderer(course, theme, digest, media)
    return (make() for make in renderer.documents(asked).values())


def render_document(course: Course, theme: Theme, digest: str, media: Path, path: str) -> PrintDocument:
    """The handbook or sheet that stands at a path below the language's site.

    Raises:
        KeyError: There is none.
    """
    return _PrintRenderer(course, theme, digest, media).documents(PRINTABLE)[path]()


def render_session(
    course: Course, theme: Theme, digest: str, media: Path, handbook: Handbook, session: str
) -> PrintDocument:
    """A session's pages of a module's handbook, as a document of their own.

    Args:
        course: The course in one language.
        theme: Templates and labels.
        digest: The curriculum's digest.
        media: The folder with the modules.
        handbook: The facilitator's or the participant's, of one module.
        session: The session's slug.

    Raises:
        KeyError: There is no such session.
    """
    return _PrintRenderer(course, theme, digest, media).session(handbook, session)


_WHOLE_LINK: Final = re.compile(
    r'(<a\b[^>]*>)(<(em|strong|span class="untranslated")[^>]*>)([^<]*)(</(?:em|strong|span)>)(</a>)'
)


def _plain_links(html: str) -> str:
    """Puts a link inside the element that it holds: WeasyPrint would tag the inner one as a second link,
    which PDF/UA-1 forbids.
    """
    return _LINK.sub(_marked_as_a_whole, _WHOLE_LINK.sub(r"\2\1\4\6\5", html))


_LINK: Final = re.compile(r"<a\b(?P<attributes>[^>]*)>(?P<content>(?:(?!</a>).)*)</a>", re.DOTALL)
_MARK: Final = re.compile(r'<span class="untranslated"(?P<attributes>[^>]*)>(?P<text>[^<]*)</span>')
_CLASS: Final = re.compile(r' class="([^"]*)"')


def _marked_as_a_whole(link: re.Match[str]) -> str:
    """A link of which a part is marked as untranslated is marked itself, for the same reason."""
    mark = _MARK.search(link["content"])
    if not mark:
        return link[0]
    own = _CLASS.search(link["attributes"])
    classes = f"{own[1]} untranslated" if own else "untranslated"
    attributes = _CLASS.sub("", link["attributes"]) + f' class="{classes}"{mark["attributes"]}'
    return f"<a{attributes}>{_MARK.sub(lambda match: match['text'], link['content'])}</a>"


_SPACE_BEFORE_ELEMENT: Final = re.compile(r" (<(?:a|span|em|strong)\b)")
ZERO_WIDTH_SPACE: Final = "\u200b"


def _unbroken_lines(html: str) -> str:
    """Marks the break before an inline element: WeasyPrint 70 breaks a line once more, in its middle, where
    the text fits, the space after it does not, and an element follows.
    """
    return _SPACE_BEFORE_ELEMENT.sub(rf" {ZERO_WIDTH_SPACE}\1", html)


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


def anchor(scheme: str, slug: str) -> str:
    """The id that a cross-reference's target has in a print document."""
    return f"{scheme}-{slug.replace('/', '--')}"


class _PrintRenderer:
    def __init__(self, course: Course, theme: Theme, digest: str, media: Path) -> None:
        self.course = course
        self.digest = digest
        self.media = media
        self.labels = theme.labels(course.language)
        self.jinja = {setting: self._environment(theme, setting) for setting in Setting}
        self.views = {audience: course_view(course, audience) for audience in Audience}

    def _environment(self, theme: Theme, setting: Setting) -> Environment:
        """The templates and what they know of the setting: where columns are narrow, days are short."""
        days = "days_short" if setting in NARROW else "days"
        jinja = environment(theme, self.course, self.labels)
        jinja.globals |= {
            "anchor": anchor,
            "terms_in": self._terms_in,
            "cited_in": self._cited_in,
            "cover_figure": _cover_figures(theme.root / "figures"),
            "strip_of": strip,
            "strip_width": STRIP_WIDTH,
            "logo": self._logo(),
            "fillable": setting is Setting.FILLABLE,
            "days": self.labels[days],
        }
        return jinja

    def _logo(self) -> str | None:
        """The organisation's logo; it stands beside the modules, in the course's own media."""
        logo = self.course.organisation.logo
        return logo_address(self.media.parent / logo) if logo else None

    def documents(self, asked: Collection[str]) -> Mapping[str, Callable[[], PrintDocument]]:
        """What makes each document that was asked for, by its path."""
        everything = course_view(self.course)
        homes: tuple[CourseView | ModuleView, ...] = (everything, *everything.modules)
        books = [book for module in (None, *self.course.modules) for book in handbooks(module, asked)]
        sheets = [sheet for home in homes for sheet in single_sheets(self.course, home) if SHEETS in asked]
        return {book.path: partial(self._handbook, book) for book in books} | {
            sheet.path: partial(self._sheet, sheet) for sheet in sheets
        }

    def session(self, handbook: Handbook, slug: str) -> PrintDocument:
        """One session's pages of a module's handbook."""
        edition, module = handbook.edition, handbook.module
        views = self.views[edition.audience].modules
        found = {(view.module.slug, session.session.slug): (view, session)
                 for view in views for session in view.sessions}  # fmt: skip
        home = module.slug if module else ""
        view, session = found[home, slug]
        html = self._render(
            "session",
            edition.setting,
            module=view,
            session=session,
            title=view.module.title,
            edition=edition.name,
        )
        return PrintDocument(f"{HANDBOOKS}/{edition.name}-{home}-{slug}.pdf", html, home, edition.setting)

    def _handbook(self, handbook: Handbook) -> PrintDocument:
        edition, module = handbook.edition, handbook.module
        view = self.views[edition.audience]
        html = self._render(
            edition.template,
            edition.setting,
            view=view.only(module.slug) if module else view,
            title=(module or self.course).title,
            edition=edition.name,
        )
        return PrintDocument(handbook.path, html, module.slug if module else None, edition.setting)

    def _sheet(self, sheet: SingleSheet) -> PrintDocument:
        """A sheet alone."""
        of = sheet.module.title if sheet.module else self.labels["course_tools"]
        html = self._render(
            "sheet",
            Setting.STANDARD,
            kind=sheet.kind,
            part=sheet.part,
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

    def _render(self, template: str, setting: Setting, **context: Any) -> str:
        html = (
            self.jinja[setting]
            .get_template(f"print/{template}.html.j2")
            .render(version=__version__, digest=self.digest, **context)
        )
        present = set(ID.findall(html))

        def address(scheme: str, slug: str) -> str | None:
            target = anchor(scheme, slug)
            return f"#{target}" if target in present else None

        finished = _unbroken_lines(_plain_links(replace_links(html, address)))
        return replace_media(finished, self._media_address)

    def _media_address(self, name: str) -> str:
        module, _, file = name.partition("/")
        return (self.media / module / "media" / file).resolve().as_uri()
