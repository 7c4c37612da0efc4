"""Puts a folder in another's place in one step, where the system knows how."""

import ctypes
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

AT_FDCWD: Final = -100
"""Linux: paths are seen from the current folder."""
RENAME_EXCHANGE: Final = 2
"""Linux: the two change places."""
RENAME_SWAP: Final = 2
"""macOS: the two change places."""


def exchange(new: Path, place: Path, old: Path) -> None:
    """Put a folder in its place. What was there is then in `new` or in `old`.

    Whoever looks at the place finds all of the one or all of the other. Where the file system cannot do
    that, the old one is moved away first, and for an instant nothing is there.
    """
    if not place.exists():
        new.replace(place)
    elif not _swapped(new, place):
        place.replace(old)
        try:
            new.replace(place)
        except BaseException:
            if not place.exists():
                old.replace(place)
            raise


def _swapped(one: Path, other: Path) -> bool:
    """Whether two folders could be made to change places."""
    swap = _swap()
    return swap is not None and swap(os.fsencode(one), os.fsencode(other)) == 0


@cache
def _swap() -> Callable[[bytes, bytes], int] | None:
    """The system's call for it, which returns 0 when it succeeded; None where there is none."""
    libc = ctypes.CDLL(None)
    if sys.platform == "darwin":
        if renamex_np := getattr(libc, "renamex_np", None):
            renamex_np.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint)
            return lambda one, other: int(renamex_np(one, other, RENAME_SWAP))
    elif renameat2 := getattr(libc, "renameat2", None):
        renameat2.argtypes = (
            ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint,
        )  # fmt: skip
        return lambda one, other: int(renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE))
    return None
