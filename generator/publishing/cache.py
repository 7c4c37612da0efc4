"""Keeps what was made, by a digest of everything that it was made from, so that it is made once.

An entry is a file: the SHA-256 of its content, then the content. One that does not fit its digest is as good
as none: it is made anew and replaced. Entries are written beside their place and renamed, so that a build
that is killed leaves none that is half written, and several processes may share a folder.
"""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

DIGEST_SIZE: Final = hashlib.sha256().digest_size
UNFINISHED: Final = ".unfinished"


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
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise

    def clear(self, unused_since: float) -> None:
        """Remove what was last used before a time, in seconds since 1970, and what was never finished."""
        for path in self._files():
            with suppress(OSError):  # another build may have been quicker
                if path.stat().st_mtime < unused_since or path.name.endswith(UNFINISHED):
                    path.unlink()

    def _files(self) -> Iterable[Path]:
        return [path for path in self.folder.glob("*/*") if path.is_file()] if self.folder else ()

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / key[:2] / key
