"""What a page costs in a course that is so many times as large."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from tests.benchmarks.courses import GROWING, generated_project
from tests.benchmarks.line import Figures, Line, line
from tests.benchmarks.memory import Peaks
from tests.benchmarks.project import Project, narrowed
from tests.benchmarks.steps import Told
from tests.generated.size import TINY, Size

FACTORS: Final = (1, 4, 16)
MEDIA: Final = ("handbooks", "site")
GROWING_SITE: Final = GROWING.times(8)
TIME_GOAL: Final = 1.15
MEMORY_GOAL: Final = 1.5


@dataclass(frozen=True, slots=True)
class Growing:
    """What a course is at its first size, for each medium.

    For the site it is larger: over a hundred of its pages tell of the rules and do not grow. What the least
    course takes, which has hardly any others, is taken off each size's time, and its pages off their number.
    """

    handbooks: Size = GROWING
    site: Size = GROWING_SITE

    def size(self, medium: str, factor: int) -> Size:
        of: Size = getattr(self, medium)
        return of.times(factor) if factor else TINY


class GrowthSteps:
    """Generated courses of several sizes, each built anew in every round, handbooks and site apart."""

    def __init__(
        self, folder: Path, jobs: int, factors: Sequence[int], growing: Growing, editions: Sequence[str]
    ) -> None:
        self.factors = tuple(factors)
        self._folder = folder
        self._jobs = jobs
        self._growing = growing
        self._narrowed = narrowed(editions)
        self._projects: dict[tuple[str, int], Project] = {}

    def round(self, told: Told) -> Figures:
        figures: dict[str, float] = {}
        for medium, factor in [(BASED, 0), *((medium, n) for n in self.factors for medium in MEDIA)]:
            found = self._build(self._project(medium, factor), medium)
            figures |= {f"{medium} {name} {factor}": value for name, value in found.items()}
            told(f"{medium} × {factor}", found["seconds"])
        return figures

    def _project(self, medium: str, factor: int) -> Project:
        if (medium, factor) not in self._projects:
            size = self._growing.size(medium, factor)
            made = generated_project(self._folder / f"{medium}-{factor}", size)
            self._projects[medium, factor] = made
        return self._projects[medium, factor]

    def _build(self, project: Project, medium: str) -> dict[str, float]:
        project.clear()
        peaks = Peaks()
        only = ("--only", medium, *(self._narrowed if medium == "handbooks" else ()))
        seconds = project.build(*only, jobs=self._jobs, watch=peaks.watch)
        made = project.made_of
        pages = made.printed if medium == "handbooks" else made.pages
        return {"seconds": seconds, "pages": pages, "main": peaks.main, "worker": peaks.worker}

    def lines(self, rounds: Sequence[Figures]) -> Iterator[Line]:
        """Each size against the first; of memory, too, where the system tells it."""
        first, *larger = self.factors
        for factor in larger:
            for medium in MEDIA:
                yield line("growth", f"{medium} time {factor}", rounds,
                           partial(_time_a_page, medium, factor, first), TIME_GOAL)  # fmt: skip
                for process, goal in (("worker", MEMORY_GOAL), ("main", None)):
                    if all(one[f"{medium} {process} {first}"] for one in rounds):
                        yield line("growth", f"{medium} {process} {factor}", rounds,
                                   partial(_memory, f"{medium} {process}", factor, first), goal)  # fmt: skip


BASED: Final = "site"
"""The medium whose pages do not all grow."""


def _time_a_page(medium: str, factor: int, first: int, figures: Figures) -> float:
    """What a page takes at this size, against the first."""
    larger, smaller = (_of_a_page(medium, size, figures) for size in (factor, first))
    return larger / smaller


def _of_a_page(medium: str, factor: int, figures: Figures) -> float:
    seconds, pages = (figures[f"{medium} {name} {factor}"] for name in ("seconds", "pages"))
    if medium == BASED:
        seconds -= figures[f"{medium} seconds 0"]
        pages -= figures[f"{medium} pages 0"]
    return seconds / pages


def _memory(process: str, factor: int, first: int, figures: Figures) -> float:
    return figures[f"{process} {factor}"] / figures[f"{process} {first}"]
