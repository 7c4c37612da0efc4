"""Every objective is taught by an activity and assessed by the evaluation; every sheet is used."""

from collections.abc import Iterator

from generator.checking.problem import Problem
from generator.checking.references import assessed_objectives
from generator.model import layout
from generator.model.course import Course
from generator.model.module import Module


def check_teaching(course: Course) -> Iterator[Problem]:
    for module in course.modules:
        yield from _objectives(module)
        yield from _worksheets(module)
        yield from _sessions(module)


def _objectives(module: Module) -> Iterator[Problem]:
    file = layout.module_file(module.slug)
    taught = {slug for session in module.sessions for slug in session.taught_objectives}
    assessed = {slug for slug, _ in assessed_objectives(module.evaluation)} if module.evaluation else set()
    for index, objective in enumerate(module.objectives):
        path = ("objectives", index, "slug")
        if objective.slug not in taught:
            yield Problem(
                "A01",
                file,
                path,
                {"objective": objective.slug},
                might_be_in=(layout.session_file(module.slug, "*"),),
            )
        if module.evaluation and objective.slug not in assessed:
            facts = {"objective": objective.slug}
            yield Problem("A02", file, path, facts, might_be_in=(layout.evaluation_file(module.slug),))


def _worksheets(module: Module) -> Iterator[Problem]:
    used = {slug for session in module.sessions for slug in session.used_worksheets}
    for worksheet in module.worksheets:
        if worksheet.slug not in used:
            file = layout.worksheet_file(module.slug, worksheet.slug)
            sessions = (layout.session_file(module.slug, "*"),)
            yield Problem("A03", file, (), {"worksheet": worksheet.slug}, might_be_in=sessions)


def _sessions(module: Module) -> Iterator[Problem]:
    """A session's own objectives are each taught by one of its activities."""
    for session in module.sessions:
        for index, slug in enumerate(session.objectives):
            if slug not in session.taught_objectives:
                file = layout.session_file(module.slug, session.slug)
                yield Problem("A04", file, ("objectives", index), {"objective": slug})
