"""Reads `translations.lock` from a course's folder and writes it there."""

from pathlib import Path

from generator.findings.finding import Finding, Place, SourceText
from generator.model.limits import MAX_LOCK_BYTES
from generator.reading.folder import TooLargeError, read_plain
from generator.translating.confirmation import LOCK, Confirmations, read_confirmations


def read_lock(course: Path) -> tuple[Confirmations, list[Finding]]:
    """The confirmations of a course, none where it has no lock, and what is wrong with the lock."""
    path = course / LOCK
    shown_as = f"{course.as_posix()}/{LOCK}"
    if path.is_symlink():
        return Confirmations(), []  # which is told of the folder
    try:
        raw = read_plain(path, MAX_LOCK_BYTES)
    except FileNotFoundError:
        return Confirmations(), []
    except TooLargeError:
        return Confirmations(), [Finding("Y06", Place(SourceText(shown_as)), {"limit": MAX_LOCK_BYTES})]
    except OSError as error:
        facts = {"reason": error.strerror or "?"}
        return Confirmations(), [Finding("Y11", Place(SourceText(shown_as)), facts)]
    return read_confirmations(raw, shown_as)


def write_lock(course: Path, confirmations: Confirmations) -> None:
    """Put the lock into the course's folder, whole or not at all."""
    write_whole(course / LOCK, confirmations.text().encode())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever finds half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.new")
    half.write_bytes(content)
    half.replace(path)
