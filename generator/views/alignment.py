"""Alignment of a module: which objective is taught in which session, and assessed by what."""

from dataclasses import dataclass

from generator.model.activity import BaseActivity
from generator.model.assessment import KnowledgeTest
from generator.model.evaluation import EvaluationForm, EvaluationSheet, NamedSheets
from generator.model.instrument import DescriptiveInstrument, ScoredInstrument
from generator.model.module import Objective
from generator.model.rubric import Rubric
from generator.views.course import ModuleView, SessionView
from generator.views.timeline import TimedActivity


@dataclass(frozen=True, slots=True)
class AlignmentRow:
    """One objective: in each session the activities that teach it, in each sheet the numbers of the parts
    (items, criteria, indicators, questions) that assess it.
    """

    objective: Objective
    taught: tuple[tuple[TimedActivity, ...], ...]
    assessed: tuple[tuple[int, ...], ...]

    @property
    def minutes(self) -> int:
        """The minutes of all activities that teach it."""
        return sum(timed.activity.minutes for session in self.taught for timed in session)


@dataclass(frozen=True, slots=True)
class Alignment:
    """The matrix: a row an objective, a column a session and then a column an evaluation sheet."""

    sessions: tuple[SessionView, ...]
    sheets: NamedSheets
    rows: tuple[AlignmentRow, ...]


def alignment(view: ModuleView) -> Alignment:
    """The alignment of a module as everyone sees it."""
    evaluation = view.module.evaluation
    sheets = evaluation.sheets if evaluation else ()
    rows = tuple(
        AlignmentRow(
            objective,
            tuple(_teaching(session, objective.slug) for session in view.sessions),
            tuple(_assessing(sheet, objective.slug) for _, sheet in sheets),
        )
        for objective in view.module.objectives
    )
    return Alignment(view.sessions, sheets, rows)


def _teaching(session: SessionView, objective: str) -> tuple[TimedActivity, ...]:
    return tuple(
        timed
        for timed in session.timeline
        if isinstance(timed.activity, BaseActivity) and objective in timed.activity.objectives
    )


def _assessing(sheet: EvaluationSheet, objective: str) -> tuple[int, ...]:
    parts = _parts(sheet)
    return tuple(number for number, objectives in enumerate(parts, 1) if objective in objectives)


def _parts(sheet: EvaluationSheet) -> list[tuple[str, ...]]:
    """The objectives of everything on a sheet that can be judged, in the order in which it is numbered."""
    match sheet:
        case KnowledgeTest():
            return [item.objectives for item in sheet.items]
        case Rubric():
            return [criterion.objectives for criterion in sheet.criteria]
        case EvaluationForm():
            return [question.objectives for question in sheet.questions]
        case ScoredInstrument():
            return [indicator.objectives for field in sheet.fields for indicator in field.indicators]
        case DescriptiveInstrument():
            return [aspect.objectives for aspect in sheet.aspects]
