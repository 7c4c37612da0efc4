"""Turns the course into print documents: one HTML string a handbook and a sheet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator import __version__
from generator.model.course import Course
from generator.model.module import Module
from generator.prose.citation import sort_key
from generator.prose.markdown import replace_links, replace_media
from generator.rendering.environment import environment
from generator.rendering.theme import Theme
from generator.views.audience import Audience
from generator.views.course import CourseView, course_view

HANDBOOKS: Final = "handbooks"
ID: Final = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """One document before the engine: its path below the language's site, and its HTML.

    `module` is the slug of the module that it belongs to, None for those of the whole course.
    """

    path: str
    html: str
    module: str | None


def render_documents(course: Course, theme: Theme, digest: str, media: Path) -> Iterator[PrintDocument]:
    """Every handbook and sheet of the course, in its language.

    Args:
        course: The course in one language.
        theme: Templates and labels.
        digest: The curriculum's digest, for the imprint.
        media: The folder with the modules, whose media folders hold the images.
    """
    return _PrintRenderer(course, theme, digest, media).documents()


_WHOLE_LINK: Final = re.compile(
    r'(<a\b[^>]*>)(<(em|strong|span class="untranslated")[^>]*>)([^<]*)(</(?:em|strong|span)>)(</a>)'
)


def _plain_links(html: str) -> str:
    """Puts a link inside the element that it holds: WeasyPrint would tag the inner one as a second link,
    which PDF/UA-1 forbids.
    """
    return _WHOLE_LINK.sub(r"\2\1\4\6\5", html)


_SPACE_BEFORE_ELEMENT: Final = re.compile(r" (<(?:a|span|em|strong)\b)")
ZERO_WIDTH_SPACE: Final = "\u200b"


def _unbroken_lines(html: str) -> str:
    """Marks the break before an inline element: WeasyPrint 70 breaks a line once more, in its middle, where
    the text fits, the space after it does not, and an element follows.
    """
    return _SPACE_BEFORE_ELEMENT.sub(rf" {ZERO_WIDTH_SPACE}\1", html)


def anchor(scheme: str, slug: str) -> str:
    """The id that a cross-reference's target has in a print document."""
    return f"{scheme}-{slug.replace('/', '--')}"


class _PrintRenderer:
    def __init__(self, course: Course, theme: Theme, digest: str, media: Path) -> None:
        self.course = course
        self.digest = digest
        self.media = media
        self.jinja = environment(theme, course, theme.labels(course.language))
        self.jinja.globals["anchor"] = anchor
        self.views = {audience: course_view(course, audience) for audience in Audience}

    def documents(self) -> Iterator[PrintDocument]:
        for audience, view in self.views.items():
            yield self._handbook(audience, view, "course", self.course.title)
            for module in self.course.modules:
                yield self._handbook(audience, view.only(module.slug), module.slug, module.title, module)
        for module in self.course.modules:
            yield from self._sheets(module)

    def _handbook(
        self, audience: Audience, view: CourseView, name: str, title: str, module: Module | None = None
    ) -> PrintDocument:
        html = self._render(
            audience.value,
            view=view,
            title=title,
            edition=audience.value,
            terms=self.course.glossary,
            cited=sorted(self.course.references, key=sort_key),
        )
        path = f"{HANDBOOKS}/{audience.value}-{name}.pdf"
        return PrintDocument(path, html, module.slug if module else None)

    def _sheets(self, module: Module) -> Iterator[PrintDocument]:
        facilitators = self.views[Audience.FACILITATOR].only(module.slug)
        for view in facilitators.modules[0].sheets:
            yield self._sheet("worksheet", module, view.sheet.slug, view.sheet.title, view=view)
        for kind, part in module.evaluation.sheets if module.evaluation else ():
            yield self._sheet(kind, module, part.slug, part.title, part=part)

    def _sheet(self, kind: str, module: Module, slug: str, title: str, **context: Any) -> PrintDocument:
        html = self._render("sheet", kind=kind, module=module, slug=slug, title=title, **context)
        return PrintDocument(f"{HANDBOOKS}/sheets/{slug}.pdf", html, module.slug)

    def _render(self, template: str, **context: Any) -> str:
        html = self.jinja.get_template(f"print/{template}.html.j2").render(
            version=__version__, digest=self.digest, **context
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
