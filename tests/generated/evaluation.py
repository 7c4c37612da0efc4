"""Makes the evaluations of generated courses: every objective is assessed."""

from collections.abc import Sequence
from typing import Any, get_args

from generator.model.assessment import AssessmentItem, KnowledgeTest
from generator.model.evaluation import CourseEvaluation, Evaluation
from generator.model.instrument import Instrument
from generator.model.rubric import Rubric
from tests.generated.fitting import Tree
from tests.generated.part import PartMaker
from tests.generated.size import Size

ITEMS = get_args(get_args(AssessmentItem)[0])
INSTRUMENTS = get_args(get_args(Instrument)[0])


class EvaluationMaker:
    """Slugs of sheets are the only ones of their kind in a course; `place` tells them apart."""

    def __init__(self, maker: PartMaker, size: Size) -> None:
        self._maker = maker
        self._size = size

    def of_module(self, place: int, objectives: Sequence[str]) -> Tree:
        items = [
            self._maker.one_of(ITEMS, f"item-{n}", "items", objectives=list(some))
            for n, some in enumerate(shared_out(objectives, self._size.items), 1)
        ]
        test = self._maker.part(KnowledgeTest, f"test-{place}", items=items)
        form = f"form-{place}"
        tree = self._maker.part(Evaluation, knowledge_test=test, **self._sheets(place, self._size))
        return tree | {"evaluation_form": tree["evaluation_form"] | {"slug": form}}

    def of_course(self) -> Tree:
        """The course's own, which has an instrument of each kind, so that every scale can be used."""
        return self._maker.part(CourseEvaluation, **self._sheets(0, self._size))

    def _sheets(self, place: int, size: Size) -> dict[str, Any]:
        rubrics = [self._maker.part(Rubric, f"rubric-{place}-{n}") for n in range(1, size.rubrics + 1)]
        instruments = [
            self._maker.one_of(INSTRUMENTS, f"instrument-{place}-{n}", "instruments")
            for n in range(1, size.instruments + 1)
        ]
        return {"rubrics": rubrics, "instruments": instruments}


def shared_out(things: Sequence[str], number: int) -> list[Sequence[str]]:
    """Things in so many shares, none of them empty, each thing in one share at least."""
    return [things[n::number] or (things[n % len(things)],) for n in range(number)]
