"""Looks over a curriculum's folder: which of its files may be read, and what else stands there.

Only plain files count. A link may lead anywhere, a pipe lets its reader wait for ever, and a name that cannot
be printed may be anything. What is hidden (such as `.git`) belongs to somebody else and is passed over.
"""

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path as FilePath
from typing import Final

from generator.findings.finding import Finding, Place, SourceText
from generator.findings.message import printable
from generator.model.limits import MAX_FILES, MAX_FOLDERS_DEEP

LINK, SPECIAL, NAME, UNREADABLE, TOO_MUCH = "Y24", "Y25", "Y26", "Y11", "Y27"
NOT_IN_NAMES: Final = frozenset('\\/:*?"<>|')
"""What a name cannot hold on every system, or would mean something else in an address."""
_NOT_AT_ONCE: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""How a file is opened: a pipe must not keep us waiting until we know that it is one."""


class TooLargeError(Exception):
    """A file holds more than may be read of it."""


@dataclass(slots=True)
class Survey:
    """What stands below a folder: `files` that may be read, by their paths, and why others may not.

    `is_whole` says that all was looked at, not only as much as is sensible.
    """

    root: FilePath
    files: set[str] = field(default_factory=set)
    unfit: dict[str, Finding] = field(default_factory=dict)
    is_whole: bool = True

    def reason(self, file: str) -> Finding | None:
        """Why what stands at a path may not be read: the finding of it, or of a folder around it."""
        steps = file.split("/")
        paths = ("/".join(steps[:end]) for end in range(1, len(steps) + 1))
        return next((self.unfit[path] for path in paths if path in self.unfit), None)


def survey(root: FilePath) -> Survey:
    """Look over a folder; nothing in it is opened, and no link is followed."""
    found = Survey(root)
    waiting = [("", 0)]
    seen = 0
    while waiting:
        folder, depth = waiting.pop()
        for name, entry in _entries(found, folder):
            seen += 1
            if seen > MAX_FILES:
                found.unfit[""] = _finding(found, "", TOO_MUCH, what="too-many-files", limit=MAX_FILES)
                found.is_whole = False
                return found
            path = f"{folder}{name}"
            if _is_folder(found, path, name, entry):
                waiting.append((f"{path}/", depth + 1))
                if depth + 1 > MAX_FOLDERS_DEEP:
                    waiting.pop()
                    told = _finding(found, path, TOO_MUCH, what="too-deep-folders", limit=MAX_FOLDERS_DEEP)
                    found.unfit[path] = told
    return found


def _entries(found: Survey, folder: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """What stands in a folder and is not hidden, sorted; a folder that cannot be read is told."""
    try:
        with os.scandir(found.root / folder) as entries:
            seen = (entry for entry in entries if not entry.name.startswith("."))
            named = sorted((entry.name, entry) for entry in islice(seen, MAX_FILES + 1))
    except OSError as error:
        path = folder.removesuffix("/")
        found.unfit[path] = _finding(found, path, UNREADABLE, reason=error.strerror or "?")
        return
    yield from named


def _is_folder(found: Survey, path: str, name: str, entry: "os.DirEntry[str]") -> bool:
    """Whether this is a folder to look into; a file is noted, what is neither is told."""
    if not name.isprintable() or NOT_IN_NAMES & {*name}:
        found.unfit[path] = _finding(found, path, NAME, name=printable(name))
    elif entry.is_symlink():
        found.unfit[path] = _finding(found, path, LINK)
    elif entry.is_dir(follow_symlinks=False):
        return True
    elif entry.is_file(follow_symlinks=False):
        found.files.add(path)
    else:
        found.unfit[path] = _finding(found, path, SPECIAL)
    return False


def _finding(found: Survey, path: str, code: str, **facts: str | int) -> Finding:
    shown = f"{found.root.as_posix()}/{printable(path)}" if path else found.root.as_posix()
    return Finding(code, Place(SourceText(shown)), facts)


def is_plain(root: FilePath, file: str) -> bool:
    """Whether there is a plain file at a path below a folder, reached through plain folders only."""
    *folders, name = file.split("/")
    place = root
    try:
        for step in folders:
            place = place / step
            if not stat.S_ISDIR(place.lstat().st_mode):
                return False
        return stat.S_ISREG((place / name).lstat().st_mode)
    except (OSError, ValueError):  # nothing there, or no file can have such a name
        return False


def read_plain(path: FilePath, most: int) -> bytes:
    """The bytes of a file.

    Args:
        path: Where it stands.
        most: How many bytes it may hold.

    Raises:
        TooLargeError: It holds more.
        OSError: It cannot be read, or is no plain file.
    """
    descriptor = os.open(path, os.O_RDONLY | _NOT_AT_ONCE)
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            reason = errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL
            raise OSError(reason, os.strerror(reason), str(path))
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(most + 1)
    finally:
        os.close(descriptor)
    if len(data) > most:
        raise TooLargeError
    return data
