"""Safety: whoever holds a handbook finds in it what to do when somebody is in danger."""

from collections.abc import Iterator
from typing import Final

from generator.checking.problem import Problem
from generator.model import layout
from generator.model.course import Course
from generator.model.edition import Edition

HELD_IN_SESSIONS: Final[tuple[Edition, ...]] = ("facilitator", "participant")
"""The editions that lie on the table when something happens; the sheets of the evaluation do not."""


def check_safety(course: Course) -> Iterator[Problem]:
    for edition in HELD_IN_SESSIONS:
        if not any(chapter.safety and edition in chapter.editions for chapter in course.chapters):
            might = (layout.COURSE, layout.chapter_file("*"))
            yield Problem("S04", layout.COURSE, ("chapters",), {"edition": edition}, might_be_in=might)
