"""All that was asked for, measured round by round."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tests.benchmarks import peers
from tests.benchmarks.growth import FACTORS, Growing, GrowthSteps
from tests.benchmarks.line import Line
from tests.benchmarks.peers import Peer, UnreachableError
from tests.benchmarks.project import Made
from tests.benchmarks.rows import ROWS, lines_of, steps_of
from tests.benchmarks.steps import CourseSteps, Told
from tests.benchmarks.words import say


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to measure: which rows, of which course, with so many processes.

    `growing` is the course that grows, by `factors`; `editions` limit what is printed.
    """

    rows: tuple[str, ...]
    course: str
    jobs: int = 2
    factors: tuple[int, ...] = FACTORS
    growing: Growing = field(default_factory=Growing)
    editions: tuple[str, ...] = ()


class Bench:
    """`rounds` holds what each round measured."""

    def __init__(self, folder: Path, wanted: Wanted) -> None:
        self._wanted = wanted
        self.steps = CourseSteps(folder / "course", wanted.course, wanted.jobs, wanted.editions)
        self._growth = GrowthSteps(
            folder / "growth", wanted.jobs, wanted.factors, wanted.growing, wanted.editions
        )
        self.rounds: list[Mapping[str, float]] = []
        self.made: Made | None = None
        self.remarks: list[str] = []

    def round(self, told: Told) -> None:
        """Measure everything once more.

        Raises:
            MeasuredError: A build failed.
        """
        rows = self._wanted.rows
        steps = steps_of(rows) | ({"full"} if "peers" in rows else set())
        figures = dict(self.steps.round(steps, told))
        if "growth" in rows:
            figures |= self._growth.round(told)
        if "peers" in rows and self._peer:
            figures["peer"] = self._peer.run()
            told("mkdocs-to-pdf", figures["peer"])
        if not self.rounds:
            self.remarks += self._remarks(steps)
        self.rounds.append(figures)

    @property
    def lines(self) -> list[Line]:
        rows = self._wanted.rows
        found = [line for row in rows if row in ROWS for line in lines_of(row, self.rounds)]
        found += self._growth.lines(self.rounds) if "growth" in rows else ()
        return [*found, *peers.lines(self.rounds)]

    @cached_property
    def _peer(self) -> Peer | None:
        try:
            return Peer(self.steps.bare)
        except UnreachableError as error:
            self.remarks.append(say("unreachable", why=error))
            return None

    def _remarks(self, steps: set[str]) -> Iterator[str]:
        """What was made: a ratio says nothing where one side made less."""
        if "full" in steps:
            self.made = self.steps.made
            facts = {"pdfs": self.made.pdfs, "printed": self.made.printed, "pages": self.made.pages}
            yield say("made", **facts)
        if "bare_print" in steps:
            yield say("bare_pages", n=self.steps.bare.pages)
        if "growth" in self._wanted.rows:
            yield say("based")
        if "peers" in self._wanted.rows and self._peer:
            for pdf in self._peer.pdfs:
                yield say("peer_pdf", pages=pdf.pages, tagged=_yes(pdf.tagged), forms=_yes(pdf.forms))


def _yes(fact: bool) -> str:
    return say("yes" if fact else "no")
