"""The peak memory of a process and of those that it starts, as Linux knows it."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

INTERVAL: Final = 0.05
"""Seconds between two looks. A peak is remembered by the system until its process ends, so only what a
process takes in its last moment can be missed."""


def processes(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                yield from processes(int(child))


def peak(pid: int) -> int:
    """The most memory that a process had so far, in kB; 0 where it has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return 0


@dataclass
class Peaks:
    """Watches a process; afterwards `main` is its own peak, `worker` the highest of those below it, in kB."""

    main: int = 0
    worker: int = 0

    def watch(self, pid: int) -> None:
        """Look until the process has ended; whoever started it still has to wait for it."""
        while not os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            first, *others = processes(pid)
            self.main = max(self.main, peak(first))
            self.worker = max([self.worker, *map(peak, others)])
            time.sleep(INTERVAL)
