"""A fork: a beginning and a question, below them two columns, and between these the ways back."""

from itertools import pairwise
from typing import Final

from generator.model.figure import ForkFigure, Stage
from generator.rendering.figures.shapes import (
    BADGE,
    CLEAR,
    WIDTH,
    Arrow,
    Box,
    Drawing,
    Label,
    box,
    box_height,
    broken,
)

GAP: Final = 28.0
COLUMN: Final = (WIDTH - 2 - GAP) / 2
LEFT: Final = 1.0
RIGHT: Final = LEFT + COLUMN + GAP
HEAD_WIDTH: Final = 260.0
BETWEEN: Final = 27.0
ANSWERS: Final = 36.0
"""The room below the question, where the answers stand beside their arrows."""


def draw_fork(figure: ForkFigure, yes: str, no: str) -> Drawing:
    """Draws a fork.

    Args:
        figure: What to draw.
        yes: The answer that leads to the left.
        no: The answer that leads to the right.
    """
    left = (WIDTH - HEAD_WIDTH) / 2
    start = box(
        (left, BADGE + 1), HEAD_WIDTH, box_height(figure.start.title, HEAD_WIDTH), figure.start.title, 1
    )
    high = box_height(figure.question, HEAD_WIDTH, numbered=False)
    question = box((left, start.bottom + BETWEEN), HEAD_WIDTH, high, figure.question)
    columns = _Columns(figure, question.bottom + ANSWERS)
    arrows = [_down(start, question)]
    labels = []
    for answer, column in ((yes, columns.left), (no, columns.right)):
        x = column[0].middle[0]
        arrows.append(Arrow(((x, question.bottom + CLEAR), (x, column[0].top - CLEAR))))
        said = broken(answer, COLUMN / 2 - 16)
        labels.append(Label(x + 12, question.bottom + ANSWERS / 2, said, "start"))
        arrows += [_down(one, other) for one, other in pairwise(column)]
    below = columns.left[-1]
    for stage, back in columns.ways_back:
        y = back.middle[1]
        arrows.append(Arrow(((stage.left - CLEAR, y), (back.right + CLEAR, y)), dashed=True))
        arrows.append(_up(back, below))
        below = back
    boxes = (start, question, *columns.left, *columns.right, *(back for _, back in columns.ways_back))
    return Drawing(max(one.bottom for one in boxes) + 1, boxes, tuple(arrows), tuple(labels))


class _Columns:
    """The boxes of both answers in common rows; a way back stands in its stage's row, below the left ones."""

    def __init__(self, figure: ForkFigure, top: float) -> None:
        self.left: list[Box] = []
        self.right: list[Box] = []
        self.ways_back: list[tuple[Box, Box]] = []
        first_of_right = 2 + len(figure.if_yes)
        for yes, no in _rows(figure):
            back = figure.if_no[no].way_back if no is not None else None
            titles = [
                *([figure.if_yes[yes].title] if yes is not None else []),
                *([figure.if_no[no].title] if no is not None else []),
                *([back.title] if back else []),
            ]
            high = max(box_height(title, COLUMN) for title in titles)
            if yes is not None:
                self.left.append(box((LEFT, top), COLUMN, high, figure.if_yes[yes].title, 2 + yes))
            if no is not None:
                self.right.append(
                    box((RIGHT, top), COLUMN, high, figure.if_no[no].title, first_of_right + no)
                )
            if back:
                self.ways_back.append((self.right[-1], _way_back(back, top, high)))
            top += high + BETWEEN


def _rows(figure: ForkFigure) -> list[tuple[int | None, int | None]]:
    """Which stage of either answer stands in which row: none with a way back beside one of the left."""
    left = len(figure.if_yes)
    rows: list[tuple[int | None, int | None]] = []
    for index, stage in enumerate(figure.if_no):
        while stage.way_back and len(rows) < left:
            rows.append((len(rows), None))
        rows.append((len(rows) if len(rows) < left else None, index))
    rows += [(row, None) for row in range(len(rows), left)]
    return rows


def _way_back(back: Stage, top: float, high: float) -> Box:
    return box((LEFT, top), COLUMN, high, back.title, dashed=True)


def _down(one: Box, other: Box) -> Arrow:
    x = other.middle[0]
    return Arrow(((x, one.bottom + CLEAR), (x, other.top - CLEAR)))


def _up(one: Box, other: Box) -> Arrow:
    x = one.middle[0]
    return Arrow(((x, one.top - CLEAR), (x, other.bottom + CLEAR)), dashed=True)
