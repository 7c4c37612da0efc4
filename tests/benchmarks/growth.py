"""What a page costs in a course that is so many times as large."""

from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Final

from tests.benchmarks.courses import generated_project
from tests.benchmarks.line import Figures, Line, line
from tests.benchmarks.memory import Peaks
from tests.benchmarks.project import Project, narrowed
from tests.benchmarks.steps import Told
from tests.generated.size import Size

FACTORS: Final = (1, 4, 16)
MEDIA: Final = ("handbooks", "site")
TIME_GOAL: Final = 1.15
MEMORY_GOAL: Final = 1.5


class GrowthSteps:
    """Generated courses of several sizes, each built anew in every round, handbooks and site apart."""

    def __init__(
        self, folder: Path, jobs: int, factors: Sequence[int], size: Size, editions: Sequence[str]
    ) -> None:
        self.factors = tuple(factors)
        self._jobs = jobs
        self._narrowed = narrowed(editions)
        self._project = cache(
            lambda factor: generated_project(folder / f"times-{factor}", size.times(factor))
        )

    def round(self, told: Told) -> Figures:
        figures: dict[str, float] = {}
        for factor in self.factors:
            for medium in MEDIA:
                found = self._build(self._project(factor), medium)
                figures |= {f"{medium} {name} {factor}": value for name, value in found.items()}
                told(f"{medium} × {factor}", found["seconds"])
        return figures

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


def _time_a_page(medium: str, factor: int, first: int, figures: Figures) -> float:
    """What a page takes at this size, against the first."""
    larger, smaller = (
        figures[f"{medium} seconds {n}"] / figures[f"{medium} pages {n}"] for n in (factor, first)
    )
    return larger / smaller


def _memory(process: str, factor: int, first: int, figures: Figures) -> float:
    return figures[f"{process} {factor}"] / figures[f"{process} {first}"]
