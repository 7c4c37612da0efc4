"""Decisions by chance that are the same for the same seed."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Throws, and cards: what is dealt comes up once before anything comes up again."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._decks: dict[object, list[int]] = {}

    def number(self, low: int, high: int) -> int:
        """A number from `low` to `high`, both included."""
        return self._random.randint(low, high)

    def one_of(self, options: Sequence[T], deck: object = None) -> T:
        """One of several, each in its turn, so that a course of some size has all of them.

        Args:
            options: What there is to choose from.
            deck: What is decided; each decision has a deck of its own.
        """
        key = deck, len(options)
        cards = self._decks.setdefault(key, [])
        if not cards:
            cards.extend(self._random.sample(range(len(options)), len(options)))
        return options[cards.pop()]

    def chance(self, of: object) -> bool:
        """Yes as often as no, by what is asked."""
        return self.one_of((True, False), of)
