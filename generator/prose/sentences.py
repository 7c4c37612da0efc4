"""Cuts a prose field into paragraphs and sentences, with the place of each; list entries and table cells are
paragraphs of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.prose.words import words

_ENTRY: Final = re.compile(r"[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|[0-9]{1,2}\.)[ \t]+)+")
_QUOTE: Final = re.compile(r"^[ \t]*>[ \t>]*", re.MULTILINE)
_NO_WORDS: Final = re.compile(r"[\s|:*_>-]*")
_CELL: Final = re.compile(r"(?:[^|\\]|\\.)+")
_WORD: Final = re.compile(r"\S*\w\S*")
_TITLES: Final = "dr drs hj kh prof mr mrs ms st jl yth bpk sdr hlm mis cf vs vol".split()
_BEFORE_NUMBERS: Final = "no nr hlm hal pp art ps".split()
SENTENCE_END: Final = re.compile(
    r"[.!?…]+"
    + "".join(rf"(?<!\b(?i:{title})\.)" for title in _TITLES)
    + r"(?<![\W_][A-Z]\.)(?<!\b(?i:e\.g)\.)(?<!\b(?i:i\.e)\.)"
    + "".join(rf"(?!(?<=\b(?i:{word})\.)\s+[0-9])" for word in _BEFORE_NUMBERS)
    + r"[”’\"')\]»]*(?=\s+[“‘\"'(\[«–—]*[^\W_a-z])"
)
"""The stop that ends a sentence: not that of ``dr. Sari``, ``A. Nur`` or ``No. 35``."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a text: where it stands, and its words as they are read."""

    start: int
    end: int
    words: str

    @property
    def length(self) -> int:
        """How many words it has; a word is what stands between spaces."""
        return len(_WORD.findall(self.words))


def paragraphs(prose: str) -> Iterator[Passage]:
    """The paragraphs of a prose field, list entries and table cells among them."""
    read = _QUOTE.sub(lambda mark: " " * len(mark[0]), words(prose)) if ">" in prose else words(prose)
    start: int | None = None
    end = position = 0
    for line in prose.split("\n"):
        first, last = position, position + len(line)
        position = last + 1
        table = line.lstrip().startswith("|")
        entry = _ENTRY.match(line)
        if start is not None and (table or entry or _NO_WORDS.fullmatch(line)):
            yield _passage(read, start, end)
            start = None
        if table:
            yield from _cells(read, prose, first, last)
        elif not _NO_WORDS.fullmatch(line):
            start = first + (entry.end() if entry else 0) if start is None else start
            end = last
    if start is not None:
        yield _passage(read, start, end)


def sentences(paragraph: Passage) -> Iterator[Passage]:
    """The sentences of a paragraph."""
    start = 0
    for stop in SENTENCE_END.finditer(paragraph.words):
        yield _part(paragraph, start, stop.end())
        start = stop.end()
    if paragraph.words[start:].strip():
        yield _part(paragraph, start, len(paragraph.words))


def _cells(read: str, prose: str, first: int, last: int) -> Iterator[Passage]:
    for cell in _CELL.finditer(prose, first, last):
        if not _NO_WORDS.fullmatch(cell[0]):
            yield _passage(read, cell.start(), cell.end())


def _passage(read: str, start: int, end: int) -> Passage:
    text = read[start:end]
    start += len(text) - len(text.lstrip())
    return Passage(start, start + len(text.strip()), text.strip())


def _part(paragraph: Passage, start: int, end: int) -> Passage:
    passage = _passage(paragraph.words, start, end)
    return Passage(paragraph.start + passage.start, paragraph.start + passage.end, passage.words)
