"""Activities of a session: what the group does, minute by minute, one class a kind."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.model.figure import Figure
from generator.model.part import Minutes, Part, Prose, Slug, Text


class Step(Part):
    """One step: what the facilitator does, says, writes on the flip chart, and may hear back.

    At least one of the four stands; they are read in this order.
    """

    do: Prose | None = None
    say: Prose | None = None
    write: Prose | None = None
    expect: Prose | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Step":  # the error is the finding's code
        if not (self.do or self.say or self.write or self.expect):
            raise ValueError("F09")
        return self


class FacilitatorNote(Part):
    """What may go wrong, and what to do then; never shown to participants."""

    situation: Text
    response: Prose


class Role(Part):
    """One part in a role play, with the words on that player's card."""

    slug: Slug
    title: Text
    brief: Prose


class BaseActivity(Part):
    """What all kinds of activity share."""

    slug: Slug
    title: Text
    minutes: Minutes
    optional: bool = False
    objectives: tuple[Slug, ...] = ()
    worksheets: tuple[Slug, ...] = ()
    steps: tuple[Step, ...] = Field(min_length=1)
    notes: tuple[FacilitatorNote, ...] = ()


class Opening(BaseActivity):
    kind: Literal["opening"]


class CheckIn(BaseActivity):
    """A round in which everyone may speak, and everyone may pass."""

    kind: Literal["check-in"]
    question: Prose


class HomePracticeReview(BaseActivity):
    kind: Literal["home-practice-review"]
    questions: tuple[Prose, ...] = Field(min_length=1)


class Input(BaseActivity):
    """Teaching: `reading` is the matter itself, for facilitators and participants to read."""

    kind: Literal["input"]
    reading: Prose
    figure: Figure | None = None


class Discussion(BaseActivity):
    kind: Literal["discussion"]
    purpose: Prose
    questions: tuple[Prose, ...] = Field(min_length=1)


class Exercise(BaseActivity):
    kind: Literal["exercise"]
    purpose: Prose
    debrief: tuple[Prose, ...] = Field(min_length=1)


class RolePlay(BaseActivity):
    kind: Literal["role-play"]
    purpose: Prose
    scene: Prose
    roles: tuple[Role, ...] = Field(min_length=2)
    debrief: tuple[Prose, ...] = Field(min_length=1)


class Demonstration(BaseActivity):
    """The facilitator shows a skill; `watch_for` is what participants look out for."""

    kind: Literal["demonstration"]
    purpose: Prose
    watch_for: tuple[Prose, ...] = Field(min_length=1)


class Practice(BaseActivity):
    """Everyone tries a skill under guidance; `script` is read aloud, slowly."""

    kind: Literal["practice"]
    purpose: Prose
    script: Prose
    debrief: tuple[Prose, ...] = Field(min_length=1)


class Reflection(BaseActivity):
    kind: Literal["reflection"]
    questions: tuple[Prose, ...] = Field(min_length=1)


class Break(Part):
    kind: Literal["break"]
    slug: Slug
    title: Text
    minutes: Minutes
    optional: bool = False


class Closing(BaseActivity):
    kind: Literal["closing"]


Activity = Annotated[
    Opening
    | CheckIn
    | HomePracticeReview
    | Input
    | Discussion
    | Exercise
    | RolePlay
    | Demonstration
    | Practice
    | Reflection
    | Break
    | Closing,
    Field(discriminator="kind"),
]
