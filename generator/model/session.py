"""Sessions: one meeting of the group, led from a plan."""

from pydantic import Field

from generator.model.activity import Activity, FacilitatorNote
from generator.model.part import Minutes, Part, Prose, Slug, Text


class HomePractice(Part):
    """What participants try until the next session."""

    title: Text
    instructions: Prose
    worksheets: tuple[Slug, ...] = ()


class Session(Part):
    """One session; its activities' minutes add up to `minutes`."""

    slug: Slug
    title: Text
    summary: Prose
    minutes: Minutes
    objectives: tuple[Slug, ...] = Field(min_length=1)
    materials: tuple[Prose, ...] = Field(min_length=1)
    preparation: tuple[Prose, ...] = Field(min_length=1)
    key_messages: tuple[Prose, ...] = Field(min_length=1)
    activities: tuple[Activity, ...] = Field(min_length=1)
    home_practice: HomePractice | None = None
    notes: tuple[FacilitatorNote, ...] = ()
