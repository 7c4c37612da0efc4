"""Time is arithmetic: activities add up to the session, entries to the programme's day."""

from collections.abc import Iterator

from generator.checking.problem import Problem
from generator.model import layout
from generator.model.clock import clock_time, minutes_of
from generator.model.course import Course
from generator.model.programme import ProgrammeDay, SessionEntry


def check_time(course: Course) -> Iterator[Problem]:
    for module in course.modules:
        for session in module.sessions:
            total = sum(activity.minutes for activity in session.activities)
            if total != session.minutes:
                facts = {"sum": total, "minutes": session.minutes, "difference": abs(total - session.minutes)}
                file = layout.session_file(module.slug, session.slug)
                causes = tuple((file, ("activities", i, "minutes")) for i in range(len(session.activities)))
                yield Problem("T01", file, ("minutes",), facts, arises_from=causes)
    for programme in course.programmes:
        for index, day in enumerate(programme.days):
            yield from _day(course, layout.programme_file(programme.slug), index, day)


def _day(course: Course, file: str, index: int, day: ProgrammeDay) -> Iterator[Problem]:
    minutes = {(module.slug, s.slug): s.minutes for module in course.modules for s in module.sessions}
    total = 0
    for entry in day.entries:
        if not isinstance(entry, SessionEntry):
            total += entry.minutes
        elif (entry.module, entry.session) in minutes:
            total += minutes[entry.module, entry.session]
        else:
            return  # that the session is unknown is told elsewhere
    length = minutes_of(day.end) - minutes_of(day.start)
    if total != length:
        facts: dict[str, str | int] = {
            "sum": total,
            "minutes": length,
            "start": day.start,
            "end": clock_time(minutes_of(day.start) + total),
        }
        causes = tuple(
            (layout.session_file(entry.module, entry.session), ("minutes",))
            for entry in day.entries
            if isinstance(entry, SessionEntry)
        )
        yield Problem("T02", file, ("days", index, "end"), facts, arises_from=causes)
