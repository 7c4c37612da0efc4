"""Turns the folder that somebody names for the output into the place that a build may replace, or refuses."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from generator.publishing.errors import MachineError, OutputError
from generator.publishing.record import MARK, files_below, read_record
from generator.publishing.sentence import Sentence

MOST_NAMED: Final = 3
"""So many files are named where a folder is refused for them."""


def output_place(output: Path, work: Path, sources: Iterable[Path]) -> Path:
    """The place itself, where links on the way to it are followed.

    Args:
        output: The folder as it was named; it need not be there.
        work: Where builds prepare things, and clear up.
        sources: Every file and folder that a build reads.

    Raises:
        OutputError: Replacing that folder would take something from somebody.
        MachineError: It cannot be written there.
    """
    place = Path(os.path.realpath(output))
    if place in (Path(place.anchor), _home()):
        raise OutputError(Sentence("everything", folder=output))
    _refuse_sources(output, place, work, sources)
    if (place.exists() and not place.is_dir()) or place.is_symlink():
        raise OutputError(Sentence("is-file", folder=output))
    if any(_same(place, folder) for folder in _and_parents(_here())):
        raise OutputError(Sentence("you-are-here", folder=output))
    if place.is_mount():
        raise OutputError(Sentence("is-mount", folder=output, inside=output / "site"))
    refuse_foreign(place)
    _require_writable(place)
    return place


def refuse_foreign(place: Path) -> None:
    """Never replace a folder that holds someone else's files.

    What is hidden at the top is no reason: such files (`.gitkeep`, `.git`, `.nojekyll`) are kept.

    Raises:
        OutputError: The folder holds files that no build's record lists.
    """
    recorded = read_record(place).files
    foreign = sorted(name for name in files_below(place) if name not in recorded and name != MARK)
    if not recorded and (place / MARK).is_file():
        foreign.insert(0, MARK)  # one of another tool's, or a broken one
    if foreign:
        files = ", ".join(foreign[:MOST_NAMED])
        if more := len(foreign[MOST_NAMED:]):
            raise OutputError(
                Sentence("foreign", folder=place, files=Sentence("foreign-more", files=files, more=more))
            )
        raise OutputError(Sentence("foreign", folder=place, files=files))


def _refuse_sources(output: Path, place: Path, work: Path, sources: Iterable[Path]) -> None:
    for source in (*sources, work):
        if _same(place, source):
            raise OutputError(Sentence("is-source", folder=output))
        if any(_same(place, folder) for folder in source.resolve().parents):
            raise OutputError(Sentence("holds-source", folder=output, source=source))
        if any(_same(folder, source) for folder in place.parents):
            name = "inside-work" if source == work else "inside-source"
            raise OutputError(Sentence(name, folder=output, source=source))


def _require_writable(place: Path) -> None:
    """Say so before an hour's work, not after it."""
    parent = next(folder for folder in place.parents if folder.exists())
    if not parent.is_dir():
        raise MachineError(Sentence("no-parent", folder=parent))
    if not os.access(parent, os.W_OK | os.X_OK):
        raise MachineError(Sentence("unwritable", folder=parent))


def _same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one thing; on some machines `Site` and `site` do."""
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False


def _and_parents(path: Path) -> Iterator[Path]:
    yield path
    yield from path.parents


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:  # the system knows of none
        return None


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:  # the folder was removed meanwhile
        return Path("/")
