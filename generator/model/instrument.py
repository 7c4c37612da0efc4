"""Instruments: fields to judge, scored on a response scale or described in words."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.occasion import Occasion
from generator.model.part import Part, Prose, Slug, Text
from generator.model.respondent import Respondent


class BaseInstrument(Part):
    """What both kinds share.

    `occasions` tells when the instrument is filled in; `reading` how to understand the result, `filled_in_by`
    who answers; `example` is a worked example, marked as such wherever it stands.
    """

    slug: Slug
    title: Text
    purpose: Prose
    instructions: Prose
    occasions: tuple[Occasion, ...] = Field(min_length=1, max_length=4)
    reading: Prose
    example: Prose | None = None
    filled_in_by: Respondent = "participant"

    @property
    def has_example(self) -> bool:
        """Whether there is anything to show of a worked example."""
        return self.example is not None


class Indicator(Part):
    slug: Slug
    text: Prose
    objectives: tuple[Slug, ...] = ()


class InstrumentField(Part):
    """A field (*bidang*) of an instrument; its score is the mean of its indicators'."""

    slug: Slug
    title: Text
    description: Prose | None = None
    indicators: tuple[Indicator, ...] = Field(min_length=1)


class ScoredInstrument(BaseInstrument):
    """Indicators scored on a response scale; a field whose mean lies below `cut_off` still needs work."""

    kind: Literal["scored"]
    scale: Slug
    cut_off: float | None = Field(default=None, ge=0, le=100)
    fields: tuple[InstrumentField, ...] = Field(min_length=1)


class DescriptionColumn(Part):
    """What is written down about each aspect, and the question that asks for it."""

    slug: Slug
    title: Text
    prompt: Prose


class Aspect(Part):
    """An aspect to describe: questions to the group, and in `example` one text a column."""

    slug: Slug
    title: Text
    questions: tuple[Prose, ...] = Field(min_length=1)
    objectives: tuple[Slug, ...] = ()
    example: tuple[Prose, ...] = ()


class DescriptiveInstrument(BaseInstrument):
    """Aspects described in words, column by column; there is no score."""

    kind: Literal["descriptive"]
    columns: tuple[DescriptionColumn, ...] = Field(min_length=2, max_length=5)
    aspects: tuple[Aspect, ...] = Field(min_length=1)

    @property
    def has_example(self) -> bool:
        """Whether there is anything to show of a worked example."""
        return super().has_example or any(aspect.example for aspect in self.aspects)


Instrument = Annotated[ScoredInstrument | DescriptiveInstrument, Field(discriminator="kind")]
