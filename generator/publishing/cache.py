"""Keeps what was made, by a digest of everything that it was made from, so that it is made once.

An entry is a file: the SHA-256 of its content, then the content. One that does not fit its digest is as good
as none: it is made anew and replaced. Entries are written beside their place and renamed, so that a build
that is killed leaves none that is half written, and several processes may share a folder.
"""

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

DIGEST_SIZE: Final = hashlib.sha256().digest_size
UNFINISHED: Final = ".unfinished"
MOST_BYTES: Final = 1_000_000_000
"""A build of the whole course keeps about a tenth of it."""
LONGEST_UNUSED: Final = 30 * 24 * 60 * 60
"""Seconds."""
LONGEST_UNFINISHED: Final = 60 * 60
"""Seconds, after which whoever wrote it is gone; until then it may be another build's."""


def key_of(kind: str, *made_from: str | bytes) -> str:
    """The key of what is made: a digest over its kind and everything that it is made from, in this order."""
    digest = hashlib.sha256()
    for part in (kind, *made_from):
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


class Cache:
    """What earlier builds made. Its folder may be lost at any time: nothing but time is lost with it."""

    def __init__(self, folder: Path | None) -> None:
        """Use a folder; with None nothing is found and nothing is kept."""
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """What was kept by this key, as it was put there; None where there is nothing sound."""
        if self.folder is None:
            return None
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        digest, content = data[:DIGEST_SIZE], data[DIGEST_SIZE:]
        if hashlib.sha256(content).digest() != digest:
            return None
        with suppress(OSError):
            os.utime(path)  # it is in use: what is not ages and is cleared away
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep this by its key.

        Raises:
            OSError: It cannot be written, such as for want of room.
        """
        if self.folder is None:
            return
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, suffix=UNFINISHED, delete=False) as file:
            try:
                file.write(hashlib.sha256(content).digest())
                file.write(content)
                file.close()
                if path.is_dir():  # nobody put it there but to be in the way
                    shutil.rmtree(path)
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise

    def clear(self, most_bytes: int = MOST_BYTES, longest: float = LONGEST_UNUSED) -> None:
        """Remove what was not finished or not used for long, and of the rest what is too much.

        Args:
            most_bytes: What may stay; what was used last stays first.
            longest: For how many seconds something may lie unused.
        """
        now, room = time.time(), most_bytes
        for used, size, path in sorted(self._files(), reverse=True):
            room -= size
            unfinished = path.name.endswith(UNFINISHED)
            too_old = now - used > (LONGEST_UNFINISHED if unfinished else longest)
            if too_old or (room < 0 and not unfinished):
                with suppress(OSError):
                    path.unlink()

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        """When each file was last used, its bytes, and where it is."""
        for folder in self.folder.iterdir() if self.folder and self.folder.is_dir() else ():
            for entry in os.scandir(folder):
                with suppress(OSError):  # another build may have been quicker
                    facts = entry.stat(follow_symlinks=False)
                    yield facts.st_mtime, facts.st_size, Path(entry)

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / key[:2] / key
