"""Rubrics: criteria by levels."""

from pydantic import Field

from generator.model.part import Part, Prose, Slug, Text


class Level(Part):
    """A column of a rubric, with the score that it gives."""

    slug: Slug
    title: Text
    score: int = Field(ge=0, le=10)


class Criterion(Part):
    """A row of a rubric: one descriptor a level, in the levels' order."""

    slug: Slug
    title: Text
    objectives: tuple[Slug, ...] = ()
    descriptors: tuple[Prose, ...] = Field(min_length=2)


class Rubric(Part):
    slug: Slug
    title: Text
    purpose: Prose
    instructions: Prose
    levels: tuple[Level, ...] = Field(min_length=2, max_length=5)
    criteria: tuple[Criterion, ...] = Field(min_length=1)
