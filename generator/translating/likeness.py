"""Tells a text that was left in the source language from one that is the same in both.

Names, abbreviations, numbers and words that both languages share may stay as they are. What other texts of
the course are translated into shows the difference.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from generator.reading.overlay import TextPair
from generator.translating.prose_targets import without_targets

FOREIGN: Final = re.compile(r"\[[^\]]*\]\(lang:[^)]*\)|`[^`]*`|https?://\S+")
"""What stands in another language or in none."""
WORD: Final = re.compile(r"(?<![\w@])[^\W\d_]{2,}(?![\w])")
ANY_WORD: Final = re.compile(r"\w+")
ONLY_IN_ONE_LANGUAGE: Final = 4
"""So many ordinary words in a row are the same in no two languages."""


class Likeness:
    """Knows a course's texts in two languages."""

    def __init__(self, pairs: Iterable[TextPair]) -> None:
        self._translated = [
            (pair.source_text, pair.translated_text)
            for pair in pairs
            if pair.translated_text is not None and not _same(pair)
        ]

    def is_left_over(self, pair: TextPair) -> bool:
        """Whether the translation is the same as the source and should differ."""
        if pair.translated_text is None or not _same(pair):
            return False
        words = all_words(pair.source_text)
        if self._differs_elsewhere[_key(pair.source_text)] and not all(map(self._is_known, words)):
            return True
        words = ordinary_words(words)
        if len(words) >= ONLY_IN_ONE_LANGUAGE:
            return True
        return len(words) > 1 and not any(self._is_known(word) for word in words)

    @cached_property
    def _differs_elsewhere(self) -> defaultdict[str, bool]:
        found: defaultdict[str, bool] = defaultdict(bool)
        for source, _ in self._translated:
            found[_key(source)] = True
        return found

    @cached_property
    def _known_words(self) -> frozenset[str]:
        """The words of all translations that differ from their source."""
        return frozenset(
            word for _, translation in self._translated for word in ANY_WORD.findall(translation.casefold())
        )

    def _is_known(self, word: str) -> bool:
        """Whether the language has this word, as far as the course shows."""
        return word.casefold() in self._known_words


def all_words(text: str) -> list[str]:
    """The words of a text that stand in its own language."""
    return WORD.findall(without_targets(FOREIGN.sub(" ", text)))


def ordinary_words(words: list[str]) -> list[str]:
    """The words that a dictionary would have: not those with a capital, but for a sentence's first."""
    ordinary = [word for word in words if word.islower()]
    if ordinary and words[0] is not ordinary[0] and words[0][1:].islower():
        return [words[0], *ordinary]
    return ordinary


def _same(pair: TextPair) -> bool:
    if pair.source is pair.translation:
        return False
    source, translation = pair.source_text.lstrip(), (pair.translated_text or "").lstrip()
    return source[:1] == translation[:1] and _key(source) == _key(translation)  # most differ at once


def _key(text: str) -> str:
    return " ".join(text.split())
