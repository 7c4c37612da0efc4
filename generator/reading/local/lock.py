"""Remembers what of the course a local folder has changed, to tell when an update changes it, too.

`local.lock` in the local folder has a line for each change: a digest of what the course said, the file, and
the path in it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Final

from generator.findings.finding import Finding
from generator.model.limits import MAX_LOCK_BYTES
from generator.reading.folder import TooLargeError, read_plain
from generator.reading.local.changes import Change
from generator.reading.tree import Node, to_data

LOCK: Final = "local.lock"
DIGITS: Final = 16
Changes = Mapping[str, list[Change]]
"""What is changed of each file."""


def lock_text(changes: Changes) -> str:
    """The lines of `local.lock` for what is changed now."""
    lines = (f"{digest} {file} {path}\n" for (file, path), digest in sorted(_digests(changes).items()))
    return "".join(lines)


def outdated(folder: FilePath, changes: Changes) -> Iterator[Finding]:
    """The changes under which the course has changed since they were confirmed."""
    confirmed = _read(folder)
    for file, changed in changes.items():
        for change in changed:
            before = confirmed.get((file, "/".join(change.path)))
            if before is not None and before != _digest(change.course):
                yield Finding("O02", change.place, {"path": "/".join(change.path)})


def unconfirmed(folder: FilePath, changes: Changes) -> int:
    """How many changes nobody has confirmed yet."""
    confirmed = _read(folder)
    return sum(place not in confirmed for place in _digests(changes))


def _digests(changes: Changes) -> dict[tuple[str, str], str]:
    return {
        (file, "/".join(change.path)): _digest(change.course)
        for file, changed in changes.items()
        for change in changed
        if change.course is not None
    }


def _digest(node: Node | None) -> str:
    data = json.dumps(to_data(node) if node else None, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(data.encode()).hexdigest()[:DIGITS]


def _read(folder: FilePath) -> dict[tuple[str, str], str]:
    """What was confirmed; lines that are damaged confirm nothing."""
    try:
        text = read_plain(folder / LOCK, MAX_LOCK_BYTES).decode("utf-8", "replace")
    except (OSError, TooLargeError):
        return {}
    lines = (line.split(" ", 2) for line in text.splitlines())
    return {(line[1], line[2]): line[0] for line in lines if len(line) == 3}
