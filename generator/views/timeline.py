"""Running minutes of a session and clock times of a programme's day."""

from dataclasses import dataclass
from itertools import accumulate

from generator.model.activity import Activity
from generator.model.clock import clock_time, minutes_of
from generator.model.programme import PauseEntry, ProgrammeDay, SessionEntry
from generator.model.session import Session


@dataclass(frozen=True, slots=True)
class TimedActivity:
    """An activity with its number in the session, and the minutes since this began at which it starts and
    ends.
    """

    number: int
    activity: Activity
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TimedEntry:
    """An entry of a programme's day with its clock times; `session` stands where it is one.

    `slug` tells it from the other entries of its day.
    """

    slug: str
    start: str
    end: str
    minutes: int
    session: Session | None
    module: str | None
    title: str


def timeline(session: Session) -> tuple[TimedActivity, ...]:
    """The activities of a session, one after the other."""
    ends = list(accumulate(activity.minutes for activity in session.activities))
    return tuple(
        TimedActivity(number, activity, end - activity.minutes, end)
        for number, (activity, end) in enumerate(zip(session.activities, ends, strict=True), 1)
    )


def timetable(day: ProgrammeDay, sessions: dict[tuple[str, str], Session]) -> tuple[TimedEntry, ...]:
    """The entries of a day with their clock times.

    Args:
        day: The day.
        sessions: The course's sessions by module and slug.
    """
    entries = []
    now = minutes_of(day.start)
    for entry in day.entries:
        session = sessions[entry.module, entry.session] if isinstance(entry, SessionEntry) else None
        minutes = entry.minutes if isinstance(entry, PauseEntry) else (session.minutes if session else 0)
        title = entry.title if isinstance(entry, PauseEntry) else (session.title if session else "")
        module = entry.module if isinstance(entry, SessionEntry) else None
        slug = f"{entry.module}-{entry.session}" if isinstance(entry, SessionEntry) else entry.slug
        times = clock_time(now), clock_time(now + minutes)
        entries.append(TimedEntry(slug, *times, minutes, session, module, title))
        now += minutes
    return tuple(entries)
