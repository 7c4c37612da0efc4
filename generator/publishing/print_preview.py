"""Prints one document at once, in a process of its own with the print engine kept warm: PDF and pictures."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.companion import Companion
from generator.publishing.handbooks import Press, Printing
from generator.publishing.jobs import run_here
from generator.rendering.print import DIGEST_PLACE, Printable


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """A document's PDF, and each of its pages as a PNG."""

    pdf: bytes
    pictures: tuple[bytes, ...]


class PrintPreview:
    """The print engine, asked for one document after another."""

    def __init__(self, press: Press, work: Path) -> None:
        """Note what to print with.

        Args:
            press: Theme, pictures, paper, and where what was printed is kept.
            work: A folder for what is needed meanwhile.
        """
        self._companion = Companion(_prepare, press, work)

    def print(self, document: Printable) -> PrintedPages:
        """Print a document.

        Raises:
            PublishingError: The engine is not there or warned; the message says what it said.
        """
        printed = self._companion.ask(document)
        assert isinstance(printed, PrintedPages)
        return printed

    def stop(self) -> None:
        """End its process."""
        self._companion.stop()


def _prepare(press: Press, work: Path) -> Callable[[Printable], PrintedPages]:
    # Imported late: it needs Pango.
    from generator.publishing.thumbnail import pictures

    def answer(document: Printable) -> PrintedPages:
        printing = Printing([document], press, work, DIGEST_PLACE)
        for done in run_here(printing.jobs()):
            printing.finish(done)
        pdf = (work / document.path).read_bytes()
        return PrintedPages(pdf, pictures(pdf))

    return answer
