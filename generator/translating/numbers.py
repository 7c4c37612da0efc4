"""Compares the numbers of two texts, however each language writes them.

The same number may stand as ``1.000`` and ``1,000``, as ``0,5`` and ``0.5``, as ``14.00`` and ``2 p.m.``, or
as a word in one text and in digits in the other.
"""

import re
from typing import Final

from generator.translating.number_words import NUMBER_WORDS, spelt_out

NUMBER: Final = re.compile(
    r"(?<![\w.,:])(?:Rp\s?|[$€])?(?P<digits>\+?\d+(?:[.,:]\d+)*(?:-\d{3,})*)(?![^\W\d_]\d|\d)"
)
"""A number with its separators; not the digit in a name such as P3K."""
THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*")
DECIMAL: Final = re.compile(r"(\d+)[.,](\d+)")
TIME: Final = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
HOUR: Final = re.compile(r"[1-9]|1[0-2]")
THREE: Final = 3
"""So many digits after a sign are thousands as a rule; zeros among them mean something."""
SPELT_OUT_UP_TO: Final = 100
"""Numbers up to this are often written as words."""


def different_numbers(
    source: str, translation: str, languages: tuple[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The numbers that only the source has, and those that only the translation has.

    Args:
        source: The source's text, without what a link points to.
        translation: Its translation.
        languages: The source's language and the translation's.
    """
    here, there = numbers(source), numbers(translation)
    if sorted(here) == sorted(there):
        return (), ()
    missing, added = _unmatched(here, there), _unmatched(there, here)
    return (
        tuple(one for one in missing if not _is_spelt_out(one, translation, languages[1])),
        tuple(one for one in added if not _is_spelt_out(one, source, languages[0])),
    )


def numbers(text: str) -> list[str]:
    """The numbers of a text, as they are written."""
    return [match["digits"] for match in NUMBER.finditer(text)]


def readings(number: str) -> frozenset[str]:
    """Everything that a number may mean, each in one way of writing it."""
    if "-" in number:
        return frozenset({number})
    found = {number}
    if number.isdigit():
        found.add(str(int(number)))
    if HOUR.fullmatch(number):
        found.add(f"{int(number) % 12}:00")
    if THOUSANDS.fullmatch(number):
        found.add(re.sub(r"[.,]", "", number))
    if decimal := DECIMAL.fullmatch(number):
        part = decimal[2].rstrip("0") if len(decimal[2]) < THREE else decimal[2]
        found.add(f"{int(decimal[1])}.{part}".rstrip("."))
    if time := TIME.fullmatch(number):
        found.add(f"{int(time[1]) % 12}:{time[2]}")
    return frozenset(found)


def _unmatched(these: list[str], those: list[str]) -> list[str]:
    """Those of the first list that no number of the second list can mean."""
    possible = frozenset(reading for number in those for reading in readings(number))
    return [one for one in dict.fromkeys(these) if not readings(one) & possible]


def _is_spelt_out(number: str, text: str, language: str) -> bool:
    """Whether the text has it in words; where the language's words are not known, it may have."""
    if language not in NUMBER_WORDS:
        return number.isdigit() and int(number) <= SPELT_OUT_UP_TO
    return bool(readings(number) & spelt_out(text, language))
