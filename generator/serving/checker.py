"""Checks the whole curriculum beside everything else: a save never waits for a check."""

from collections.abc import Callable
from threading import Event, Thread
from typing import Final

from generator.checking.check import Checked

PAUSE: Final = 0.2
"""Seconds before a check begins, which the open pages have to themselves."""


class Checker:
    """A thread that checks when asked; asked again meanwhile, it checks once more afterwards."""

    def __init__(
        self,
        check: Callable[[], Checked],
        done: Callable[[Checked], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Start the thread.

        Args:
            check: Checks the curriculum as it is.
            done: Called, in the thread, with what was found; not where the curriculum changed meanwhile.
            failed: Called where the check itself failed, which nothing in a curriculum may make it do.
        """
        self._check = check
        self._done = done
        self._failed = failed
        self._asked = Event()
        self._stopped = Event()
        self._thread = Thread(target=self._check_all, name="checking", daemon=True)
        self._thread.start()

    def ask(self) -> None:
        """Have the curriculum checked as it is now."""
        self._asked.set()

    def stop(self) -> None:
        """End the thread; a check that has begun is not waited for."""
        self._stopped.set()
        self._asked.set()

    def _check_all(self) -> None:
        while True:
            self._asked.wait()
            if self._stopped.wait(PAUSE):
                return
            self._asked.clear()
            try:
                checked = self._check()
            except Exception as error:  # the preview goes on, and the next save is checked again
                self._failed(error)
                continue
            if not self._asked.is_set():
                self._done(checked)
