"""A cycle: boxes around a ring, clockwise from the top, with a piece of the ring from each to the next."""

from itertools import pairwise
from math import atan2, cos, pi, sin
from typing import Final

from generator.model.figure import CycleFigure
from generator.rendering.figures.shapes import (
    BADGE,
    CLEAR,
    HEAD,
    WIDTH,
    Arrow,
    Box,
    Drawing,
    Point,
    box,
    box_height,
)

BOX_WIDTHS: Final = {3: 136.0, 4: 132.0, 5: 116.0, 6: 116.0}
APART: Final = 15.0
"""Half of the room that two boxes leave for the arrow between them."""
STEPS: Final = 1440
"""Into how many pieces the ring is cut to find where a box ends."""


def draw_cycle(figure: CycleFigure) -> Drawing:
    number = len(figure.stages)
    wide = BOX_WIDTHS[number]
    high = max(box_height(stage.title, wide) for stage in figure.stages)
    angles = [2 * pi * index / number - pi / 2 for index in range(number)]
    across = (WIDTH - wide) / 2 / max(abs(cos(angle)) for angle in angles) - 1
    down = 84.0
    while _crowded(_corners(angles, across, down, wide, high), wide, high):
        down += 4
    lift = BADGE + 1 - min(top for _, top in _corners(angles, across, down, wide, high))
    boxes = tuple(
        box((left + WIDTH / 2, top + lift), wide, high, stage.title, index)
        for index, (stage, (left, top)) in enumerate(
            zip(figure.stages, _corners(angles, across, down, wide, high), strict=True), 1
        )
    )
    centre = (WIDTH / 2, lift)
    arrows = tuple(_arc(one, other, centre, (across, down)) for one, other in pairwise((*boxes, boxes[0])))
    return Drawing(max(one.bottom for one in boxes) + 1, boxes, arrows)


def _corners(angles: list[float], across: float, down: float, wide: float, high: float) -> list[Point]:
    """The upper left corners of boxes around the point 0, 0."""
    return [(across * cos(angle) - wide / 2, down * sin(angle) - high / 2) for angle in angles]


def _crowded(corners: list[Point], wide: float, high: float) -> bool:
    return any(
        abs(left - other_left) < wide + 2 * APART and abs(top - other_top) < high + 2 * APART
        for index, (left, top) in enumerate(corners)
        for other_left, other_top in corners[:index]
    )


def _arc(one: Box, other: Box, centre: Point, radii: Point) -> Arrow:
    """The ring's piece from where it leaves one box to where it comes to the other."""

    def at(angle: float) -> Point:
        return centre[0] + radii[0] * cos(angle), centre[1] + radii[1] * sin(angle)

    x, y = one.middle
    start = atan2((y - centre[1]) / radii[1], (x - centre[0]) / radii[0])
    ring = [at(start + 2 * pi * step / STEPS) for step in range(STEPS)]
    leaves = next(index for index, point in enumerate(ring) if not one.holds(point, CLEAR))
    arrives = next(index for index, point in enumerate(ring) if index > leaves and other.holds(point, CLEAR))
    base = next(
        index
        for index in range(arrives, leaves, -1)
        if abs(ring[index][0] - ring[arrives - 1][0]) + abs(ring[index][1] - ring[arrives - 1][1]) >= HEAD
    )
    return Arrow((ring[leaves], ring[base], ring[arrives - 1]), radii)
