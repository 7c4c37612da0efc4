"""The output folder: filled beside its place, seen to be whole, then exchanged in one step."""

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from generator.publishing.disk import noticing_full_disk
from generator.publishing.durable import flush, flush_folder
from generator.publishing.errors import MachineError
from generator.publishing.exchange import exchange
from generator.publishing.place import refuse_foreign
from generator.publishing.record import LITTER, require_whole
from generator.publishing.sentence import Sentence, Tell, tell_nobody


@contextmanager
def output_folder(
    place: Path, keep: bool = False, wanted: Collection[str] = (), tell: Tell = tell_nobody
) -> Iterator[Path]:
    """A new folder that takes the output's place when the block ends without an error.

    The block fills it and writes its record. Whatever ends the block or this process, at whatever moment,
    the place holds all of the old output or all of the new one; what is left beside it the next call removes.

    Args:
        place: The place, as `output_place` gives it; held by `locked`.
        keep: Whether the new folder starts with what the output holds, instead of empty. It shares these
            files with the old one; `write_new` writes another in the place of one.
        wanted: Files that the new folder must hold at the end, by their paths in it.
        tell: Told when the old output could not be removed.

    Raises:
        OutputError: The output holds something that no build wrote.
        MachineError: The new folder is not whole, its disk is full, or the rest of an earlier build is in
            the way.
    """
    refuse_foreign(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    # A worker of a killed build may live for a moment and write: into no other build's folder.
    new, old = _beside(place, f"new-{token_hex(4)}"), _beside(place, "old")
    _clear_up(place, old)
    try:
        with noticing_full_disk(place.parent):
            _begin(place, new, keep)
            yield new
            require_whole(new, wanted)
            _carry_hidden(place, new)
            flush(new)
            refuse_foreign(place)  # minutes have passed
            exchange(new, place, old)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    flush_folder(place.parent)
    for rest in (new, old):
        _remove_old(rest, tell)


def put(path: Path, content: bytes) -> None:
    """Let there be a file with this content; one that has it already is left alone."""
    with suppress(OSError):
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return
    write_new(path, content)


def write_new(path: Path, content: bytes) -> None:
    """Write a file in the place of one that may be there, not over it: the old output may share that one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_bytes(content)


def remove(path: Path) -> None:
    """Remove a file or a folder with everything in it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _beside(place: Path, what: str) -> Path:
    """A folder beside the place, where a rename is but a rename; no one else has one of that name."""
    return place.with_name(f".{place.name}.tangguh-{what}")


def _clear_up(place: Path, old: Path) -> None:
    """Put back the old output where a build ended between two renames; remove what it left."""
    if old.exists() and not place.exists():
        old.replace(place)
    ours = _beside(place, "").name
    for rest in [path for path in place.parent.iterdir() if path.name.startswith(ours)]:
        try:
            remove(rest)
        except OSError as error:
            raise MachineError(Sentence("leftover", folder=rest)) from error


def _begin(place: Path, new: Path, keep: bool) -> None:
    """Make the new folder, as open to others as the old one is."""
    if keep and place.is_dir():
        hidden = [path.name for path in place.glob(".*")]

        def left_out(folder: str, names: list[str]) -> list[str]:
            at_top = Path(folder) == place
            return [name for name in names if name in LITTER or (at_top and name in hidden)]

        shutil.copytree(place, new, symlinks=True, ignore=left_out, copy_function=_link)
    else:
        new.mkdir()
        with suppress(OSError):  # nothing is there, or its disk knows no rights
            shutil.copymode(place, new)


def _carry_hidden(place: Path, new: Path) -> None:
    """Take along what is hidden at the top: it is git's, or the server's, and never a build's."""
    for path in place.glob(".*"):
        if path.name in LITTER:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, symlinks=True, copy_function=_link)
        else:
            _link(path, new / path.name)


def _link(source: str | Path, target: str | Path) -> None:
    """The same file under a second name, or a copy where that cannot be; the first name soon goes."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _remove_old(folder: Path, tell: Tell) -> None:
    try:
        if os.path.lexists(folder):
            remove(folder)
    except OSError as error:
        tell(Sentence("old-stays", folder=folder, reason=error.strerror or error))
