"""Prints documents side by side in several processes, the largest first; single sheets get a thumbnail."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.errors import PrintEngineError
from generator.publishing.orphans import end_with_parent
from generator.publishing.output import write_new
from generator.publishing.paper import Paper
from generator.rendering.print import PrintDocument
from generator.views.handbook import SHEETS


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as written to disk."""

    path: str
    pages: int
    bytes: int


def print_documents(
    documents: list[PrintDocument], folder: Path, theme: Path, media: Path, paper: Paper, jobs: int
) -> Iterator[Printed]:
    """Print every document into a folder, and say so as each is done.

    Args:
        documents: What to print.
        folder: Where to; each document says where below it.
        theme: The folder with style sheets and fonts.
        media: The folder with the images.
        paper: What to print on.
        jobs: How many processes work at once.

    Raises:
        PrintEngineError: A document could not be printed without a warning.
    """
    longest_first = sorted(documents, key=lambda document: -len(document.html))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        max_workers=max(1, min(jobs, len(documents))),
        mp_context=context,
        initializer=_start,
        initargs=(folder, theme, media, paper),
    ) as pool:
        waiting = [pool.submit(_print, document) for document in longest_first]
        try:
            for done in as_completed(waiting):
                yield done.result()
        except BrokenProcessPool as error:
            raise PrintEngineError("a printing process was ended from outside; was memory short?") from error
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)  # no worker writes after the folder is gone
            raise


_worker: "_Worker | None" = None


class _Worker:
    """One process's engine, started once."""

    def __init__(self, folder: Path, theme: Path, media: Path, paper: Paper) -> None:
        # Imported late: they take most of a second.
        from generator.publishing.print_engine import PrintEngine
        from generator.publishing.thumbnail import thumbnail

        self.folder = folder
        self.engine = PrintEngine(theme, media, paper)
        self.thumbnail = thumbnail

    def print(self, document: PrintDocument) -> Printed:
        pdf = self.engine.pdf(document.html, document.path, document.setting)
        path = self.folder / document.path
        write_new(path, pdf.data)
        if path.parent.name == SHEETS:
            write_new(path.with_suffix(".png"), self.thumbnail(pdf.data))
        return Printed(document.path, pdf.pages, len(pdf.data))


def _start(folder: Path, theme: Path, media: Path, paper: Paper) -> None:
    global _worker
    end_with_parent()
    _worker = _Worker(folder, theme, media, paper)


def _print(document: PrintDocument) -> Printed:
    assert _worker is not None
    return _worker.print(document)
