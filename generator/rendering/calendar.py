"""Turns a programme into a calendar file (iCalendar, RFC 5545): one event an entry of its timetable."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from generator.views.course import DayView, ProgrammeView
from generator.views.timeline import TimedEntry

if TYPE_CHECKING:
    from icalendar import Event  # is loaded where it is needed: whoever checks a course need not wait for it

STAND_IN_FIRST_DAY: Final = date(2027, 1, 4)
"""The Monday on which a programme without a date begins, until somebody puts another day in its place."""
STAMP: Final = datetime(2020, 1, 1, tzinfo=UTC)
"""The time at which every event says that it was made: the same input gives the same bytes."""


def first_day(view: ProgrammeView) -> date:
    """The date of a programme's first day, or the stand-in for it."""
    starts_on = view.programme.starts_on
    return date.fromisoformat(starts_on) if starts_on else STAND_IN_FIRST_DAY


def calendar(view: ProgrammeView, language: str, course: str, modules: dict[str, str]) -> str:
    """A programme as an iCalendar file.

    The clock times belong to no time zone, so that they are those of whatever place the calendar is in.

    Args:
        view: The programme.
        language: The language of its texts.
        course: The course's title.
        modules: The modules' titles by slug.
    """
    from icalendar import Calendar

    file = Calendar()
    file.add("prodid", f"-//Tangguh//{view.programme.slug}//{language.upper()}")
    file.add("version", "2.0")
    file.add("x-wr-calname", f"{course}: {view.programme.title}")
    for day in view.days:
        for entry in day.entries:
            file.add_component(_event(view, day, entry, modules))
    return str(file.to_ical().decode())


def _event(view: ProgrammeView, day: DayView, entry: TimedEntry, modules: dict[str, str]) -> "Event":
    from icalendar import Event

    start = datetime.combine(first_day(view) + timedelta(days=day.after), time.fromisoformat(entry.start))
    event = Event()
    event.add("uid", f"{view.programme.slug}.{day.day.slug}.{entry.slug}@tangguh")
    event.add("dtstamp", STAMP)
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=entry.minutes))
    event.add("summary", entry.title)
    event.add("description", modules[entry.module] if entry.module else day.day.title)
    return event
