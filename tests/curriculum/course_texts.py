"""The texts of a course, file by file, as their readers see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.checking.documents import documents
from generator.model.course import Course
from generator.model.layout import CONTACTS
from generator.model.shape import texts
from generator.prose.markdown import ProseRenderer
from generator.prose.names import CourseNames
from tests.publishing.built import THEME
from tests.publishing.html_page import parse, squashed


@dataclass(frozen=True)
class ReadText:
    """A text of a curriculum file: its path there, and its words as they are read."""

    file: str
    path: tuple[str | int, ...]
    words: str

    @property
    def fields(self) -> tuple[str, ...]:
        """The path without positions."""
        return tuple(step for step in self.path if isinstance(step, str))

    @cached_property
    def squashed(self) -> str:
        return squashed(self.words)

    def __str__(self) -> str:
        return f"{self.file} {'.'.join(map(str, self.path))}: {self.words[:60]!r}"


class CourseTexts:
    """Every text of a course in one language."""

    def __init__(self, course: Course) -> None:
        self.course = course
        names = CourseNames(course, THEME.labels(course.language)["references_words"])
        self._prose = ProseRenderer(names)

    @cached_property
    def all(self) -> list[ReadText]:
        return list(self._all())

    def of(self, *prefixes: str) -> list[ReadText]:
        """The texts of the files whose paths start with one of these."""
        return [text for text in self.all if text.file.startswith(prefixes)]

    @cached_property
    def unverified_contacts(self) -> set[int]:
        """Positions of the contacts that are not sure enough to be shown to anyone."""
        return {i for i, contact in enumerate(self.course.contacts) if not contact.is_shown}

    def _all(self) -> Iterator[ReadText]:
        for file, part in documents(self.course):
            for found in texts(part):
                yield ReadText(file, found.path, self._words(found.value, found.markup))

    def _words(self, value: str, markup: str) -> str:
        return parse(self._prose.html(value)).text() if markup == "markdown" else value

    def shown(self) -> list[ReadText]:
        """All texts but those of contacts that nobody has verified."""
        return [
            text
            for text in self.all
            if not (text.file == CONTACTS and text.path[1] in self.unverified_contacts)
        ]


def missing(texts: list[ReadText], place: str) -> list[str]:
    """Those texts that a squashed place does not hold."""
    return [str(text) for text in texts if text.squashed not in place]
