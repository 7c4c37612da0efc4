"""Notices when a disk is full, whoever ran into it and however that one put it."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from generator.publishing.errors import MachineError, PublishingError
from generator.publishing.sentence import Sentence

FULL: Final = (errno.ENOSPC, errno.EDQUOT)
"""No space left; the most that this user may have."""
NEXT_TO_NOTHING: Final = 64 * 1024
"""A disk with fewer bytes is full: what was to be written in it was more."""


@contextmanager
def noticing_full_disk(*folders: Path) -> Iterator[None]:
    """Say which folder's disk is full where that is what ended the block.

    Args:
        folders: Where the block writes, those that need most first.

    Raises:
        MachineError: A disk is full.
    """
    try:
        yield
    except MachineError:
        raise
    except (OSError, PublishingError) as error:
        folder = full_folder(error, folders)
        if folder is None:
            raise
        raise MachineError(Sentence("disk-full", folder=folder)) from error


def full_folder(error: BaseException, folders: tuple[Path, ...]) -> Path | None:
    """The folder for which there was no room; None where that was not the reason.

    An engine in a process of its own tells its error as text; so a disk without room is reason enough.
    """
    full = next((folder for folder in folders if _is_full(folder)), None)
    if full is None and _tells_of_full_disk(error):
        return min(folders, key=_free)
    return full


def _tells_of_full_disk(error: BaseException | None) -> bool:
    """Whether an error, or one that it came from, is that of a full disk.

    One that `shutil` collects for a whole folder holds them as text.
    """
    while error is not None:
        if isinstance(error, OSError):
            if error.errno in FULL:
                return True
            if any(f"[Errno {number}]" in str(error) for number in FULL):
                return True
        error = error.__cause__ or error.__context__
    return False


def _is_full(folder: Path) -> bool:
    """Whether neither bytes nor names fit in there any more."""
    facts = _facts(folder)
    out_of_bytes = facts.f_blocks > 0 and _free(folder) < NEXT_TO_NOTHING
    out_of_names = facts.f_files > 0 and facts.f_favail == 0
    return out_of_bytes or out_of_names


def _free(folder: Path) -> int:
    facts = _facts(folder)
    return facts.f_bavail * facts.f_frsize


def _facts(folder: Path) -> os.statvfs_result:
    """What the system knows of the disk that a folder lies on, or will lie on."""
    return os.statvfs(next(path for path in (folder, *folder.resolve().parents) if path.exists()))
