"""Signs: a text has none that the books' fonts lack, which would be printed as an empty box, or in whatever
font the machine has.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

from generator.findings.finding import Finding
from generator.reading.characters import code_point
from generator.reading.tree import Mapping, Node, Scalar, Sequence, locate_written
from generator.reading.typefaces import signs_of_books

ORDINARY: Final = "\t\n\r -~\xa0-\xac\xae-\xb4\xb6-\xff–—‘’“”„…•€−"
"""What every font for a European language has, so that nobody needs to look it up."""
DRAWN_WITHOUT_FONT: Final = (
    "\xad\u061c\u180e\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufe00-\ufe0e\ufeff"
    "\U000e0001\U000e0020-\U000e007f"
)
"""Spaces, joiners and what else nobody sees. U+FE0F is not among them: it asks for a font of emoji."""
_EXTRAORDINARY: Final = re.compile(rf"[^{ORDINARY}{DRAWN_WITHOUT_FONT}]|&#?\w+;")
"""A sign to look up, written as itself or by its name or number in HTML, which Markdown lets through."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign as it is `written` in a text, and as it is `shown`: a mark with the letter that bears it."""

    sign: str
    written: str
    shown: str


def check_signs(trees: Iterable[Node], theme: Path) -> Iterator[Finding]:
    """Check all texts in the trees of files.

    Args:
        trees: The trees; what stands in several is told several times.
        theme: The theme's folder, with the fonts.
    """
    looked_up = [(text, signs) for text in _texts(trees) if (signs := _extraordinary(text))]
    known = signs_of_books(theme) if looked_up else frozenset()
    for text, signs in looked_up:
        lacking = [found for found in signs if found.sign not in known]
        if lacking:
            yield _finding(text, lacking[0], len({found.sign for found in lacking}) - 1)


def _texts(trees: Iterable[Node]) -> Iterator[Scalar]:
    """Every text in the trees, in no order, so that walking them all takes hardly any time."""
    left = list(trees)
    while left:
        node = left.pop()
        if isinstance(node, Mapping):
            left += [entry.value for entry in node.entries.values()]
        elif isinstance(node, Sequence):
            left += node.items
        elif isinstance(node, Scalar) and isinstance(node.value, str):
            yield node


def _extraordinary(text: Scalar) -> list[_Sign]:
    value = str(text.value)
    if value.isascii() and "&" not in value and text.style != '"':  # nearly all; only in quotes are escapes
        return []
    return [
        _Sign(sign, match[0], _shown(value, match.start(), sign))
        for match in _EXTRAORDINARY.finditer(value)
        for sign in unescape(match[0])
        if _EXTRAORDINARY.fullmatch(sign)
    ]


def _shown(text: str, start: int, sign: str) -> str:
    return text[max(0, start - 1) : start] + sign if unicodedata.combining(sign) or sign == "\ufe0f" else sign


def _finding(text: Scalar, sign: _Sign, others: int) -> Finding:
    name = f"{code_point(sign.sign)} {unicodedata.name(sign.sign, '')}".strip()
    facts: dict[str, str | int] = {"sign": sign.shown, "name": name, "others": others}
    return Finding("F30", locate_written(text, sign.written), facts)
