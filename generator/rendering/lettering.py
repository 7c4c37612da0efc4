"""How wide letters are, so that a drawing's labels can be broken into lines that stay inside their boxes."""

import re
from typing import Final

WIDTHS: Final = {
    0.315: " \u00a0'|,.:;!¡iìíîıj‘’‚·`´",
    0.35: "lï()[]",
    0.40: 'frt-{}"°_',
    0.45: "/1\\IÌÍÎÏ",
    0.51: "“”„*–zscçº",
    0.565: "yýÿvx×7?LkaàáâãäåJeèéêë",
    0.61: "Fuùúûü9hnñoòóôõöø2gbdpþqðEÈÉÊË+÷−<>3^~",
    0.665: "5TS$=48Z6PÞBßVRYÝKCÇ0",
    0.735: "AÀÁÂÃÄÅXUÙÚÛÜDHNÑG&",
    0.785: "wOÒÓÔÕÖØQ…@#",
    0.89: "—MmWæ",
}
"""How wide the theme's bold letters are at most, in parts of their size; its regular ones are narrower."""
WIDEST: Final = 1.03
_WIDTH_OF: Final = {letter: width for width, letters in WIDTHS.items() for letter in letters}
_PIECE: Final = re.compile(r"[^ ]+")


def width(text: str, size: float) -> float:
    """How much room a line takes up at most, in the unit of its size."""
    return sum(_WIDTH_OF.get(letter, WIDEST) for letter in text) * size


def lines(text: str, size: float, room: float) -> tuple[str, ...]:
    """A text in as few lines as the room needs, of about the same length; too long a word is cut."""
    words = [piece for word in _PIECE.findall(text) for piece in _pieces(word, size, room)]
    fewest = _filled(words, size, room)
    narrower = room
    while narrower > 0:
        narrower -= size / 4
        broken = _filled(words, size, narrower)
        if len(broken) > len(fewest) or max(width(line, size) for line in broken) > narrower:
            break
        fewest = broken
    return tuple(fewest)


def _filled(words: list[str], size: float, room: float) -> list[str]:
    filled: list[str] = []
    for word in words:
        if filled and width(f"{filled[-1]} {word}", size) <= room:
            filled[-1] += f" {word}"
        else:
            filled.append(word)
    return filled


def _pieces(word: str, size: float, room: float) -> list[str]:
    """The word itself, or where it does not fit, pieces with hyphens."""
    if width(word, size) <= room:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(f"{pieces[-1]}{letter}-", size) > room:
            pieces[-1] += "-"
            pieces.append("")
        pieces[-1] += letter
    return pieces
