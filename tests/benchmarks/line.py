"""A line of the result: a ratio or a difference of medians, its spread, and the goal."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Figures = Mapping[str, float]
"""What was measured in a round, by name."""


@dataclass(frozen=True, slots=True)
class Line:
    """`low` and `high` are what single rounds gave; at most `goal` is good, where there is one."""

    row: str
    name: str
    unit: Literal["ratio", "seconds"]
    value: float
    low: float
    high: float
    goal: float | None = None

    @property
    def is_met(self) -> bool | None:
        return None if self.goal is None else self.value <= self.goal


def line(
    row: str,
    name: str,
    rounds: Sequence[Figures],
    of: Callable[[Figures], float],
    goal: float | None = None,
    unit: Literal["ratio", "seconds"] = "ratio",
) -> Line:
    """The line that a formula makes of the medians of all rounds, and of each round alone.

    Args:
        row: The row that it belongs to.
        name: What it is called there.
        rounds: What was measured.
        of: The formula.
        goal: The most that is good.
        unit: What it tells.
    """
    single = [of(figures) for figures in rounds]
    return Line(row, name, unit, of(medians(rounds)), min(single), max(single), goal)


def medians(rounds: Sequence[Figures]) -> Figures:
    return {name: statistics.median(figures[name] for figures in rounds) for name in rounds[0]}
