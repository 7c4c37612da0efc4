"""Chapters: what belongs to the whole course and to no session: its frame, and its safety pages."""

from pydantic import Field

from generator.model.edition import Edition
from generator.model.figure import Figure
from generator.model.part import Part, Prose, Slug, Text


class ChapterSection(Part):
    slug: Slug
    title: Text
    text: Prose
    figure: Figure | None = None


class Chapter(Part):
    """A text to read in sections.

    A chapter with `safety` stands in every handbook of its `editions`, another one only in those of the
    whole course.
    """

    slug: Slug
    title: Text
    summary: Prose
    safety: bool = False
    editions: tuple[Edition, ...] = ("facilitator",)
    sections: tuple[ChapterSection, ...] = Field(min_length=1)
