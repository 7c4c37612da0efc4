"""Contacts: help lines, each with who checked it and when."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from generator.model.part import Day, Part, Prose, Slug, Text, WebAddress

Dial = Annotated[str, StringConstraints(pattern=r"^(https://\S+|\+?[0-9][0-9-]*)$", max_length=200)]
"""What one dials or opens: digits and hyphens, or an address."""


class Contact(Part):
    """Only contacts of high confidence that somebody has checked are shown, on site and in print; others are
    kept on record.
    """

    slug: Slug
    name: Text
    dial: Dial
    use_for: Prose
    caution: Prose | None = None
    confidence: Literal["high", "medium", "low"]
    source: WebAddress
    checked_by: Text | None = None
    checked_on: Day | None = None

    @property
    def is_shown(self) -> bool:
        """Whether the contact is sure enough to be given to anyone."""
        return self.confidence == "high" and self.is_verified

    @property
    def is_verified(self) -> bool:
        """Whether it is known who checked the contact, and when."""
        return self.checked_by is not None and self.checked_on is not None

    @property
    def short_dial(self) -> str:
        """What one dials or opens, as it is said: an address without its scheme."""
        return self.dial.removeprefix("https://")


class ContactsFile(Part):
    contacts: tuple[Contact, ...] = ()
