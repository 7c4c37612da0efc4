"""Waits until somebody saves: many events of a folder become one set of changed files.

Editors save in bursts: they write beside, rename, set times. An event only says that it is worth while to
look; what changed is told by the files themselves. Where no events come (from network folders, or from the
other system under WSL), looking now and then finds the same a little later.
"""

import time
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Condition
from typing import Final

from watchdog.events import (
    FileClosedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from generator.serving.stamps import Stamps, changed, stamps

QUIET: Final = 0.06
"""Seconds without an event after which a burst is over."""
LONGEST: Final = 0.4
"""Seconds after which one looks although the burst goes on."""
LOOK_EVERY: Final = 1.0
"""Seconds after which one looks without any event, where looking is quick."""
SELDOMEST: Final = 4.0
"""Seconds after which one looks in any case."""
REST: Final = 20
"""How many times longer than looking takes one waits before looking again without an event."""
EVENTS: Final[list[type[FileSystemEvent]]] = [
    FileModifiedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    FileClosedEvent,
]
"""Not those of reading, which the preview does itself."""


class Bell:
    """Rung by many, heard once a burst."""

    def __init__(self) -> None:
        self._rung = Condition()
        self._rings = 0

    def ring(self) -> None:
        """Say that something happened."""
        with self._rung:
            self._rings += 1
            self._rung.notify_all()

    def wait(self, most: float) -> bool:
        """Wait for a burst of rings to be over; whether there was one.

        Args:
            most: How many seconds to wait for its beginning.
        """
        with self._rung:
            if not self._rung.wait_for(lambda: self._rings > 0, most):
                return False
            until = time.monotonic() + LONGEST
            while (left := until - time.monotonic()) > 0:
                heard = self._rings
                if not self._rung.wait_for(lambda heard=heard: self._rings > heard, min(QUIET, left)):  # type: ignore[misc]
                    break
            self._rings = 0
            return True


class _Ringing(FileSystemEventHandler):
    def __init__(self, bell: Bell) -> None:
        self.bell = bell

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.bell.ring()


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved: for each watched folder its changed files, and when the last one was written."""

    files: Mapping[Path, set[str]]
    at: float


class Watch:
    """Watches folders, from when it is made until it is stopped."""

    def __init__(self, *folders: Path) -> None:
        self._bell = Bell()
        self._stopped = False
        self._seen: dict[Path, Stamps] = {folder: stamps(folder) for folder in folders}
        # A folder made within a new one is met twice by watchdog 7, which says so; that does no harm.
        warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")
        self._observer = Observer()
        try:
            for folder in folders:
                self._observer.schedule(
                    _Ringing(self._bell), str(folder), recursive=True, event_filter=EVENTS
                )
            self._observer.start()
            self.has_events = True
        except OSError:  # no events to be had, such as when too many are watched already
            self.has_events = False

    def wait(self) -> Saved | None:
        """What was saved since the last time, as soon as there is something; None once it is stopped."""
        took = 0.0
        while not self._stopped:
            self._bell.wait(min(max(LOOK_EVERY, REST * took), SELDOMEST))
            began = time.monotonic()
            if not self._stopped and (saved := self._look()):
                return saved
            took = time.monotonic() - began
        return None

    def stop(self) -> None:
        """Let `wait` return, now or when it is called; may be called from a signal's handler."""
        self._stopped = True
        self._bell.ring()

    def close(self) -> None:
        """Let go of the folders."""
        if self.has_events:
            self._observer.stop()
            self._observer.join()

    def _look(self) -> Saved | None:
        now = {folder: stamps(folder) for folder in self._seen}
        files = {folder: changed(self._seen[folder], found) for folder, found in now.items()}
        self._seen = now
        if not any(files.values()):
            return None
        written = [now[folder][file][0] for folder in files for file in files[folder] if file in now[folder]]
        return Saved(files, max(written) / 1e9 if written else time.time())
