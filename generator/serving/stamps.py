"""Tells which files of a folder changed: by when they were written, how large and which they are."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from generator.model.limits import MAX_FILES, MAX_FOLDERS_DEEP

Stamps = dict[str, tuple[int, int, int]]
"""For each file, by its path below the folder, nanoseconds, bytes and inode."""


def stamps(folder: Path) -> Stamps:
    """All files below a folder as they are now; what vanishes meanwhile is left out."""
    return dict(_stamps(str(folder), ""))


def changed(before: Stamps, after: Stamps) -> set[str]:
    """The files that are new, gone, or written anew."""
    return {file for file in before.keys() | after.keys() if before.get(file) != after.get(file)}


def _stamps(folder: str, prefix: str, depth: int = 0) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """No link is followed: it may lead anywhere, and back to itself."""
    try:
        with os.scandir(folder) as found:
            entries = list(islice(found, MAX_FILES))
    except OSError:
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                if depth < MAX_FOLDERS_DEEP:
                    yield from _stamps(entry.path, f"{prefix}{entry.name}/", depth + 1)
            elif not entry.is_symlink():
                facts = entry.stat(follow_symlinks=False)
                yield prefix + entry.name, (facts.st_mtime_ns, facts.st_size, facts.st_ino)
        except OSError:
            continue
