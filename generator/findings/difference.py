"""Turns two texts into the lines of one of them, in which what the other lacks is marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from generator.findings.message import printable

WORD: Final = re.compile(r"\s+|[\w-]+|.")
TAB: Final = "⇥"
"""What stands for a tab, which nobody could see."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line; `changed` where the other text does not have it."""

    text: str
    changed: bool


Line = tuple[Piece, ...]


def difference(text: str, other: str) -> tuple[Line, ...]:
    """The lines of a text; what cannot be printed is replaced by a sign that can.

    Where all of it differs, nothing is marked.
    """
    own = [_visible(line) for line in text.rstrip("\n").split("\n")]
    lines = tuple(_marked(own, [_visible(line) for line in other.rstrip("\n").split("\n")]))
    if all(piece.changed for line in lines for piece in line if piece.text.strip()):
        return tuple((Piece(line, False),) for line in own)
    return lines


def _marked(own: list[str], other: list[str]) -> Iterator[Line]:
    for what, start, end, from_, to in SequenceMatcher(None, own, other, autojunk=False).get_opcodes():
        for number, line in enumerate(own[start:end]):
            if what == "replace" and end - start == to - from_:
                yield _words(line, other[from_ + number])
            else:
                yield _whole(line, changed=what != "equal")


def _whole(line: str, changed: bool) -> Line:
    """A line that is marked, or not, but for its indentation."""
    words = line.lstrip(" ")
    return tuple(Piece(*one) for one in ((line[: len(line) - len(words)], False), (words, changed)) if one[0])


def _words(line: str, other: str) -> Line:
    """A line that stands for another: the words are marked that the other does not have."""
    own = WORD.findall(line)
    changes = SequenceMatcher(None, own, WORD.findall(other), autojunk=False).get_opcodes()
    return tuple(
        Piece("".join(own[start:end]), what != "equal") for what, start, end, _, _ in changes if start < end
    )


def _visible(line: str) -> str:
    return printable(line.replace("\t", TAB))
