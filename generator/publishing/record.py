"""The record that a build leaves in its output, build.json: what is there, and what it was made from."""

import hashlib
import json
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.publishing.errors import MachineError
from generator.publishing.sentence import Sentence

MARK: Final = "build.json"
LITTER: Final = (".DS_Store", "Thumbs.db", "desktop.ini")
"""What file managers leave in every folder that they show; nobody misses it."""


@dataclass(frozen=True, slots=True)
class Record:
    """What build.json tells of an output: for each file what is known of it, and what it was made from.

    `files` hold digest and bytes, of a PDF its pages and its paper, and of a file kept from an earlier build
    the `version` and `curriculum` that it was made from where they differ from the record's own. `minutes`
    are those of each session, by ``module/session``.
    """

    version: str
    curriculum: str
    files: Mapping[str, Mapping[str, str | int]]
    minutes: Mapping[str, int] = field(default_factory=dict)

    def made_from(self, name: str) -> tuple[str, str]:
        """The version of the generator and the curriculum's digest behind a file."""
        facts = self.files[name]
        return str(facts.get("version", self.version)), str(facts.get("curriculum", self.curriculum))


NO_RECORD: Final = Record("", "", {})


def read_record(folder: Path) -> Record:
    """The record of the build that wrote a folder; one without files where there is no sound record."""
    try:
        record = json.loads((folder / MARK).read_text(encoding="utf-8"))
        files = {str(name): dict(facts) for name, facts in record["files"].items()}
        minutes = {str(session): int(number) for session, number in record.get("minutes", {}).items()}
        return Record(str(record.get("version", "")), str(record["curriculum"]), files, minutes)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return NO_RECORD


def write_record(
    folder: Path,
    version: str,
    digest: str,
    printed: Mapping[str, Mapping[str, str | int]],
    minutes: Mapping[str, int],
) -> None:
    """Write build.json: version, the curriculum's digest, the sessions' minutes, and of every file digest,
    bytes, pages and paper.

    Args:
        folder: The finished output.
        version: The generator's version.
        digest: The curriculum's digest.
        printed: The pages and the paper of each new PDF, by its path; those kept are in the old record.
        minutes: The minutes of each session, by ``module/session``.
    """
    earlier = read_record(folder)
    (folder / MARK).unlink(missing_ok=True)
    files: dict[str, dict[str, str | int]] = {}
    for name in sorted(files_below(folder)):
        data = (folder / name).read_bytes()
        facts: dict[str, str | int] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        kept = earlier.files.get(name, {})
        if name in printed:
            facts |= printed[name]
        elif kept.get("sha256") == facts["sha256"]:
            facts |= {key: kept[key] for key in ("pages", "paper") if key in kept}
            made = dict(zip(("version", "curriculum"), earlier.made_from(name), strict=True))
            now = {"version": version, "curriculum": digest}
            facts |= {key: value for key, value in made.items() if value not in ("", now[key])}
        files[name] = facts
    record = {"version": version, "curriculum": digest, "minutes": dict(minutes), "files": files}
    text = json.dumps(record, indent=1, ensure_ascii=False) + "\n"
    (folder / MARK).write_text(text, encoding="utf-8")


def require_whole(folder: Path, wanted: Collection[str]) -> None:
    """See that a finished output holds what its record says, and nothing else.

    Args:
        folder: The finished output.
        wanted: Files that it must hold besides.

    Raises:
        MachineError: A file is missing, is not of its recorded size, or is not recorded.
    """
    recorded = {name: facts.get("bytes") for name, facts in read_record(folder).files.items()}
    there = {name: (folder / name).stat().st_size for name in files_below(folder) if name != MARK}
    wrong = {name for name, size in (recorded.items() ^ there.items())} | (set(wanted) - there.keys())
    if wrong or not there:
        raise MachineError(Sentence("not-whole", file=folder / min(wrong, default=MARK)))


def files_below(folder: Path) -> Iterator[str]:
    """The files of an output by their paths in it, without those that are not a build's.

    Hidden ones at the top belong to whoever keeps the output in git or serves it. What file managers leave
    counts for nothing. A link counts as a file, wherever it leads.
    """
    for at, folders, files in os.walk(folder):
        below = os.path.relpath(at, folder)
        if below == os.curdir:
            folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if Path(at, name).is_symlink()]
        for name in (*files, *links):
            hidden_at_top = below == os.curdir and name.startswith(".")
            if not hidden_at_top and name not in LITTER:
                yield Path(below, name).as_posix()
