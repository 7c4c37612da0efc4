"""A curve: a line that rises to a peak and falls, its places numbered, their titles outside of it."""

from itertools import pairwise
from math import exp, log, sqrt
from typing import Final

from generator.model.figure import CurveFigure
from generator.rendering.figures.shapes import (
    BADGE,
    LINE,
    WIDTH,
    Arrow,
    Badge,
    Drawing,
    Label,
    Point,
    broken,
    path,
)

MIDDLE: Final = WIDTH / 2
SPREAD: Final = 56.0
"""How wide the hill is."""
LEVELS: Final = {1: (0.45,), 2: (0.3, 0.68), 3: (0.2, 0.45, 0.72)}
"""How far up the hill a side's places lie, from the lowest to the highest."""
LEAST_HEIGHT: Final = 150.0
PEAK_ROOM: Final = 250.0
FROM_BADGE: Final = BADGE + 7
BELOW_PLACE: Final = 6.0
"""A title reaches so far below its place, where the line, falling away, still leaves room."""
APART: Final = 9.0


def draw_curve(figure: CurveFigure, time: str) -> Drawing:
    """Draws a curve.

    Args:
        figure: What to draw.
        time: What grows to the right.
    """
    peak = broken(figure.peak.title, PEAK_ROOM)
    summit = len(peak) * LINE + 2 * BADGE + 4
    rising = _places(len(figure.rising), -1)
    falling = _places(len(figure.falling), 1)
    titles = [broken(stage.title, _room(x)) for stage, (x, _) in zip(figure.rising, rising, strict=True)]
    later = [broken(stage.title, _room(x)) for stage, (x, _) in zip(figure.falling, falling, strict=True)]
    high = max(_needed(titles, rising), _needed(later[::-1], falling[::-1]))
    ground = summit + high

    def at(place: Point) -> Point:
        return place[0], ground - place[1] * high

    labels = [Label(MIDDLE, len(peak) * LINE / 2, peak)]
    labels += [_beside(at(place), lines, "end") for place, lines in zip(rising, titles, strict=True)]
    labels += [_beside(at(place), lines, "start") for place, lines in zip(falling, later, strict=True)]
    badges = tuple(
        Badge(*at(place), number) for number, place in enumerate([*rising, (MIDDLE, 1.0), *falling], 1)
    )
    hill = path(at((float(x), _level(x))) for x in range(2, int(WIDTH) - 1, 2))
    said = broken(time, WIDTH / 2)
    base = ground + 12
    labels.append(Label(WIDTH - 2, base + 6 + len(said) * LINE / 2, said, "end", bold=False))
    axis = Arrow(((2.0, base), (WIDTH - 2, base)))
    return Drawing(base + 8 + len(said) * LINE, (), (axis,), tuple(labels), (hill,), badges)


def _level(x: float) -> float:
    return exp(-(((x - MIDDLE) / SPREAD) ** 2))


def _places(number: int, side: int) -> list[Point]:
    """Where on the hill a side's places lie, from left to right: across, and how far up."""
    places = [(MIDDLE + side * SPREAD * sqrt(-log(level)), level) for level in LEVELS[number]]
    return places[::-side]


def _room(x: float) -> float:
    """The room between a place and the nearer edge."""
    return min(x, WIDTH - x) - FROM_BADGE - 2


def _beside(place: Point, lines: tuple[str, ...], anchor: str) -> Label:
    x, y = place
    outwards = -FROM_BADGE if anchor == "end" else FROM_BADGE
    return Label(x + outwards, y + BELOW_PLACE - len(lines) * LINE / 2, lines, anchor)


def _needed(titles: list[tuple[str, ...]], places: list[Point]) -> float:
    """How high the hill must be so that no title of a side, from the lowest place up, meets the next."""
    needs = [LEAST_HEIGHT]
    for (lower, one), (_, other) in pairwise(zip(titles, places, strict=True)):
        needs.append((len(lower) * LINE + APART) / (other[1] - one[1]))
    needs.append((len(titles[-1]) * LINE - BELOW_PLACE) / (1 - places[-1][1]))
    return max(needs)
