"""What was cut out of a file's text so that the rest could be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Holes:
    """What was cut: where values stand that nobody knows, and the lines that were left out; from 0.

    `shifted` says of lines that were read with another indentation how many columns further in.
    """

    values: frozenset[tuple[int, int]] = frozenset()
    lines: frozenset[int] = frozenset()
    shifted: Mapping[int, int] = field(default_factory=dict)

    def between(self, first: int, last: int) -> bool:
        """Whether lines were left out from `first` to `last`."""
        return any(first <= line <= last for line in self.lines)
