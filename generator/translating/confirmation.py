"""Turns the lines of `translations.lock` into the confirmations of a course, and back.

A line says that somebody looked at a text and its translation and found that they belong together: the
language, the source file, the way to the text, and a digest of each of the two. Lines are sorted and stand on
their own, so that two branches merge line by line.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Final

from generator.findings.finding import Finding, Place, SourceText
from generator.reading.overlay import TextPair

LOCK: Final = "translations.lock"
HEADER: Final = (
    "# Terjemahan yang sudah diperiksa. Ditulis oleh `tangguh translate confirm`, jangan diubah sendiri.\n"
    "# Translations that were looked at. Written by `tangguh translate confirm`, not to be edited by hand.\n"
)
LINE: Final = re.compile(
    r"(?P<language>[a-z]{2,3}(?:-[A-Z]{2})?) (?P<file>\S+) (?P<key>\S(?:.*\S)?) "
    r"(?P<source>[0-9a-f]{12}) (?P<translation>[0-9a-f]{12})"
)
CONFLICT: Final = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?")
PARAGRAPHS: Final = re.compile(r"\n\s*\n")

TextName = tuple[str, str, str]
"""Language, source file and the way to a text."""


@lru_cache(maxsize=1 << 15)
def digest(text: str) -> str:
    """What tells a text from another one; the same however its paragraphs are broken into lines."""
    paragraphs = (" ".join(paragraph.split()) for paragraph in PARAGRAPHS.split(text.strip()))
    return sha256("\n\n".join(paragraphs).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The digests of a text and its translation, as they were when somebody looked."""

    source: str
    translation: str


def confirmation_of(pair: TextPair) -> Confirmation:
    return Confirmation(digest(pair.source_text), digest(pair.translated_text or ""))


@dataclass(slots=True)
class Confirmations:
    """All confirmations of a course. `begun` says that there is a lock, so that confirming is in use."""

    begun: bool = False
    by_name: dict[TextName, Confirmation] = field(default_factory=dict)
    _known: dict[tuple[str, str], set[Confirmation]] = field(default_factory=dict)

    def add(self, name: TextName, confirmation: Confirmation) -> None:
        self.begun = True
        self.by_name[name] = confirmation
        self._known.setdefault(name[:2], set()).add(confirmation)

    def of(self, name: TextName, pair: TextPair) -> Confirmation | None:
        """What was confirmed of this text.

        A text that has moved in its file together with its translation, as when a step was put in before it,
        is still confirmed.
        """
        confirmed = self.by_name.get(name)
        if confirmed and confirmed.source == digest(pair.source_text):
            return confirmed
        known = self._known.get(name[:2])
        if not known:
            return confirmed
        now = confirmation_of(pair)
        return now if now in known else confirmed

    def replaced(self, gone: Iterable[TextName], new: dict[TextName, Confirmation]) -> "Confirmations":
        """These without those that are gone and with the new ones."""
        left = Confirmations(True)
        gone = frozenset(gone)
        for name, confirmation in self.by_name.items():
            if name not in gone:
                left.add(name, confirmation)
        for name, confirmation in new.items():
            left.add(name, confirmation)
        return left

    def text(self) -> str:
        """The lock's whole text."""
        lines = (f"{' '.join(name)} {one.source} {one.translation}\n" for name, one in self.by_name.items())
        return HEADER + "".join(sorted(lines))


def read_confirmations(raw: bytes, shown_as: str) -> tuple[Confirmations, list[Finding]]:
    """Read a lock, and find what is no line of it.

    Args:
        raw: The file's bytes, whatever they hold.
        shown_as: Its path as findings name it.
    """
    source = SourceText(shown_as, tuple(raw.decode("utf-8", "replace").split("\n")))
    confirmations = Confirmations(begun=True)
    findings = []
    for number, line in enumerate(source.lines, 1):
        text = line.rstrip("\r")
        if not text or text.startswith("#"):
            continue
        what = _fault(text, confirmations)
        if what:
            place = Place(source, number, 1, max(1, len(text)))
            findings.append(Finding("L14", place, {"what": what}))
    return confirmations, findings


def _fault(line: str, confirmations: Confirmations) -> str | None:
    """What is wrong with a line; one that is sound is added."""
    if CONFLICT.fullmatch(line):
        return "merge-conflict"
    match = LINE.fullmatch(line)
    if not match:
        return "damaged-line"
    name = (match["language"], match["file"], match["key"])
    if name in confirmations.by_name:
        return "second-line"
    confirmations.add(name, Confirmation(match["source"], match["translation"]))
    return None
