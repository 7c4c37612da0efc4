"""Contacts: help lines, each with who checked it and when."""

from typing import Literal

from pydantic import Field

from generator.model.part import Day, Part, Prose, Slug, Text, WebAddress


class Contact(Part):
    """`dial` is what one dials or opens; only contacts of high confidence are printed."""

    slug: Slug
    name: Text
    dial: str = Field(min_length=2)
    use_for: Prose
    caution: Prose | None = None
    confidence: Literal["high", "medium", "low"]
    source: WebAddress
    checked_by: Text
    checked_on: Day


class ContactsFile(Part):
    contacts: tuple[Contact, ...] = ()
