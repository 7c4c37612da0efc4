"""Ends a worker whose parent is gone: a build that was killed leaves no process behind."""

import multiprocessing
import os
from multiprocessing.connection import wait
from threading import Thread


def end_with_parent() -> None:
    """Called in a worker's start: from now on it ends when the process that started it does.

    A worker holds one end of a pipe whose other end only its parent has, so the kernel itself brings the
    news. What the worker is at is not finished: nobody would take it.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
