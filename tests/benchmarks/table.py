"""Shows the result: a table to read, and the same as JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from tests.benchmarks.line import Line
from tests.benchmarks.words import say


def table(lines: Sequence[Line], first: int = 1) -> str:
    """The lines under each other.

    Args:
        lines: What was measured.
        first: The size against which growth is told.
    """
    heads = [say("value"), say("spread"), say("goal"), "", say("what")]
    rows = [heads, *(_cells(line, first) for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    return "\n".join(_joined(row, widths) for row in rows)


def as_json(lines: Iterable[Line]) -> list[dict[str, Any]]:
    return [asdict(line) | {"met": line.is_met} for line in lines]


def title(line: Line, first: int = 1) -> str:
    """What a line tells, in words."""
    if line.row != "growth":
        return say(line.name)
    medium, what, factor = line.name.split()
    return say(what, medium=say(medium), factor=factor, first=first)


def _cells(line: Line, first: int) -> list[str]:
    met = {None: "", True: say("met"), False: say("missed")}[line.is_met]
    goal = "" if line.goal is None else f"≤ {_number(line, line.goal)}"
    spread = f"{_number(line, line.low)} – {_number(line, line.high)}"
    return [_number(line, line.value), spread, goal, met, title(line, first)]


def _number(line: Line, value: float) -> str:
    return f"{value:.3f} s" if line.unit == "seconds" else f"{value:.3f}"


def _joined(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
