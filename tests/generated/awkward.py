"""Writes the texts of random courses: each a word of its own, and whatever signs it was given."""

from collections.abc import Callable, Sequence
from itertools import count

from tests.generated.dice import Dice
from tests.generated.sentences import marker
from tests.generated.targets import Targets
from tests.generated.text import Length, Words, Writer


class Awkward:
    """Takes its lines and its paragraphs from what it was given; `MENTION` in them becomes a cross-reference or a
    citation.
    """

    def __init__(self, dice: Dice, languages: tuple[str, ...], targets: Targets,
                 lines: Sequence[str], proses: Sequence[str]) -> None:  # fmt: skip
        self._dice = dice
        self._languages = languages
        self._targets = targets
        self._lines = lines
        self._proses = proses
        self._numbers = count(1)

    def line(self, length: Length) -> Words:
        more = "" if length == "short" else self._dice.one_of(self._lines, "lines")
        return self._words(more)

    def prose(self, length: Length) -> Words:
        if length == "short":
            return self._words("")
        more = self._dice.one_of(self._proses, "proses")
        return self._words(more.replace(MENTION, self._targets.mention()))

    def _words(self, more: str) -> Words:
        mark = marker(next(self._numbers))
        return Words({language: f"{mark}{language} {more}".strip() for language in self._languages})


MENTION = "\N{REPLACEMENT CHARACTER}"


def awkward(lines: Sequence[str], proses: Sequence[str]) -> Callable[[Dice, tuple[str, ...], Targets], Writer]:
    """Makes a writer of these texts for a course."""
    return lambda dice, languages, targets: Awkward(dice, languages, targets, lines, proses)
