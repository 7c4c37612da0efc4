"""The texts of a course, walked once for all checks, and where something stands in one of them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from generator.checking.documents import documents
from generator.checking.problem import Path, Problem
from generator.model.course import Course
from generator.model.shape import texts
from generator.reading.tree import whole

_SNIPPET: Final = re.compile(r"[^\n]{1,60}(?![\w-])")
"""As much of a fault as is marked: a caret under a whole paragraph would point to nothing."""


@dataclass(frozen=True, slots=True)
class CourseText:
    """A text of the course: its file, its path there, and how it is marked up."""

    file: str
    path: Path
    value: str
    markup: Literal["plain", "markdown"]

    def problem(self, code: str, facts: Mapping[str, str | int], start: int, end: int) -> Problem:
        """A problem with what stands between two positions of the text."""
        found = _SNIPPET.match(self.value, start, end)
        snippet = found[0].rstrip() if found else self.value[start:end]
        before = sum(match.start() < start for match in whole(snippet).finditer(self.value))
        return Problem(code, self.file, self.path, facts, snippet=snippet, occurrence=before)


def texts_of(course: Course) -> Iterator[CourseText]:
    """Every text of a course."""
    for file, part in documents(course):
        for found in texts(part):
            yield CourseText(file, found.path, found.value, found.markup)
