"""A programme as a calendar file: read back, it says what the timetable says."""

from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar

from generator.model.course import Course
from generator.rendering.calendar import STAND_IN_FIRST_DAY, calendar, first_day
from generator.views.course import ProgrammeView, course_view
from tests.publishing.built import LANGUAGES, CourseInTests

MODULES = {"listening": "Mendengarkan; \\ sungguh, sungguh"}


@pytest.fixture(params=LANGUAGES)
def course(request: pytest.FixtureRequest, sample_course: CourseInTests) -> Course:
    return sample_course.courses[request.param]


def programme(course: Course, **changes: object) -> ProgrammeView:
    changed = course.programmes[0].model_copy(update=changes)
    return course_view(course.model_copy(update={"programmes": (changed,)})).programmes[0]


def events(view: ProgrammeView, course: Course) -> list[dict[str, object]]:
    read = Calendar.from_ical(calendar(view, course.language, course.title, MODULES))
    return [
        {name.lower(): getattr(value, "dt", value) for name, value in event.items()}
        for event in read.walk("VEVENT")
    ]


def test_every_entry_is_an_event_at_its_clock_time(course: Course) -> None:
    view = programme(course)
    (day,) = view.days
    read = [(str(one["summary"]), one["dtstart"], one["dtend"]) for one in events(view, course)]
    expected = []
    for entry in day.entries:
        start = datetime.fromisoformat(f"2027-03-05T{entry.start}")
        expected.append((entry.title, start, start + timedelta(minutes=entry.minutes)))
    assert read == expected


def test_the_times_belong_to_no_zone_so_that_they_hold_anywhere(course: Course) -> None:
    text = calendar(programme(course), course.language, course.title, MODULES)
    assert "TZID" not in text
    assert "DTSTART:20270305T190000\r\n" in text


def test_weekly_meetings_lie_a_week_apart(course: Course) -> None:
    day = course.programmes[0].days[0]
    view = programme(course, days=(day, day.model_copy(update={"slug": "next"})), days_apart=7)
    starts = [one["dtstart"] for one in events(view, course)]
    assert starts[len(starts) // 2] - starts[0] == timedelta(days=7)  # type: ignore[operator]


def test_a_programme_without_a_date_begins_on_the_stand_in(course: Course) -> None:
    view = programme(course, starts_on=None)
    assert first_day(view) == STAND_IN_FIRST_DAY
    assert events(view, course)[0]["dtstart"].date() == STAND_IN_FIRST_DAY  # type: ignore[attr-defined]
    assert STAND_IN_FIRST_DAY.weekday() == 0
    assert first_day(programme(course)) == date(2027, 3, 5)


def test_events_have_lasting_names_of_their_own(course: Course) -> None:
    """Read in again, a calendar changes its events instead of doubling them."""
    view = programme(course)
    names = [str(one["uid"]) for one in events(view, course)]
    assert len(set(names)) == len(names)
    moved = [str(one["uid"]) for one in events(programme(course, starts_on="2028-01-01"), course)]
    assert moved == names


def test_signs_that_mean_something_to_calendars_stay_what_they_are(course: Course) -> None:
    described = {str(one["description"]) for one in events(programme(course), course)}
    assert MODULES["listening"] in described


def test_no_line_is_longer_than_calendars_read(course: Course) -> None:
    text = calendar(programme(course), course.language, course.title, {"listening": "é" * 300})
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
