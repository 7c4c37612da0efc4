"""A finding: a rule broken at a place, with the facts that its message needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

NEAR: Final = 0.6
"""How alike two words must be for one to be offered for the other."""
LONGEST_WORD: Final = 100
"""So much of a word is compared: comparing takes time that grows with its square."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file as read: its path as shown to people, and its lines for quoting."""

    path: str
    lines: tuple[str, ...] = ()

    def line(self, number: int) -> str:
        """The line with this number (from 1), or nothing where the file has none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: line and column count from 1, `width` is in characters of that line."""

    source: SourceText
    line: int = 1
    column: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule; `facts` fill the rule's message, `allowed` are the words that were possible."""

    code: str
    place: Place
    facts: Mapping[str, str | int] = field(default_factory=dict)
    found: str | None = None
    allowed: tuple[str, ...] = ()

    @property
    def nearest(self) -> str | None:
        """The allowed word that is most like the one found, where one is near."""
        return self.closest(NEAR)

    def closest(self, cutoff: float) -> str | None:
        """The allowed word that is most like the one found, at least as much as `cutoff` (0 to 1) says."""
        if self.found is None:
            return None
        folded = {word.casefold(): word for word in self.allowed}
        near = get_close_matches(self.found[:LONGEST_WORD].casefold(), folded, n=1, cutoff=cutoff)
        return folded[near[0]] if near else None

    @property
    def identity(self) -> tuple[object, ...]:
        """Equal for the same fault met again, as when both languages read one file."""
        place = self.place
        return (
            place.source.path,
            place.line,
            place.column,
            self.code,
            self.found,
            *sorted(self.facts.items()),
        )


def in_reading_order(findings: list[Finding]) -> list[Finding]:
    """Each finding once, sorted by file, line and column."""
    unique = {finding.identity: finding for finding in findings}
    return sorted(unique.values(), key=lambda f: (f.place.source.path, f.place.line, f.place.column, f.code))
