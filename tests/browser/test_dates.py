"""A programme on one's own dates, and sessions that know from it when they start."""

from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page

from tests.browser.watched import Watched

PROGRAMME = "id/programmes/one-evening.html"


def downloaded(page: Page, folder: Path) -> Calendar:
    with page.expect_download() as download:
        page.click(".calendar-file a")
    assert download.value.suggested_filename == "one-evening.ics"
    path = folder / "one-evening.ics"
    download.value.save_as(path)
    return Calendar.from_ical(path.read_bytes())


def starts(calendar: Calendar) -> list[str]:
    return [event["dtstart"].dt.isoformat(timespec="minutes") for event in calendar.walk("VEVENT")]


def test_the_calendar_file_is_offered_with_its_own_date(root: str, watched: Watched, tmp_path: Path) -> None:
    watched.page.goto(f"{root}/{PROGRAMME}")
    assert "Jumat, 5 Maret 2027" in watched.page.inner_text(".calendar-date")
    assert starts(downloaded(watched.page, tmp_path))[0] == "2027-03-05T19:00"


def test_a_date_of_ones_own_moves_every_event_and_lasts(root: str, watched: Watched, tmp_path: Path) -> None:
    page = watched.page
    page.goto(f"{root}/{PROGRAMME}")
    page.fill("[name=first-day]", "2028-02-28")
    moved = downloaded(page, tmp_path)
    assert starts(moved) == ["2028-02-28T19:00", "2028-02-28T19:30", "2028-02-28T19:45"]
    assert [str(event["summary"]) for event in moved.walk("VEVENT")] == ["Mendengar", "Minum teh", "Menjawab"]
    assert page.inner_text(".day-date") == "Senin, 28 Februari 2028"
    page.reload()
    assert page.input_value("[name=first-day]") == "2028-02-28"
    assert starts(downloaded(page, tmp_path))[0] == "2028-02-28T19:00"
    page.fill("[name=first-day]", "")
    assert starts(downloaded(page, tmp_path))[0] == "2027-03-05T19:00"
    watched.assert_silent(root)


@pytest.mark.parametrize(("language", "expected"), [("id", "0–4 19.45–19.49"), ("en", "0–4 19:45–19:49")])
def test_a_session_opened_from_a_programme_starts_when_the_programme_says(
    root: str, watched: Watched, language: str, expected: str
) -> None:
    page = watched.page
    page.goto(f"{root}/{language}/programmes/one-evening.html")
    page.click(".timetable a[href*=answering]")
    page.wait_for_url("**/answering.html*")
    assert " ".join(page.locator(".timeline td:first-child").first.inner_text().split()) == expected
    page.fill("[name=start]", "20:00")
    page.reload()
    assert page.input_value("[name=start]") == "20:00"
    watched.assert_silent(root)


def test_materials_of_a_day_are_ticked_off(root: str, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{root}/{PROGRAMME}")
    page.click(".day-materials summary")
    page.locator(".day-materials input").first.check()
    page.reload()
    page.click(".day-materials summary")
    assert page.locator(".day-materials input").first.is_checked()
