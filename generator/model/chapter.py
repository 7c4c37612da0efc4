"""Chapters: what belongs to the whole course and to no session: its frame, and its safety pages."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.edition import Edition
from generator.model.part import Part, Prose, Slug, Text


class Stage(Part):
    """One stage of a figure."""

    slug: Slug
    title: Text
    text: Prose | None = None
    points: tuple[Prose, ...] = ()


class BaseFigure(Part):
    title: Text
    stages: tuple[Stage, ...] = Field(min_length=3, max_length=6)


class FlowFigure(BaseFigure):
    """Stages that lead from one to the next."""

    kind: Literal["flow"]


class CycleFigure(BaseFigure):
    """Stages of which the last leads back to the first."""

    kind: Literal["cycle"]


Figure = Annotated[FlowFigure | CycleFigure, Field(discriminator="kind")]


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
