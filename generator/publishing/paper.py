"""Paper: the sizes that handbooks are printed on."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, upright, in millimetres."""

    name: str
    width: float
    height: float

    @property
    def half(self) -> "Paper":
        """What a sheet becomes when it is folded once; half of A4 is A5."""
        return Paper(f"half-{self.name}", self.height / 2, self.width)

    @property
    def style(self) -> str:
        """CSS that gives the pages their size, and tells the style sheets of it."""
        width, height = f"{self.width:g}mm", f"{self.height:g}mm"
        return (
            f"@page {{ size: {width} {height} }}"
            f"@page wide {{ size: {height} {width} }}"
            f"@page alone-wide {{ size: {height} {width} }}"
            f":root {{ --page-height: {height} }}"
        )


A4: Final = Paper("a4", 210, 297)
F4: Final = Paper("f4", 215, 330)
"""The Indonesian folio."""
LETTER: Final = Paper("letter", 215.9, 279.4)
PAPERS: Final = {paper.name: paper for paper in (A4, F4, LETTER)}
