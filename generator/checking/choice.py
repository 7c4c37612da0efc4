"""What an organisation chooses of the course fits together: what needs a left-out session goes with it.

The course is checked whole. A programme of the course that does not fit what is chosen or changed is no
fault: it is left out, and that is told as advice.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.checking.problem import Path, Problem
from generator.model import layout
from generator.model.course import Course
from generator.model.left_out import NOTHING_LEFT_OUT, LeftOut
from generator.model.programme import Programme, SessionEntry
from generator.reading.loading import Curriculum, LoadedCourse
from generator.views.chosen import chosen


@dataclass(frozen=True, slots=True)
class Choice:
    """The course as it is built, None where there is none, and the problems that remain."""

    course: Course | None
    problems: list[Problem]


def fit_choice(loaded: LoadedCourse, problems: list[Problem], curriculum: Curriculum) -> Choice:
    """Leave out what the organisation leaves out, and what does not fit without it.

    Args:
        loaded: The whole course in one language.
        problems: What is wrong with it.
        curriculum: Whose choice it is.
    """
    course = loaded.course
    if course is None:
        return Choice(None, problems)
    outgrown = {problem.file: problem for problem in problems if _outgrown(problem, loaded, curriculum)}
    left_out = curriculum.left_out
    programmes = {p.slug for p in course.programmes if layout.programme_file(p.slug) in outgrown}
    left_out = replace(left_out, programmes=left_out.programmes | programmes)
    smaller = chosen(course, left_out)
    rest = [problem for problem in problems if problem not in outgrown.values()]
    rest += [_told_there(problem) for problem in outgrown.values()]
    rest += _led_through(course, left_out, curriculum)
    rest += _not_measured(course, smaller)
    if original := curriculum.original(loaded.language):
        smaller = smaller.model_copy(update={"adapted_from": original, "own_files": curriculum.own_files})
    return Choice(smaller, rest)


def _outgrown(problem: Problem, loaded: LoadedCourse, curriculum: Curriculum) -> bool:
    """Whether a day of the course's own programme does not add up because a session's minutes are changed."""
    return (
        problem.code == "T02"
        and not curriculum.is_local(loaded.place(problem.file, problem.path))
        and any(curriculum.is_local(loaded.place(*cause)) for cause in problem.arises_from)
    )


def _told_there(problem: Problem) -> Problem:
    facts = {"what": "programme", "slug": problem.file.split("/")[-1].removesuffix(".yaml")}
    return Problem("O05", problem.file, problem.path, facts, arises_from=problem.arises_from)


def _led_through(course: Course, left_out: LeftOut, curriculum: Curriculum) -> Iterator[Problem]:
    """The programmes that go because a session of theirs does."""
    if left_out == NOTHING_LEFT_OUT:
        return
    for programme in course.programmes:
        if programme.slug in left_out.programmes:
            continue
        if found := _first_left_out(programme, left_out):
            entry, path = found
            where = (
                (layout.COURSE, ("modules",))
                if entry.module in left_out.modules
                else (layout.module_file(entry.module), ("sessions",))
            )
            facts = {"what": "programme", "slug": programme.slug}
            file = layout.programme_file(programme.slug)
            yield Problem("O05", file, path, facts, arises_from=(where,))


def _first_left_out(programme: Programme, left_out: LeftOut) -> tuple[SessionEntry, Path] | None:
    for number, day in enumerate(programme.days):
        for index, entry in enumerate(day.entries):
            if isinstance(entry, SessionEntry) and left_out.session(entry.module, entry.session):
                return entry, ("days", number, "entries", index, "session")
    return None


def _not_measured(course: Course, smaller: Course) -> Iterator[Problem]:
    """The modules whose evaluation goes because nothing that it measures is taught any more."""
    whole = {module.slug: module.evaluation for module in course.modules}
    for module in smaller.modules:
        evaluation = whole[module.slug]
        if evaluation and not module.evaluation:
            facts = {"what": "knowledge-test", "slug": evaluation.knowledge_test.slug}
            yield Problem("O05", layout.module_file(module.slug), ("sessions",), facts)
