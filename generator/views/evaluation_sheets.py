"""The sheets of an evaluation as they are printed: forms, answer sheets, observation sheets, and for when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model.assessment import KnowledgeTest
from generator.model.course import WHOLE_COURSE
from generator.model.evaluation import CourseEvaluation, EvaluationForm, EvaluationSheet
from generator.model.instrument import DescriptiveInstrument, ScoredInstrument
from generator.model.occasion import Occasion
from generator.model.respondent import Respondent
from generator.model.rubric import Rubric
from generator.views.knowledge_form import KnowledgeForm, forms_of

SheetKind = Literal[
    "knowledge-test", "answer-sheet", "rubric", "observation", "instrument", "evaluation-form"
]


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """One sheet of an evaluation: the part that it is made from, and for a test the form.

    `home` is the module's slug, or that of the whole course; together with the slugs of part, occasion and
    item it names every blank.
    """

    kind: SheetKind
    part: EvaluationSheet
    home: str
    form: KnowledgeForm | None = None

    @property
    def scheme(self) -> str:
        """The scheme by which cross-references name the part that it is made from."""
        match self.kind:
            case "answer-sheet":
                return "knowledge-test"
            case "observation":
                return "rubric"
            case kind:
                return kind

    @property
    def name(self) -> str:
        """What its file and its anchor are called; no slug has two hyphens in a row."""
        return "--".join(self._steps)

    @property
    def key(self) -> str:
        """What the names of its fields begin with, in files to fill in: module, part, occasion, kind."""
        return "/".join((self.home, *self._steps))

    @property
    def _steps(self) -> list[str]:
        """What tells it from every other sheet of its home: part, occasion, kind."""
        steps = [self.part.slug]
        if self.form:
            steps.append(self.form.occasion.slug)
        if self.kind in ("answer-sheet", "observation"):
            steps.append(self.kind)
        return steps

    @property
    def target(self) -> str:
        """What its anchor says after its kind: cross-references to a test lead to its first form."""
        is_named = self.kind == "knowledge-test" and self.form and self.form.is_first
        return self.part.slug if is_named else self.name

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        """When it is filled in, as far as the curriculum says so."""
        if self.form:
            return (self.form.occasion,)
        if isinstance(self.part, ScoredInstrument | DescriptiveInstrument):
            return self.part.occasions
        return ()

    @property
    def filled_in_by(self) -> Respondent:
        match self.part:
            case Rubric():
                return "observer"
            case KnowledgeTest() | EvaluationForm():
                return "participant"
            case instrument:
                return instrument.filled_in_by


def printed_sheets(evaluation: CourseEvaluation, module: str | None) -> tuple[PrintedSheet, ...]:
    """The sheets of a module's evaluation, or for None of the course's own, in the order of the pack."""
    home = module or WHOLE_COURSE
    return tuple(sheet for kind, part in evaluation.sheets for sheet in _sheets(kind, part, home))


def _sheets(kind: str, part: EvaluationSheet, home: str) -> Iterator[PrintedSheet]:
    match part:
        case KnowledgeTest():
            for form in forms_of(part):
                yield PrintedSheet("knowledge-test", part, home, form)
                yield PrintedSheet("answer-sheet", part, home, form)
        case Rubric():
            yield PrintedSheet("rubric", part, home)
            yield PrintedSheet("observation", part, home)
        case EvaluationForm():
            yield PrintedSheet("evaluation-form", part, home)
        case _:
            yield PrintedSheet("instrument", part, home)


@dataclass(frozen=True, slots=True)
class WhenDue:
    """What is filled in on one occasion; for None, on none that the curriculum names."""

    occasion: Occasion | None
    sheets: tuple[PrintedSheet, ...]


def when_due(sheets: Iterable[PrintedSheet]) -> tuple[WhenDue, ...]:
    """The sheets by occasion, so that the one for today is found; those for no occasion come last.

    Occasions with the same slug are the same; the first says what it is called.
    """
    occasions: dict[str, Occasion] = {}
    due: dict[str, list[PrintedSheet]] = {}
    others: list[PrintedSheet] = []
    for sheet in sheets:
        for occasion in sheet.occasions:
            occasions.setdefault(occasion.slug, occasion)
            due.setdefault(occasion.slug, []).append(sheet)
        if not sheet.occasions:
            others.append(sheet)
    dated = tuple(WhenDue(occasions[slug], tuple(found)) for slug, found in due.items())
    return (*dated, WhenDue(None, tuple(others))) if others else dated
