"""The rows that compare steps of one course, with their goals."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tests.benchmarks.line import Figures, Line, line


@dataclass(frozen=True, slots=True)
class Comparison:
    """One line of a row: the steps that it needs, and what it makes of their seconds."""

    name: str
    steps: tuple[str, ...]
    of: Callable[[Figures], float]
    goal: float
    unit: Literal["ratio", "seconds"] = "ratio"


def _against(name: str, step: str, *whole: str, goal: float) -> Comparison:
    """A step against others, one after the other."""
    return Comparison(name, (step, *whole), lambda one: one[step] / sum(one[other] for other in whole), goal)


ROWS: Final[Mapping[str, tuple[Comparison, ...]]] = {
    "full": (_against("full", "full", "bare_site", "bare_print", goal=0.65),),
    "edited": (
        _against("typo", "typo", "full", goal=0.15),
        _against("sentence", "sentence", "full", goal=0.15),
        _against("site_typo", "site_typo", "full_site", goal=0.30),
        _against("site_sentence", "site_sentence", "full_site", goal=0.30),
    ),
    "unchanged": (
        Comparison(
            "unchanged",
            ("unchanged", "imports"),
            lambda one: one["unchanged"] - one["imports"],
            goal=0.5,
            unit="seconds",
        ),
    ),
    "own": (_against("own", "own_part", "full", goal=0.10),),
}


def steps_of(rows: Sequence[str]) -> set[str]:
    """The steps that some rows need."""
    return {step for row in rows for comparison in ROWS.get(row, ()) for step in comparison.steps}


def lines_of(row: str, rounds: Sequence[Figures]) -> list[Line]:
    return [line(row, one.name, rounds, one.of, one.goal, one.unit) for one in ROWS[row]]
