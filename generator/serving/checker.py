"""Checks the whole curriculum in a process of its own: a save never waits for a check.

In a thread of this process a check would slow down everything that reads files meanwhile, many times over.
"""

import os
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Final

from generator.checking.check import Checked, check_curriculum
from generator.findings.finding import Finding
from generator.publishing.companion import Companion
from generator.publishing.errors import PublishingError
from generator.serving.warm_curriculum import ReadCurriculum

PAUSE: Final = 0.1
"""Seconds before a check begins, which the open pages have to themselves."""

YIELDING: Final = 10
"""How much the check stands back where there is too much to do for the machine (see nice)."""


class Checker:
    """Checks when asked; asked again meanwhile, it checks once more afterwards."""

    def __init__(
        self,
        root: Path,
        theme: Path,
        done: Callable[[Checked], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Start the thread that waits for the process.

        Args:
            root: The curriculum's folder.
            theme: The theme's folder, whose labels a course may translate.
            done: Called, in the thread, with what was found; not where the curriculum changed meanwhile.
            failed: Called where the check itself failed, which nothing in a curriculum may make it do.
        """
        self._companion = Companion(_prepare, root, theme)
        self._done = done
        self._failed = failed
        self._asked = Event()
        self._stopped = Event()
        self._changed: set[str] = set()
        self._changing = Lock()
        self._thread = Thread(target=self._check_all, name="checking", daemon=True)
        self._thread.start()

    def ask(self, changed: Collection[str]) -> None:
        """Have the curriculum checked as it is now.

        Args:
            changed: The files that changed since the last time.
        """
        with self._changing:
            self._changed |= set(changed)
        self._asked.set()

    def stop(self) -> None:
        """End thread and process, whatever they are at."""
        self._stopped.set()
        self._asked.set()
        self._companion.stop()
        self._thread.join()

    def _check_all(self) -> None:
        while True:
            self._asked.wait()
            if self._stopped.wait(PAUSE):
                return
            self._asked.clear()
            try:
                findings = self._companion.ask(self._take_changed())
            except PublishingError as error:
                if not self._stopped.is_set():
                    self._failed(error)
                continue
            if not self._asked.is_set():
                self._done(Checked(findings, {}))

    def _take_changed(self) -> frozenset[str]:
        with self._changing:
            changed, self._changed = frozenset(self._changed), set()
        return changed


def _prepare(root: Path, theme: Path) -> Callable[[frozenset[str]], list[Finding]]:
    os.nice(YIELDING)
    curriculum = ReadCurriculum(root, {})

    def check(changed: frozenset[str]) -> list[Finding]:
        nonlocal curriculum
        curriculum = curriculum.but(changed)
        return check_curriculum(curriculum, date.today(), theme).findings

    return check
