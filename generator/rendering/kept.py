"""What rendering made before and uses again: the HTML of texts, and compiled templates."""

from types import CodeType
from typing import Final, Protocol

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.prose.memory import ProseMemory

PROSE: Final = "prose"
TEMPLATE: Final = "template"


class Store(Protocol):
    """Keeps things between builds, each by what it is and what it was made from."""

    def get(self, kind: str, *made_from: str) -> bytes | None:
        """What was kept; None where there is nothing sound."""

    def put(self, kind: str, *made_from: str, content: bytes) -> None:
        """Keep this."""


class CompiledTemplates(BytecodeCache):
    """What templates were compiled to, kept for all environments of a process, and in a store."""

    def __init__(self, store: Store | None = None, kind: str = TEMPLATE) -> None:
        """Use a store.

        Args:
            store: Where they are kept between builds.
            kind: What tells them from those that other environments compile otherwise.
        """
        self._codes: dict[tuple[str, str], CodeType] = {}
        self._store = store
        self._kind = kind

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))
        if bucket.code is None and self._store is not None:
            if kept := self._store.get(self._kind, bucket.key, bucket.checksum):
                bucket.bytecode_from_string(kept)
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._remember(bucket)
        if self._store is not None:
            self._store.put(self._kind, bucket.key, bucket.checksum, content=bucket.bytecode_to_string())

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


class Kept:
    """What all that is rendered in one process uses again, and later builds where there is a store."""

    def __init__(self, store: Store | None = None) -> None:
        self.templates = CompiledTemplates(store)
        self._store = store
        self._prose: dict[str, ProseMemory] = {}

    def prose(self, language: str) -> ProseMemory:
        """What is remembered of the texts of a language."""
        if language not in self._prose:
            self._prose[language] = ProseMemory(self._store.get(PROSE, language) if self._store else None)
        return self._prose[language]

    def keep(self) -> None:
        """Keep what is new for later builds."""
        for language, memory in self._prose.items():
            if self._store and memory.grown:
                others = self._store.get(PROSE, language)
                self._store.put(PROSE, language, content=memory.to_bytes(others))
                memory.grown = False
