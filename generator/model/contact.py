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


class ContactsFile(Part):
    contacts: tuple[Contact, ...] = ()
