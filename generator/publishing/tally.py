"""Counts what a build made, by language and kind: new or kept, pages, and time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["handbooks", "sheets", "site"]


@dataclass(slots=True)
class Count:
    """What was made of one kind in one language.

    `new` and `kept` are files for PDFs and pages for a site; `seconds` are those of all processes together.
    """

    language: str
    kind: Kind
    new: int = 0
    kept: int = 0
    pages: int = 0
    seconds: float = 0


class Tally:
    """Counts, by language and kind."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, Kind], Count] = {}

    def add(
        self,
        language: str,
        kind: Kind,
        *,
        new: int = 0,
        kept: int = 0,
        pages: int = 0,
        seconds: float = 0,
    ) -> None:
        """Count something."""
        count = self._counts.setdefault((language, kind), Count(language, kind))
        count.new += new
        count.kept += kept
        count.pages += pages
        count.seconds += seconds

    def __iter__(self) -> Iterator[Count]:
        return iter(self._counts[key] for key in sorted(self._counts))
