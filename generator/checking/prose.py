"""Prose: what it points to exists, and it holds nothing but the course's Markdown."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.checking.documents import documents
from generator.checking.problem import Path, Problem, files_that_define
from generator.model.course import Course
from generator.model.shape import texts
from generator.prose.limits import MAX_BRACKETS, MAX_CHARACTERS, exceeds_limits
from generator.prose.markdown import (
    CITATION,
    CROSS_REFERENCES,
    HEADING,
    LANGUAGE,
    LOOSE_CITATION,
    RAW_HTML,
    RUN_ON,
    WEB_SCHEMES,
    Mention,
    ProseRenderer,
)
from generator.prose.names import CourseNames


def check_prose(course: Course, names: CourseNames, has_media: Callable[[str], bool]) -> Iterator[Problem]:
    """Check every text of a course.

    Args:
        course: The course in one language.
        names: What its prose can point to.
        has_media: Whether the curriculum holds a media file, given as ``module/file``.
    """
    checker = _Checker(names, has_media)
    for file, part in documents(course):
        for found in texts(part):
            if found.markup == "markdown":
                yield from checker.prose(file, found.path, found.value)


class _Checker:
    def __init__(self, names: CourseNames, has_media: Callable[[str], bool]) -> None:
        self.names = names
        self.has_media = has_media
        self.renderer = ProseRenderer(names)

    def prose(self, file: str, path: Path, text: str) -> Iterator[Problem]:
        """The problems of a text, each with the place of its snippet where one stands several times."""
        seen: Counter[tuple[str, str | None]] = Counter()
        for problem in self._problems(file, path, text):
            key = (problem.code, problem.snippet)
            yield replace(problem, occurrence=seen[key])
            seen[key] += 1

    def _problems(self, file: str, path: Path, text: str) -> Iterator[Problem]:
        if exceeds_limits(text):
            yield Problem("P07", file, path, {"characters": MAX_CHARACTERS, "brackets": MAX_BRACKETS})
            return
        for html in _tags(text):
            yield Problem("P01", file, path, {"html": html[:40]}, snippet=html)
        for heading in HEADING.finditer(text):
            yield Problem("P02", file, path, snippet=heading["heading"])
        for run_on in RUN_ON.finditer(text):
            yield Problem("P06", file, path, snippet=(run_on["first"] or run_on["nested"]).strip())
        for citation in LOOSE_CITATION.finditer(text):
            if not re.fullmatch(CITATION, citation[0]):
                yield self._unknown("reference", citation["keys"], file, path, self.names.keys, citation[0])
        for mention in self.renderer.mentions(text):
            yield from self._mention(file, path, mention)

    def _mention(self, file: str, path: Path, mention: Mention) -> Iterator[Problem]:
        match mention.kind:
            case "citation" if mention.target not in self.names.keys:
                key = mention.target
                yield self._unknown("reference", key, file, path, self.names.keys, key)
            case "link":
                yield from self._link(file, path, mention.target)
            case "image":
                yield from self._image(file, path, mention)

    def _link(self, file: str, path: Path, target: str) -> Iterator[Problem]:
        scheme, _, slug = target.partition(":")
        if scheme in CROSS_REFERENCES:
            if self.names.title(scheme, slug) is None:
                yield self._unknown(scheme, slug, file, path, self.names.slugs(scheme), target)
        elif scheme.lower() not in WEB_SCHEMES or not slug:
            allowed = (*WEB_SCHEMES, *CROSS_REFERENCES, LANGUAGE)
            yield Problem("P03", file, path, {"link": target[:60]}, scheme, allowed, snippet=target)

    def _image(self, file: str, path: Path, mention: Mention) -> Iterator[Problem]:
        scheme, _, name = mention.target.partition(":")
        facts = {"image": mention.target[:60]}
        if scheme != "media" or not self.has_media(name):
            yield Problem("P04", file, path, facts, snippet=mention.target)
        if not mention.text.strip():
            yield Problem("P05", file, path, facts, snippet=mention.target)

    def _unknown(
        self, what: str, slug: str, file: str, path: Path, known: tuple[str, ...], snippet: str
    ) -> Problem:
        facts = {"what": what, "slug": slug}
        return Problem("R01", file, path, facts, slug, known, files_that_define(what, slug), snippet)


def _tags(text: str) -> list[str]:
    """The HTML in a text; a closing tag only where nothing is opened."""
    tags = [match[0] for match in RAW_HTML.finditer(text)]
    return [tag for tag in tags if not tag.startswith("</")] or tags[:1]
