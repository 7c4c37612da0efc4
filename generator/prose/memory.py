"""Remembers what texts became: a text's HTML depends on it, and on the names of the course that it shows."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, Protocol

Question = tuple[Literal["title", "citation", "citation_language"], tuple[str, ...]]
AGE: Final = 30
"""How many times others were added before a text is forgotten that was no longer asked for."""
USED: Final = -1
"""The age of a text that was asked for."""


class Names(Protocol):
    """What prose needs to know of the course around it."""

    def title(self, scheme: str, slug: str) -> str | None:
        """The title of a cross-reference's target; None where there is none."""

    def citation(self, key: str) -> str | None:
        """Author and year of a reference, as they stand in running text; None where there is none."""

    def citation_language(self, key: str) -> str | None:
        """The language of a reference that is cited by a title in another language than the text's."""


@dataclass(slots=True)
class _Remembered:
    html: str
    names: dict[Question, str | None]
    age: int = USED


class NotedNames:
    """Names that are noted as they are asked for."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.noted: dict[Question, str | None] = {}

    def title(self, scheme: str, slug: str) -> str | None:
        return self.answer(("title", (scheme, slug)))

    def citation(self, key: str) -> str | None:
        return self.answer(("citation", (key,)))

    def citation_language(self, key: str) -> str | None:
        return self.answer(("citation_language", (key,)))

    def answer(self, asked: Question) -> str | None:
        """The name that is asked for, which is noted."""
        what, arguments = asked
        told: str | None = getattr(self._names, what)(*arguments)
        self.noted[asked] = told
        return told


class ProseMemory:
    """The HTML of the texts of one language."""

    def __init__(self, kept: bytes | None = None) -> None:
        """Remember what `to_bytes` gave."""
        self._texts = _read(kept) if kept else {}
        self.grown = False
        """Whether there is something new."""

    def html(self, text: str, names: NotedNames, make: Callable[[str], str]) -> str:
        """The HTML of a text, made only where it is not known or shows names that have changed.

        Args:
            text: The text.
            names: The names of the course.
            make: Makes it, asking for the names that it needs.
        """
        known = self._texts.get(text)
        if known is None or any(names.answer(asked) != told for asked, told in known.names.items()):
            names.noted = {}
            html = make(text)
            known = self._texts[text] = _Remembered(html, names.noted)
            self.grown = True
        known.age = USED
        return known.html

    def to_bytes(self, others: bytes | None = None) -> bytes:
        """What is remembered, without what was long not asked for.

        Args:
            others: What another memory gave meanwhile, which is added.
        """
        texts = (_read(others) if others else {}) | self._texts
        rows = [
            (text, known.html, [(*asked, told) for asked, told in known.names.items()], known.age + 1)
            for text, known in texts.items()
            if known.age < AGE
        ]
        return json.dumps(rows, ensure_ascii=False).encode()


def _read(kept: bytes) -> dict[str, _Remembered]:
    return {
        text: _Remembered(html, {(what, tuple(arguments)): told for what, arguments, told in names}, age)
        for text, html, names, age in json.loads(kept)
    }
