"""Prose: what it points to exists, and it holds nothing but the course's Markdown."""

from collections.abc import Callable, Iterator

from generator.checking.documents import documents
from generator.checking.problem import Path, Problem, files_that_define
from generator.model.course import Course
from generator.model.layout import REFERENCES
from generator.model.shape import texts
from generator.prose.markdown import (
    CROSS_REFERENCES,
    HEADING,
    RAW_HTML,
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
    checker = _Checker(course, names, has_media)
    for file, part in documents(course):
        for found in texts(part):
            if found.markup == "markdown":
                yield from checker.prose(file, found.path, found.value)


class _Checker:
    def __init__(self, course: Course, names: CourseNames, has_media: Callable[[str], bool]) -> None:
        self.course = course
        self.names = names
        self.has_media = has_media
        self.renderer = ProseRenderer(names)

    def prose(self, file: str, path: Path, text: str) -> Iterator[Problem]:
        if match := RAW_HTML.search(text):
            yield Problem("P01", file, path, {"html": match[0][:40]})
        if HEADING.search(text):
            yield Problem("P02", file, path)
        for mention in self.renderer.mentions(text):
            yield from self._mention(file, path, mention)

    def _mention(self, file: str, path: Path, mention: Mention) -> Iterator[Problem]:
        match mention.kind:
            case "citation" if mention.target not in self.names.keys:
                yield self._unknown("reference", mention.target, file, path, self.names.keys, (REFERENCES,))
            case "link":
                yield from self._link(file, path, mention.target)
            case "image":
                yield from self._image(file, path, mention)

    def _link(self, file: str, path: Path, target: str) -> Iterator[Problem]:
        scheme, _, slug = target.partition(":")
        if scheme in CROSS_REFERENCES:
            if self.names.title(scheme, slug) is None:
                known = self.names.slugs(scheme)
                yield self._unknown(
                    scheme, slug, file, path, known, files_that_define(self.course, scheme, slug)
                )
        elif scheme.lower() not in WEB_SCHEMES or not slug:
            yield Problem("P03", file, path, {"link": target[:60]}, scheme, (*WEB_SCHEMES, *CROSS_REFERENCES))

    def _image(self, file: str, path: Path, mention: Mention) -> Iterator[Problem]:
        scheme, _, name = mention.target.partition(":")
        if scheme != "media" or not self.has_media(name):
            yield Problem("P04", file, path, {"image": mention.target[:60]})
        if not mention.text.strip():
            yield Problem("P05", file, path, {"image": mention.target[:60]})

    def _unknown(
        self,
        what: str,
        slug: str,
        file: str,
        path: Path,
        known: tuple[str, ...],
        might_be_in: tuple[str, ...],
    ) -> Problem:
        return Problem("R01", file, path, {"what": what, "slug": slug}, slug, known, might_be_in)
