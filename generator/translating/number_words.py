"""The words for numbers up to a hundred, in the languages whose words are known."""

import re
from collections.abc import Iterator
from typing import Final

WORD: Final = re.compile(r"[^\W\d_]+")
LONGEST: Final = 3
"""So many words has the longest number, *dua puluh lima*."""


def spelt_out(text: str, language: str) -> frozenset[str]:
    """The numbers that a text says in words, in digits; empty where the language's words are not known."""
    known = NUMBER_WORDS.get(language, {})
    words = [word.casefold() for word in WORD.findall(text)]
    phrases = (
        " ".join(words[start : start + length])
        for start in range(len(words))
        for length in range(1, LONGEST + 1)
    )
    return frozenset(str(known[phrase]) for phrase in phrases if phrase in known)


def _indonesian() -> Iterator[tuple[str, int]]:
    units = "satu dua tiga empat lima enam tujuh delapan sembilan".split()
    cardinals = {"nol": 0, "sepuluh": 10, "sebelas": 11, "seratus": 100, "sekali": 1, "pertama": 1}
    cardinals |= {unit: value for value, unit in enumerate(units, 1)}
    cardinals |= {f"{unit} belas": 10 + value for value, unit in enumerate(units[1:], 2)}
    for tens, ten in enumerate(units[1:], 2):
        cardinals[f"{ten} puluh"] = 10 * tens
        cardinals |= {f"{ten} puluh {unit}": 10 * tens + value for value, unit in enumerate(units, 1)}
    for phrase, value in cardinals.items():
        yield from ((phrase, value), (f"ke{phrase}", value), (f"ber{phrase}", value))


def _english() -> Iterator[tuple[str, int]]:
    small = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen"
    ).split()
    ordinals = "first second third fourth fifth sixth seventh eighth ninth".split()
    yield from ((word, value) for value, word in enumerate(small))
    yield from ((f"{word}th", value) for value, word in enumerate(small))
    yield from ((word, value) for value, word in enumerate(ordinals, 1))
    yield from {"hundred": 100, "once": 1, "twice": 2, "twelfth": 12}.items()
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    for ten, word in enumerate(tens, 2):
        yield from ((word, 10 * ten), (f"{word[:-1]}ieth", 10 * ten), (f"{word[:-1]}ies", 10 * ten))
        yield from ((f"{word} {unit}", 10 * ten + value) for value, unit in enumerate(small[1:10], 1))
        yield from ((f"{word} {unit}", 10 * ten + value) for value, unit in enumerate(ordinals, 1))


NUMBER_WORDS: Final = {"id": dict(_indonesian()), "en": dict(_english())}
