"""The output folder: filled beside its place, then exchanged, so that it is never half a site."""

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.publishing.errors import OutputError

MARK: Final = "build.json"
KEPT: Final = (".gitkeep",)


@contextmanager
def output_folder(output: Path, keep: bool = False) -> Iterator[Path]:
    """A new folder that takes the output's place when the block ends without an error.

    Args:
        output: The place.
        keep: Whether the new folder starts with what the output holds, instead of empty.

    Raises:
        OutputError: The output holds something that no build wrote.
    """
    refuse_foreign(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    new = output.with_name(f".{output.name}.new")
    old = output.with_name(f".{output.name}.old")
    if old.exists() and not output.exists():
        old.replace(output)  # an earlier build ended between its two renames
    for rest in (new, old):
        shutil.rmtree(rest, ignore_errors=True)
    if keep and output.is_dir():
        shutil.copytree(output, new)
    else:
        new.mkdir()
    try:
        yield new
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    for name in KEPT:
        if (output / name).is_file():
            shutil.copy2(output / name, new / name)
    if output.exists():
        output.replace(old)
    new.replace(output)
    shutil.rmtree(old, ignore_errors=True)


def refuse_foreign(output: Path) -> None:
    """Never replace a folder that holds someone else's files.

    Raises:
        OutputError: The folder holds something and no build's record.
    """
    if output.is_dir():
        foreign = [path.name for path in output.iterdir() if path.name not in KEPT]
        if foreign and not (output / MARK).is_file():
            raise OutputError(
                f"{output} holds files that no build wrote ({', '.join(sorted(foreign)[:3])}); "
                "choose another folder with --output, or move them away"
            )
    elif output.exists():
        raise OutputError(f"{output} is a file; choose a folder with --output")


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
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
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
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name not in KEPT):
        name = path.relative_to(folder).as_posix()
        data = path.read_bytes()
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


def remove(path: Path) -> None:
    """Remove a file or a folder with everything in it."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
