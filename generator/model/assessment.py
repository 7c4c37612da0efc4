"""Assessment items and the knowledge test; one class a kind of item."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.occasion import Occasion
from generator.model.part import Part, Prose, Slug, Text


class Option(Part):
    slug: Slug
    text: Prose


class BaseItem(Part):
    """What all kinds share; an item never changes its meaning once published, it gets a new slug."""

    slug: Slug
    stem: Prose
    objectives: tuple[Slug, ...] = Field(min_length=1)
    explanation: Prose


class SingleChoice(BaseItem):
    kind: Literal["single-choice"]
    options: tuple[Option, ...] = Field(min_length=2, max_length=6)
    key: Slug


class MultipleChoice(BaseItem):
    kind: Literal["multiple-choice"]
    options: tuple[Option, ...] = Field(min_length=3, max_length=8)
    key: tuple[Slug, ...] = Field(min_length=1)


class TrueFalse(BaseItem):
    kind: Literal["true-false"]
    key: bool


class Pair(Part):
    """Two things that belong together."""

    slug: Slug
    left: Prose
    right: Prose


class Matching(BaseItem):
    """The pairs are the key; in print the right-hand sides stand in another order."""

    kind: Literal["matching"]
    pairs: tuple[Pair, ...] = Field(min_length=3, max_length=8)


class ShortAnswer(BaseItem):
    kind: Literal["short-answer"]
    lines: int = Field(default=3, ge=1, le=12)
    model_answer: Prose


AssessmentItem = Annotated[
    SingleChoice | MultipleChoice | TrueFalse | Matching | ShortAnswer,
    Field(discriminator="kind"),
]


class KnowledgeTest(Part):
    """Asked on each of the `occasions`, such as before and after the module, with the same items.

    Each occasion has a form of its own, in which they stand in another order.
    """

    slug: Slug
    title: Text
    instructions: Prose
    minutes: int = Field(ge=1, le=180)
    occasions: tuple[Occasion, ...] = Field(min_length=2, max_length=4)
    reading: Prose
    items: tuple[AssessmentItem, ...] = Field(min_length=1)
