"""The Jinja environment in which all templates run: the same components for site and print."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from html import escape, unescape
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.model.course import Course
from generator.model.scale import ResponseScale
from generator.prose.citation import entry
from generator.prose.markdown import ProseRenderer, inline
from generator.prose.names import CourseNames
from generator.rendering.adaptation import adaptation
from generator.rendering.figures.alternative import alternative_text
from generator.rendering.figures.drawing import drawing
from generator.rendering.kept import CompiledTemplates, Kept
from generator.rendering.theme import Theme
from generator.views.assessment import key_is_true, key_letters, letter, right_hand_sides
from generator.views.evaluation_sheets import printed_sheets, when_due
from generator.views.face import mouth
from generator.views.knowledge_form import forms_of

TAG = re.compile(r"<[^>]*>")
MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()>#+\-.!])")


_COMPILED: Final = CompiledTemplates()
"""Used by all that is rendered in this process without anything kept."""


class CourseTexts:
    """Puts a course's texts into HTML and marks those that stand there untranslated."""

    def __init__(self, course: Course, labels: Mapping[str, Any], kept: Kept | None = None) -> None:
        self._course = course
        self._labels = labels
        self._names = CourseNames(course, labels["references_words"])
        self._prose = ProseRenderer(self._names, kept.prose(course.language) if kept else None)

    def prose(self, text: str) -> Markup:
        """Markdown as blocks."""
        return Markup(self._marked(text, self._prose.html(text), "div"))

    def line(self, text: str) -> Markup:
        """Markdown inside a line, such as a list's entry."""
        blocks = self._prose.html(text)
        html = inline(blocks)
        return Markup(self._marked(text, html, "div" if html == blocks else "span"))

    def words(self, text: str) -> str:
        """The words of Markdown without its marks, such as for the name of a form's field."""
        return " ".join(unescape(TAG.sub("", self._prose.html(text))).split())

    def plain(self, text: str) -> Markup:
        """A plain text."""
        return Markup(self._marked(text, escape(text), "span"))

    def heading(self, text: str) -> Markup:
        """A plain text inside a Markdown heading."""
        escaped = MARKDOWN_SIGNS.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")
        return Markup(self._marked(text, escaped, "span"))

    def title(self, scheme: str, slug: str) -> Markup:
        """The title of what a cross-reference points to."""
        return self.plain(self._names.title(scheme, slug) or slug)

    def _marked(self, text: str, html: str, element: str) -> str:
        if text not in self._course.untranslated:
            return html
        source = self._course.languages[0]
        mark = escape(self._labels["untranslated"])
        return f'<{element} class="untranslated" lang="{source}" title="{mark}">{html}</{element}>'


def environment(
    theme: Theme, course: Course, labels: Mapping[str, Any], kept: Kept | None = None
) -> Environment:
    """An environment for one course in one language; what is undefined is an error.

    Args:
        theme: Where the templates are.
        course: The course.
        labels: The words of the course's language.
        kept: What was made before and is used again.
    """
    jinja = Environment(
        loader=FileSystemLoader(theme.root),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=kept.templates if kept else _COMPILED,
        optimized=False,  # or what a filter of one course makes of a constant would be compiled in for all
    )
    texts = CourseTexts(course, labels, kept)
    scales = {scale.slug: scale for scale in course.scales}
    words = labels["references_words"]
    jinja.filters |= {
        "prose": texts.prose,
        "line": texts.line,
        "words": texts.words,
        "plain": texts.plain,
        "heading": texts.heading,
        "letter": letter,
        "measure": lambda value: f"{value:.1f}".removesuffix(".0"),
        "number": lambda value: f"{value:g}".replace(".", labels["decimal_sign"]),
        "clock": lambda time: time.replace(":", labels["clock_sign"]),
        "date": _date_writer(labels),
        "size": size_writer(labels),
        "reference_entry": lambda reference: Markup(entry(reference, words, course.language)),
    }
    jinja.globals |= {
        "t": labels,
        "course": course,
        "adaptation": adaptation(course, labels),
        "title_of": texts.title,
        "drawing_of": partial(drawing, labels=labels),
        "alternative_of": partial(alternative_text, labels=labels),
        "scale_of": _scale_finder(scales),
        "right_hand_sides": right_hand_sides,
        "key_letters": key_letters,
        "key_is_true": key_is_true,
        "fillable": False,
        "days": labels["days"],
        "forms_of": forms_of,
        "printed_sheets": printed_sheets,
        "when_due": when_due,
        "mouth": mouth,
    }
    return jinja


def _scale_finder(scales: Mapping[str, ResponseScale]) -> Any:
    return lambda slug: scales[slug]


def _date_writer(labels: Mapping[str, Any]) -> Callable[..., str]:
    """Writes a date, or the one that comes so many days after it, as the language does."""

    def write(day: date, after: int = 0) -> str:
        then = day + timedelta(days=after)
        return str(
            labels["date_form"].format(
                weekday=labels["days"][then.weekday()],
                day=then.day,
                month=labels["months"][then.month - 1],
                year=then.year,
            )
        )

    return write


def size_writer(labels: Mapping[str, Any]) -> Callable[[int], str]:
    """Writes a number of bytes as kB or, from a million on, as MB with one decimal."""

    def write(size: int) -> str:
        if size < 1_000_000:
            return f"{max(1, round(size / 1000))} kB"
        return f"{size / 1_000_000:.1f} MB".replace(".", labels["decimal_sign"])

    return write
