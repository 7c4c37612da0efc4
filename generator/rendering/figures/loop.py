"""A loop: stages from left to right, then below them from right to left, and the way back on the left."""

from itertools import pairwise
from typing import Final

from generator.model.figure import LoopFigure, Stage
from generator.rendering.figures.shapes import (
    BADGE,
    CLEAR,
    LINE,
    WIDTH,
    Arrow,
    Box,
    Drawing,
    Label,
    box,
    box_height,
    broken,
)

GAP: Final = 22.0
LEAST_BETWEEN: Final = 56.0


def draw_loop(figure: LoopFigure) -> Drawing:
    half = -(-len(figure.stages) // 2)
    upper = _row(figure.stages[:half], BADGE + 1, 1)
    edge = upper[0].middle[0] + 14
    said = broken(figure.way_back, upper[-1].middle[0] - edge - 14)
    between = max(LEAST_BETWEEN, len(said) * LINE + 28)
    lower = _row(figure.stages[half:][::-1], upper[0].bottom + between, half + 1)[::-1]
    arrows = [_across(one, other) for one, other in [*pairwise(upper), *pairwise(lower)]]
    down, up = upper[-1].middle[0], upper[0].middle[0]
    arrows.append(Arrow(((down, upper[-1].bottom + CLEAR), (down, lower[0].top - CLEAR))))
    arrows.append(Arrow(((up, lower[-1].top - CLEAR), (up, upper[0].bottom + CLEAR)), dashed=True))
    label = Label(edge, upper[0].bottom + between / 2, said, "start", bold=False)
    return Drawing(lower[0].bottom + 1, (*upper, *lower), tuple(arrows), (label,))


def _row(stages: tuple[Stage, ...], top: float, first: int) -> list[Box]:
    """Boxes over the whole width; below, where the stages run back, the numbers do, too."""
    wide = (WIDTH - 2 - GAP * (len(stages) - 1)) / len(stages)
    high = max(box_height(stage.title, wide) for stage in stages)
    backwards = first > 1
    return [
        box(
            (1 + column * (wide + GAP), top),
            wide,
            high,
            stage.title,
            first + (len(stages) - 1 - column if backwards else column),
        )
        for column, stage in enumerate(stages)
    ]


def _across(one: Box, other: Box) -> Arrow:
    y = one.middle[1]
    if one.left < other.left:
        return Arrow(((one.right + CLEAR, y), (other.left - CLEAR, y)))
    return Arrow(((one.left - CLEAR, y), (other.right + CLEAR, y)))
