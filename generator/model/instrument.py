"""Instruments: fields of indicators, scored on a response scale, with a cut-off."""

from pydantic import Field

from generator.model.part import Part, Prose, Slug, Text


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


class Instrument(Part):
    """`cut_off`: a field whose mean lies below it still needs work; `occasions`: when it is filled in."""

    slug: Slug
    title: Text
    purpose: Prose
    instructions: Prose
    scale: Slug
    cut_off: float | None = Field(default=None, ge=0)
    occasions: tuple[Text, ...] = Field(min_length=1, max_length=4)
    fields: tuple[InstrumentField, ...] = Field(min_length=1)
    reading: Prose
