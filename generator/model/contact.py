"""Contacts: help lines, each with who checked it and when."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from generator.model.part import Day, Part, Prose, Slug, Text, WebAddress

Dial = Annotated[str, StringConstraints(pattern=r"^(https://\S+|\+?[0-9][0-9-]*)$", max_length=200)]
"""What one dials or opens: digits and hyphens, or an address."""


class Contact(Part):
    """Only contacts of high confidence are shown, on the site as in print; the others are kept on record."""

    slug: Slug
    name: Text
    dial: Dial
    use_for: Prose
    caution: Prose | None = None
    confidence: Literal["high", "medium", "low"]
    source: WebAddress
    checked_by: Text
    checked_on: Day

    @property
    def is_shown(self) -> bool:
        """Whether the contact is sure enough to be given to anyone."""
        return self.confidence == "high"

    @property
    def short_dial(self) -> str:
        """What one dials or opens, as it is said: an address without its scheme."""
        return self.dial.removeprefix("https://")


class ContactsFile(Part):
    contacts: tuple[Contact, ...] = ()
