"""Contacts are checked again every year: an old number can cost a life."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from generator.checking.problem import Problem
from generator.model import layout
from generator.model.course import Course

VALID_DAYS: Final = 365
"""How long a check of a contact counts."""


def check_contacts(course: Course, today: date) -> Iterator[Problem]:
    for index, contact in enumerate(course.contacts):
        path = ("contacts", index, "checked_on")
        age = today - date.fromisoformat(contact.checked_on)
        if age > timedelta(days=VALID_DAYS):
            facts: dict[str, str | int] = {
                "contact": contact.slug,
                "checked_on": contact.checked_on,
                "days": VALID_DAYS,
            }
            yield Problem("S01", layout.CONTACTS, path, facts)
