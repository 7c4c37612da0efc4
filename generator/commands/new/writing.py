"""Writes what was proposed: all of it or nothing, and over nothing that is there."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.authoring.proposal import Proposal


def standing(root: Path, proposal: Proposal) -> list[str]:
    """Those of the new files that are there already."""
    return [file for file in proposal.new if (root / file).exists()]


def write(root: Path, proposal: Proposal) -> None:
    """Write new and changed files below a folder.

    Raises:
        OSError: Something could not be written; then everything is as it was.
    """
    with _undone_on_failure() as made:
        for file, text in proposal.new.items():
            _make_folder((root / file).parent, made)
            with (root / file).open("xb") as opened:
                made.append((root / file, None))
                opened.write(text.encode())
        for file, text in proposal.changed.items():
            made.append((root / file, (root / file).read_bytes()))
            (root / file).write_bytes(text.encode())


def _make_folder(folder: Path, made: list[tuple[Path, bytes | None]]) -> None:
    if not folder.exists():
        _make_folder(folder.parent, made)
        folder.mkdir()
        made.append((folder, None))


@contextmanager
def _undone_on_failure() -> Iterator[list[tuple[Path, bytes | None]]]:
    """Collects what is made, with what stood there before, and takes it back where something fails."""
    made: list[tuple[Path, bytes | None]] = []
    try:
        yield made
    except BaseException:
        for path, before in reversed(made):
            with suppress(OSError):
                _restore(path, before)
        raise


def _restore(path: Path, before: bytes | None) -> None:
    if before is not None:
        path.write_bytes(before)
    elif path.is_dir():
        path.rmdir()
    else:
        path.unlink()
