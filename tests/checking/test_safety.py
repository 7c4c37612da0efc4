"""Whoever holds a handbook finds in it what to do in danger, and a number that somebody has checked."""

import pytest

DANGER = "chapters/when-in-danger.yaml"
CHECKED = "    checked_by: Penyusun kursus contoh\n    checked_on: 2026-11-01\n"
AMBULANCE = "    source: https://example.org/ambulans\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[facilitator, participant]", "[participant, evaluation]", ["course.yaml:21:3 S04"]),
        ("safety: true\n", "safety: false\n", ["course.yaml:21:3 S04"] * 2),
    ],
)
def test_the_handbooks_on_the_table_each_have_a_safety_chapter(sample, change, check, old, new, told):
    change(sample / DANGER, old, new)
    assert check(sample) == told


def test_a_broken_chapter_may_be_the_safety_chapter(sample, change, check):
    change(sample / DANGER, "title: Kalau ada bahaya\n", "titel: Kalau ada bahaya\n")
    assert [line for line in check(sample) if line.endswith("S04")] == []


def test_a_contact_that_nobody_has_checked_is_told_and_shown_to_nobody(sample, change, check):
    change(sample / "contacts.yaml", AMBULANCE + CHECKED, AMBULANCE)
    change(
        sample / "translations/en/contacts.yaml",
        "    checked_by: The sample course’s authors\n  - slug",
        "  - slug",
    )
    assert check(sample) == ["contacts.yaml:2:3 S05", "contacts.yaml:2:5 S02"]


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("    checked_by: Penyusun kursus contoh\n", "checked_by"),
        ("    checked_on: 2026-11-01\n", "checked_on"),
    ],
)
def test_a_check_has_a_person_and_a_day(sample, change, check, line, missing):
    change(sample / "contacts.yaml", AMBULANCE + CHECKED, AMBULANCE + CHECKED.replace(line, ""))
    told = [one for one in check(sample) if not one.endswith("L07")]
    assert told == ["contacts.yaml:2:3 S05", "contacts.yaml:2:5 F02"]


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2026-11-22", []),
        ("2026-11-23", ["S03"]),
        ("1999-12-31", ["S03"]),
        ("2000-01-01", ["S01"]),
        ("2026-02-30", ["F06"]),
    ],
)
def test_a_check_was_made_on_a_day_that_has_been(sample, change, check, day, codes):
    change(sample / "contacts.yaml", AMBULANCE + CHECKED, AMBULANCE + CHECKED.replace("2026-11-01", day))
    assert [line.split()[-1] for line in check(sample)] == codes


def test_a_course_without_any_contact_is_told_so(sample, check):
    (sample / "contacts.yaml").write_text("contacts: []\n", encoding="utf-8")
    (sample / "translations/en/contacts.yaml").unlink()
    assert check(sample) == ["contacts.yaml:1:11 S05"]
