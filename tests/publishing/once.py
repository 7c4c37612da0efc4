"""Makes something slow once a test run, in whichever of pytest's workers needs it first."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The folder that `make` fills; all workers of a test run share it.

    Args:
        factory: Knows the run's folder.
        name: What the folder is called.
        make: Fills an empty folder. What it raises is raised again for everyone who asks.
    """
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, failed, done = shared / name, shared / f"{name}.failed", shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if failed.exists():
            pytest.fail(failed.read_text(encoding="utf-8"))
        if not done.exists():
            folder.mkdir()
            try:
                make(folder)
            except BaseException as error:
                failed.write_text(f"{name}: {type(error).__name__}: {error}", encoding="utf-8")
                raise
            done.touch()
    return folder
