"""Prints one document at once, in a process of its own with the print engine kept warm: PDF and pictures."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.companion import Companion
from generator.publishing.paper import Paper
from generator.rendering.print import PrintDocument


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """A document's PDF, and each of its pages as a PNG."""

    pdf: bytes
    pictures: tuple[bytes, ...]


class PrintPreview:
    """The print engine, asked for one document after another."""

    def __init__(self, theme: Path, media: Path, paper: Paper) -> None:
        self._companion = Companion(_prepare, theme, media, paper)

    def print(self, document: PrintDocument) -> PrintedPages:
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


def _prepare(theme: Path, media: Path, paper: Paper) -> Callable[[PrintDocument], PrintedPages]:
    # Imported late: they take most of a second, and need Pango.
    from generator.publishing.print_engine import PrintEngine
    from generator.publishing.thumbnail import pictures

    engine = PrintEngine(theme, media, paper)

    def answer(document: PrintDocument) -> PrintedPages:
        pdf = engine.pdf(document.html, document.path, document.setting)
        return PrintedPages(pdf.data, pictures(pdf.data))

    return answer
