"""Remembers from what an output was made last, so that a build with nothing new is over at once.

What the output holds is known by its files' names, sizes and times, as git knows a work tree: whoever changes
one of them has it made again.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator.publishing.cache import Cache, key_of
from generator.publishing.tally import Count
from generator.publishing.tools import tools_digest


@dataclass(frozen=True, slots=True)
class LastBuild:
    """A build that ended well: what it was made from, what was told meanwhile, and what it counted."""

    made_from: str
    told: str
    counts: tuple[Count, ...]


def made_from(options: Sequence[str], folders: Iterable[Path]) -> str:
    """A digest of everything that a build depends on.

    Args:
        options: What was asked for.
        folders: Every folder and file that it reads; links in them are not followed.
    """
    files = [part for folder in folders for part in _contents(folder)]
    return key_of("build", tools_digest(), str(len(options)), *options, *files)


def find_last_build(cache: Cache, place: Path, made_from: str) -> LastBuild | None:
    """The build that made an output from this, where the output still is as it left it."""
    content = cache.get(_key(place))
    if content is None:
        return None
    record: dict[str, Any] = json.loads(content)
    if record["made_from"] != made_from or record["files"] != _state(place):
        return None
    counts = tuple(Count(**{**one, "kept": one["new"] + one["kept"], "new": 0, "seconds": 0})
                   for one in record["counts"])  # fmt: skip
    return LastBuild(made_from, record["told"], counts)


def remember_build(cache: Cache, place: Path, build: LastBuild) -> None:
    """Remember a build that has just put its output in its place.

    Raises:
        OSError: It cannot be written.
    """
    record = {
        "made_from": build.made_from,
        "files": _state(place),
        "told": build.told,
        "counts": [asdict(count) for count in build.counts],
    }
    cache.put(_key(place), json.dumps(record).encode())


def _key(place: Path) -> str:
    return key_of("last build", os.path.realpath(place))


def _state(place: Path) -> list[list[str | int]]:
    """Names, sizes and times of the files of an output."""
    return [
        [name, facts.st_size, facts.st_mtime_ns]
        for name, path in _files(place)
        for facts in [path.stat(follow_symlinks=False)]
    ]


def _contents(folder: Path) -> Iterator[str | bytes]:
    """Names of the files of a folder, or of a file, each with a digest of its content; of what is no plain
    file the name alone.
    """
    files = [(folder.name, folder)] if folder.is_file() else _files(folder)
    for name, path in files:
        yield name
        yield _digest(path) if path.is_file() and not path.is_symlink() else b""


def _digest(path: Path) -> bytes:
    """A digest of a file, which may be larger than memory: nobody has looked at it yet."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _files(folder: Path) -> list[tuple[str, Path]]:
    """The files below a folder by their names in it, sorted."""
    found = [Path(at, name) for at, _, names in os.walk(folder) for name in names]
    return sorted((path.relative_to(folder).as_posix(), path) for path in found)
