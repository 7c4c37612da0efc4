"""Contacts are checked by somebody, again every year: an old number can cost a life."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from generator.checking.problem import Problem
from generator.model import layout
from generator.model.contact import Contact
from generator.model.course import Course

VALID_DAYS: Final = 365
"""How long a check of a contact counts."""
FIRST_YEAR: Final = 2000
"""No contact was checked for a course before; a year below is a slip of the pen."""


def check_contacts(course: Course, today: date) -> Iterator[Problem]:
    for index, contact in enumerate(course.contacts):
        yield from _contact(contact, index, today)
    if not any(contact.is_shown for contact in course.contacts):
        yield Problem("S05", layout.CONTACTS, ("contacts",), might_be_in=(layout.CONTACTS,))


def _contact(contact: Contact, index: int, today: date) -> Iterator[Problem]:
    path = ("contacts", index)
    facts: dict[str, str | int] = {"contact": contact.slug}
    if contact.checked_by is None and contact.checked_on is None:
        yield Problem("S02", layout.CONTACTS, path, facts)
    elif contact.checked_by is None:
        yield Problem("F02", layout.CONTACTS, path, {"key": "checked_by"})
    elif contact.checked_on is None:
        yield Problem("F02", layout.CONTACTS, path, {"key": "checked_on"})
    else:
        yield from _day(date.fromisoformat(contact.checked_on), (*path, "checked_on"), facts, today)


def _day(
    checked_on: date, path: tuple[str | int, ...], facts: dict[str, str | int], today: date
) -> Iterator[Problem]:
    facts |= {"checked_on": checked_on.isoformat()}
    if checked_on > today or checked_on.year < FIRST_YEAR:
        yield Problem("S03", layout.CONTACTS, path, facts | {"today": today.isoformat(), "year": FIRST_YEAR})
    elif today - checked_on > timedelta(days=VALID_DAYS):
        yield Problem("S01", layout.CONTACTS, path, facts | {"days": VALID_DAYS})
