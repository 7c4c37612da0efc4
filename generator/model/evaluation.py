"""Evaluation of the course and of a module: what is measured, with which sheets."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.assessment import KnowledgeTest
from generator.model.instrument import Instrument
from generator.model.part import Part, Prose, Slug, Text
from generator.model.rubric import Rubric


class RatingQuestion(Part):
    kind: Literal["rating"]
    slug: Slug
    text: Prose
    scale: Slug
    objectives: tuple[Slug, ...] = ()


class OpenQuestion(Part):
    kind: Literal["open"]
    slug: Slug
    text: Prose
    lines: int = Field(default=3, ge=1, le=12)
    objectives: tuple[Slug, ...] = ()


FormQuestion = Annotated[RatingQuestion | OpenQuestion, Field(discriminator="kind")]


class EvaluationForm(Part):
    """What participants think of the training; anonymous."""

    slug: Slug
    title: Text
    instructions: Prose
    questions: tuple[FormQuestion, ...] = Field(min_length=1)


EvaluationSheet = KnowledgeTest | EvaluationForm | Rubric | Instrument
NamedSheets = tuple[tuple[str, EvaluationSheet], ...]
"""Sheets with the word by which cross-references name their kind."""


class CourseEvaluation(Part):
    """What the course as a whole is measured with, whatever the module.

    `introduction` tells the facilitator what is measured, when, and what the results may not claim.
    """

    introduction: Prose
    rubrics: tuple[Rubric, ...] = ()
    instruments: tuple[Instrument, ...] = ()

    @property
    def sheets(self) -> NamedSheets:
        """What is printed as a sheet of its own."""
        return (
            *(("rubric", rubric) for rubric in self.rubrics),
            *(("instrument", instrument) for instrument in self.instruments),
        )


class Evaluation(CourseEvaluation):
    """What one module is measured with."""

    knowledge_test: KnowledgeTest
    evaluation_form: EvaluationForm

    @property
    def sheets(self) -> NamedSheets:
        """What is printed as a sheet of its own."""
        return (
            ("knowledge-test", self.knowledge_test),
            *super().sheets,
            ("evaluation-form", self.evaluation_form),
        )
