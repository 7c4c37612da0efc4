"""What a drawing is made of. Lengths are in the drawing's own unit; `y` grows downwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot
from typing import Final

from generator.rendering.lettering import lines, width

WIDTH: Final = 360.0
"""Every drawing's width: narrow enough for a phone, where a label of this size can still be read."""
SIZE: Final = 14.0
LINE: Final = 17.0
CAPITAL: Final = 0.67
"""A capital's height in parts of the size."""
PADDING: Final = 8.0
BADGE: Final = 10.0
"""The radius of a stage's number."""
HEAD: Final = 9.0
"""An arrow's head: its length, and the length of its base."""
CLEAR: Final = 3.0
"""The room between an arrow and what it points to."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text; `x` is their left end, their middle or their right end, as `anchor` says, and `y` is the
    middle of all of them.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    anchor: str = "middle"
    bold: bool = True

    @property
    def height(self) -> float:
        return len(self.lines) * LINE

    @property
    def baselines(self) -> list[tuple[float, str]]:
        first = self.y - (len(self.lines) - 1) * LINE / 2 + SIZE * CAPITAL / 2
        return [(round(first + number * LINE, 1), line) for number, line in enumerate(self.lines)]

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        wide = max(width(line, SIZE) for line in self.lines)
        left = {"start": self.x, "middle": self.x - wide / 2, "end": self.x - wide}[self.anchor]
        return left, self.y - self.height / 2, left + wide, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Box:
    """A stage, or with round ends something else that is said on the way."""

    left: float
    top: float
    width: float
    height: float
    lines: tuple[str, ...]
    number: int | None = None
    dashed: bool = False

    @property
    def middle(self) -> Point:
        return self.left + self.width / 2, self.top + self.height / 2

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def label(self) -> Label:
        return Label(*self.middle, self.lines, bold=self.number is not None)

    @property
    def corner(self) -> float:
        return 5 if self.number is not None else min(self.height / 2, 17)

    def holds(self, point: Point, around: float = 0) -> bool:
        x, y = point
        return self.left - around < x < self.right + around and self.top - around < y < self.bottom + around


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line from one place to another: straight pieces, or a piece of a ring of the given radii."""

    points: tuple[Point, ...]
    radii: Point | None = None
    dashed: bool = False

    @property
    def tip(self) -> Point:
        return self.points[-1]

    @property
    def start(self) -> Point:
        return self.points[0]

    @property
    def path(self) -> str:
        """The line up to the head's base."""
        *before, _ = self.points
        way = [*before, self._base] if self.radii is None else [self.start, self._base]
        joint = "L" if self.radii is None else "A{:g} {:g} 0 0 1 ".format(*self.radii)
        return "M" + joint.join(_written(point) for point in way)

    @property
    def head(self) -> str:
        (tip_x, tip_y), (x, y) = self.tip, self._base
        across_x, across_y = (tip_y - y) / 2, (x - tip_x) / 2
        corners = ((x + across_x, y + across_y), (x - across_x, y - across_y))
        return f"M{_written(self.tip)}L{'L'.join(_written(corner) for corner in corners)}z"

    @property
    def _base(self) -> Point:
        """Where the head ends, one head's length before the tip."""
        (x, y), (tip_x, tip_y) = self.points[-2], self.tip
        share = HEAD / hypot(tip_x - x, tip_y - y)
        return tip_x + (x - tip_x) * share, tip_y + (y - tip_y) * share


@dataclass(frozen=True, slots=True)
class Badge:
    """A stage's number in a circle."""

    x: float
    y: float
    number: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn; `lines` are paths."""

    height: float
    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    labels: tuple[Label, ...] = ()
    lines: tuple[str, ...] = ()
    places: tuple[Badge, ...] = ()
    width: float = WIDTH

    @property
    def all_labels(self) -> tuple[Label, ...]:
        """What is written: in the boxes and beside the lines."""
        return (*(box.label for box in self.boxes), *self.labels)

    @property
    def badges(self) -> tuple[Badge, ...]:
        """The stages' numbers: on the upper left corner of a box, or at their place on a line."""
        return self.places + tuple(
            Badge(box.left + 16, box.top, box.number) for box in self.boxes if box.number is not None
        )


def broken(text: str, room: float) -> tuple[str, ...]:
    """A label's lines in the room that it has."""
    return lines(text, SIZE, room)


def box_height(text: str, wide: float, numbered: bool = True) -> float:
    """The height that a box of this width needs for its text."""
    above = BADGE if numbered else PADDING
    return len(broken(text, wide - 2 * PADDING)) * LINE + 2 * above


def box(
    place: Point, wide: float, high: float, text: str, number: int | None = None, dashed: bool = False
) -> Box:
    """A box with its upper left corner at a place."""
    return Box(*place, wide, high, broken(text, wide - 2 * PADDING), number, dashed)


def path(points: Iterable[Point]) -> str:
    """A line through these points."""
    return "M" + "L".join(_written(point) for point in points)


def _written(point: Point) -> str:
    return "{:g} {:g}".format(*(round(value, 1) for value in point))
