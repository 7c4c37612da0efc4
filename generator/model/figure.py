"""Figures: a few stages and how one leads to another, drawn from their texts alone."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.part import Part, Prose, Slug, Text


class Stage(Part):
    """One stage of a figure: a title short enough for a box, and what there is to say about it."""

    slug: Slug
    title: Text
    text: Prose | None = None
    points: tuple[Prose, ...] = ()


class TurningStage(Stage):
    """A stage from which there may be a way back: what to do there."""

    way_back: Stage | None = None


class BaseFigure(Part):
    """What all figures share; `caption` says where a figure comes from or what it does not show."""

    title: Text
    caption: Prose | None = None


class FlowFigure(BaseFigure):
    """Stages that lead from one to the next, with all their text in boxes."""

    kind: Literal["flow"]
    stages: tuple[Stage, ...] = Field(min_length=3, max_length=6)

    @property
    def in_order(self) -> tuple[Stage, ...]:
        return self.stages


class DrawnFigure(BaseFigure):
    """A drawing with the stages' titles in it. `alt` replaces the words that are made for those who do not
    see it.
    """

    alt: Text | None = None


class CycleFigure(DrawnFigure):
    """A ring: the last stage leads back to the first."""

    kind: Literal["cycle"]
    stages: tuple[Stage, ...] = Field(min_length=3, max_length=6)

    @property
    def in_order(self) -> tuple[Stage, ...]:
        return self.stages


class LoopFigure(DrawnFigure):
    """A row of stages, and a way back to its beginning; `way_back` says what leads there."""

    kind: Literal["loop"]
    stages: tuple[Stage, ...] = Field(min_length=4, max_length=6)
    way_back: Text

    @property
    def in_order(self) -> tuple[Stage, ...]:
        return self.stages


class ForkFigure(DrawnFigure):
    """A beginning, a question, and what follows from either answer. Ways back lead to the end of `if_yes`."""

    kind: Literal["fork"]
    start: Stage
    question: Text
    if_yes: tuple[Stage, ...] = Field(min_length=1, max_length=4)
    if_no: tuple[TurningStage, ...] = Field(min_length=1, max_length=6)

    @property
    def in_order(self) -> tuple[Stage, ...]:
        return (self.start, *self.if_yes, *self.if_no)


class CurveFigure(DrawnFigure):
    """A line that rises to a peak and falls; a sketch, so that its places have an order but no measure."""

    kind: Literal["curve"]
    rising: tuple[Stage, ...] = Field(min_length=1, max_length=2)
    peak: Stage
    falling: tuple[Stage, ...] = Field(min_length=1, max_length=3)

    @property
    def in_order(self) -> tuple[Stage, ...]:
        return (*self.rising, self.peak, *self.falling)


Figure = Annotated[
    FlowFigure | CycleFigure | LoopFigure | ForkFigure | CurveFigure, Field(discriminator="kind")
]
