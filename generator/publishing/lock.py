"""Keeps two builds from working in one folder at a time: the second waits, and says for whom."""

import errno
import fcntl
import json
import os
import socket
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from generator.publishing.errors import MachineError
from generator.publishing.sentence import Sentence, Tell

PATIENCE: Final = 60 * 60.0
"""Seconds after which the second build gives up: no build takes so long."""
PAUSE: Final = 0.2
"""Seconds between two looks whether the first has finished."""
NO_LOCKS: Final = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL)
"""What the system says where it cannot lock at all, as in some network folders."""


@contextmanager
def locked(folders: Iterable[Path], tell: Tell, patience: float | None = None) -> Iterator[None]:
    """Hold folders for this build alone while the block runs.

    The lock is the kernel's, on a file beside the folder, and ends with this process, however that ends.

    Args:
        folders: What to hold; they need not be there.
        tell: Told at once for whom this build waits, and where nothing can be locked.
        patience: Seconds to wait at most; without it `PATIENCE`.

    Raises:
        MachineError: Another build still holds one after that time, or nothing can be written there.
    """
    with ExitStack() as held:
        for folder in sorted({Path(os.path.realpath(folder)) for folder in folders}):
            held.enter_context(_held(folder, tell, PATIENCE if patience is None else patience))
        yield


def lock_file(folder: Path) -> Path:
    """Where the lock of a folder is: beside it, for the folder itself is exchanged."""
    return folder.with_name(f".{folder.name}.lock")


@contextmanager
def _held(folder: Path, tell: Tell, patience: float) -> Iterator[None]:
    path = lock_file(folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = _wait_for(path, folder, tell, patience)
    except PermissionError as error:
        raise MachineError(Sentence("unwritable", folder=path.parent)) from error
    except OSError as error:
        if error.errno not in NO_LOCKS:
            raise
        tell(Sentence("no-lock", folder=folder))
        lock = None
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()  # while it is held: whoever waits for it sees that it is the one no more
        if lock is not None:
            os.close(lock)


def _wait_for(path: Path, folder: Path, tell: Tell, patience: float) -> int:
    """Take the lock, as soon as nobody else holds it; the descriptor that holds it."""
    until = time.monotonic() + patience
    told = False
    while (lock := _taken(path)) is None:
        if time.monotonic() >= until:
            minutes = round(patience / 60)
            raise MachineError(Sentence("still-locked", folder=folder, holder=_holder(path), minutes=minutes))
        if not told:
            tell(Sentence("waits", folder=folder, holder=_holder(path)))
            told = True
        time.sleep(PAUSE)
    _sign(lock)
    return lock


def _taken(path: Path) -> int | None:
    """The descriptor of the lock that is now ours; None where somebody else holds it."""
    while True:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(path, lock):
                return lock  # else whoever held it has removed it since we opened it
        except BlockingIOError:
            os.close(lock)
            return None
        except OSError:
            os.close(lock)
            raise
        os.close(lock)


def _is_at(path: Path, lock: int) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), path.stat())
    except FileNotFoundError:
        return False


def _sign(lock: int) -> None:
    """Say who holds it, for whoever waits. On a full disk it is held without a name."""
    holder = {"pid": os.getpid(), "host": socket.gethostname(), "since": time.time()}
    with suppress(OSError):
        os.truncate(lock, 0)
        os.pwrite(lock, json.dumps(holder).encode(), 0)


def _holder(path: Path) -> Sentence:
    try:
        holder = json.loads(path.read_bytes())
        since = datetime.fromtimestamp(float(holder["since"])).strftime("%Y-%m-%d %H:%M:%S")
        if holder["host"] != socket.gethostname():
            return Sentence("holder-elsewhere", pid=holder["pid"], host=holder["host"], since=since)
        return Sentence("holder", pid=holder["pid"], since=since)
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return Sentence("holder-unknown")
