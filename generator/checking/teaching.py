"""Every objective is taught and assessed, every sheet is used; a session asks its people and ends safely."""

from collections.abc import Iterator
from typing import Final

from generator.checking.problem import Problem
from generator.checking.references import assessed_objectives
from generator.model import layout
from generator.model.activity import BaseActivity
from generator.model.course import Course
from generator.model.module import Module
from generator.model.session import Session

LISTENING: Final = frozenset({"opening", "input", "demonstration", "closing"})
"""Kinds of activity in which the facilitator speaks; the others are made of what the group does."""
LONGEST_LISTENING: Final = 30
"""Minutes. Who only listens for longer takes in little more, and who is having a hard time goes unnoticed."""
NEEDED: Final = {"check-in": "A06", "closing": "A07"}
"""Kinds of activity that no session goes without, and the rule that says so."""


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
    for session in module.sessions:
        file = layout.session_file(module.slug, session.slug)
        yield from _own_objectives(session, file)
        yield from _listening(session, file)
        kinds = {activity.kind for activity in session.activities}
        for kind, code in NEEDED.items():
            if kind not in kinds:
                yield Problem(code, file, ("activities",), {"session": session.slug})


def _own_objectives(session: Session, file: str) -> Iterator[Problem]:
    """A session's own objectives are each taught by one of its activities."""
    for index, slug in enumerate(session.objectives):
        if slug not in session.taught_objectives:
            yield Problem("A04", file, ("objectives", index), {"objective": slug})


def _listening(session: Session, file: str) -> Iterator[Problem]:
    """Nobody has to listen for long without being asked anything."""
    for index, activity in enumerate(session.activities):
        if not isinstance(activity, BaseActivity) or activity.kind not in LISTENING:
            continue
        asked = any(step.expect for step in activity.steps)
        if activity.minutes > LONGEST_LISTENING and not asked:
            facts: dict[str, str | int] = {
                "activity": activity.slug,
                "minutes": activity.minutes,
                "limit": LONGEST_LISTENING,
            }
            yield Problem("A05", file, ("activities", index, "minutes"), facts)
