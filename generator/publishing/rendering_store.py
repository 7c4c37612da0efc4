"""Keeps what rendering made in the cache of builds."""

from generator.publishing.cache import Cache, key_of
from generator.publishing.tools import tools_digest


class RenderingStore:
    """The cache as rendering knows it: what was made with other tools is not there."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def get(self, kind: str, *made_from: str) -> bytes | None:
        """What was kept; None where there is nothing sound."""
        return self._cache.get(key_of(kind, tools_digest(), *made_from))

    def put(self, kind: str, *made_from: str, content: bytes) -> None:
        """Keep this.

        Raises:
            OSError: It cannot be written, such as for want of room.
        """
        self._cache.put(key_of(kind, tools_digest(), *made_from), content)
