"""Turns a whole course into what an organisation has chosen of it.

What only left-out sessions need goes with them: their objectives, sheets and test items, and the programmes
that lead through them. Cross-references to what went keep its title.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, Self, TypeVar

from generator.model.course import Course
from generator.model.evaluation import Evaluation
from generator.model.instrument import DescriptiveInstrument, Instrument, ScoredInstrument
from generator.model.left_out import NOTHING_LEFT_OUT, LeftOut
from generator.model.module import Module
from generator.model.part import Slug
from generator.model.programme import Programme, SessionEntry
from generator.model.rubric import Rubric


class _Measuring(Protocol):
    """A part that says which objectives it measures."""

    @property
    def objectives(self) -> tuple[Slug, ...]: ...

    def model_copy(self, *, update: Mapping[str, Any]) -> Self: ...


M = TypeVar("M", bound=_Measuring)


def chosen(course: Course, left_out: LeftOut) -> Course:
    """The course without what is left out, and without what only that needs."""
    if left_out == NOTHING_LEFT_OUT:
        return course
    modules = tuple(
        _chosen_module(module, left_out) for module in course.modules if module.slug not in left_out.modules
    )
    used = {slug for module in modules for session in module.sessions for slug in session.used_worksheets}
    smaller = course.model_copy(
        update={
            "modules": modules,
            "programmes": tuple(p for p in course.programmes if not is_left_out(p, left_out)),
            "chapters": tuple(c for c in course.chapters if c.slug not in left_out.chapters),
            "worksheets": tuple(
                sheet
                for sheet in course.worksheets
                if sheet.slug not in left_out.worksheets or sheet.slug in {*used, course.back_cover}
            ),
        }
    )
    there = dict(smaller.titles())
    gone = {target: title for target, title in course.titles() if target not in there}
    return smaller.model_copy(update={"left_out": gone})


def is_left_out(programme: Programme, left_out: LeftOut) -> bool:
    """Whether a programme goes: by its own name, or because it leads through a session that goes."""
    return programme.slug in left_out.programmes or any(
        left_out.session(entry.module, entry.session)
        for day in programme.days
        for entry in day.entries
        if isinstance(entry, SessionEntry)
    )


def _chosen_module(module: Module, left_out: LeftOut) -> Module:
    sessions = tuple(s for s in module.sessions if not left_out.session(module.slug, s.slug))
    if len(sessions) == len(module.sessions):
        return module
    aims = {slug for session in sessions for slug in session.objectives}
    gone = {slug for session in module.sessions for slug in session.objectives} - aims
    used = {slug for session in sessions for slug in session.used_worksheets}
    unused = {slug for session in module.sessions for slug in session.used_worksheets} - used
    evaluation = module.evaluation
    return module.model_copy(
        update={
            "sessions": sessions,
            "objectives": tuple(one for one in module.objectives if one.slug not in gone),
            "worksheets": tuple(sheet for sheet in module.worksheets if sheet.slug not in unused),
            "evaluation": _chosen_evaluation(evaluation, gone) if evaluation else None,
        }
    )


def _chosen_evaluation(evaluation: Evaluation, gone: set[Slug]) -> Evaluation | None:
    """What measures something that is still taught; None where test or form would be empty."""
    items = _still_measuring(evaluation.knowledge_test.items, gone)
    questions = _still_measuring(evaluation.evaluation_form.questions, gone)
    if not (items and questions):
        return None
    rubrics = (_chosen_rubric(rubric, gone) for rubric in evaluation.rubrics)
    instruments = (_chosen_instrument(instrument, gone) for instrument in evaluation.instruments)
    return evaluation.model_copy(
        update={
            "knowledge_test": evaluation.knowledge_test.model_copy(update={"items": items}),
            "evaluation_form": evaluation.evaluation_form.model_copy(update={"questions": questions}),
            "rubrics": tuple(filter(None, rubrics)),
            "instruments": tuple(filter(None, instruments)),
        }
    )


def _chosen_rubric(rubric: Rubric, gone: set[Slug]) -> Rubric | None:
    criteria = _still_measuring(rubric.criteria, gone)
    return rubric.model_copy(update={"criteria": criteria}) if criteria else None


def _chosen_instrument(instrument: Instrument, gone: set[Slug]) -> Instrument | None:
    """An instrument stays whole, so that its results can be compared, unless all that it measures went."""
    measured = list(_measured(instrument))
    if measured and all(objectives and gone.issuperset(objectives) for objectives in measured):
        return None
    if isinstance(instrument, DescriptiveInstrument):
        aspects = tuple(_without(aspect, gone) for aspect in instrument.aspects)
        return instrument.model_copy(update={"aspects": aspects})
    fields = tuple(
        field.model_copy(update={"indicators": tuple(_without(one, gone) for one in field.indicators)})
        for field in instrument.fields
    )
    return instrument.model_copy(update={"fields": fields})


def _measured(instrument: Instrument) -> Iterable[tuple[Slug, ...]]:
    """The objectives of each thing that an instrument asks for."""
    if isinstance(instrument, ScoredInstrument):
        return (one.objectives for field in instrument.fields for one in field.indicators)
    return (aspect.objectives for aspect in instrument.aspects)


def _still_measuring(parts: Iterable[M], gone: set[Slug]) -> tuple[M, ...]:
    """Those that measure more than objectives that went, without these."""
    return tuple(
        _without(part, gone) for part in parts if not part.objectives or not gone.issuperset(part.objectives)
    )


def _without(part: M, gone: set[Slug]) -> M:
    """A part that names none of the objectives that went."""
    left = tuple(slug for slug in part.objectives if slug not in gone)
    return part if left == part.objectives else part.model_copy(update={"objectives": left})
