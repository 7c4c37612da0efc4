"""Who has which page open: each open page is told what happens, in the order in which it does."""

from collections.abc import Mapping
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any, Final

Event = tuple[str, Mapping[str, Any]]
"""A name, and plain data."""
GOODBYE: Final[Event] = ("goodbye", {})


class Visitor:
    """An open page, by its address without the leading slash."""

    def __init__(self, page: str) -> None:
        self.page = page
        self._events: SimpleQueue[Event] = SimpleQueue()

    def tell(self, event: Event) -> None:
        """Let the page know."""
        self._events.put(event)

    def next(self, seconds: float) -> Event | None:
        """What it is told next; None where nothing comes within these seconds."""
        try:
            return self._events.get(timeout=seconds)
        except Empty:
            return None


class Visitors:
    """All open pages."""

    def __init__(self) -> None:
        self._here: set[Visitor] = set()
        self._lock = Lock()
        self._closed = False

    def come(self, page: str) -> Visitor:
        """A page was opened."""
        visitor = Visitor(page)
        with self._lock:
            self._here.add(visitor)
            if self._closed:
                visitor.tell(GOODBYE)
        return visitor

    def leave(self, visitor: Visitor) -> None:
        """A page was closed."""
        with self._lock:
            self._here.discard(visitor)

    def pages(self) -> list[str]:
        """The pages that are open, each once."""
        with self._lock:
            return sorted({visitor.page for visitor in self._here})

    def tell(self, event: Event, page: str | None = None) -> None:
        """Tell everyone who has a page open; without one, everyone."""
        with self._lock:
            for visitor in self._here:
                if page in (None, visitor.page):
                    visitor.tell(event)

    def close(self) -> None:
        """Say goodbye to all, and to whoever comes later."""
        with self._lock:
            self._closed = True
        self.tell(GOODBYE)
