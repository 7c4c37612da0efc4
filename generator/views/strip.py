"""A session's strip of time: one segment for each activity, as wide as the activity is long."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.views.timeline import TimedActivity

STRIP_WIDTH: Final = 156.0
"""The strip's width in millimetres, gaps included; a page that is narrower scales it."""
GAP: Final = 0.9
NARROWEST: Final = 6.5
"""What a segment needs to hold a number of two digits."""


@dataclass(frozen=True, slots=True)
class Segment:
    """An activity's place on the strip, in millimetres."""

    timed: TimedActivity
    left: float
    width: float

    @property
    def middle(self) -> float:
        return round(self.left + self.width / 2, 2)

    @property
    def right(self) -> float:
        return round(self.left + self.width, 2)


def strip(timeline: Sequence[TimedActivity]) -> tuple[Segment, ...]:
    """The segments of a session's activities from left to right, together as wide as the strip.

    Args:
        timeline: The session's activities, one after the other.
    """
    room = STRIP_WIDTH - GAP * (len(timeline) - 1)
    segments, left = [], 0.0
    for timed, width in zip(timeline, _widths([one.activity.minutes for one in timeline], room), strict=True):
        segments.append(Segment(timed, round(left, 2), round(width, 2)))
        left += width + GAP
    return tuple(segments)


def _widths(minutes: Sequence[int], room: float) -> list[float]:
    """Shares of the room in proportion to the minutes, but none too narrow for its number.

    What the short ones take beyond their share, the others give up in proportion.
    """
    narrowest = min(NARROWEST, room / len(minutes))
    short: set[int] = set()
    while True:
        rest = room - narrowest * len(short)
        long = sum(length for position, length in enumerate(minutes) if position not in short)
        scale = rest / long if long else 0.0
        more = {
            position
            for position, length in enumerate(minutes)
            if position not in short and length * scale < narrowest
        }
        if not more:
            break
        short |= more
    return [narrowest if position in short else length * scale for position, length in enumerate(minutes)]
