"""Writes the texts of random courses: each a word of its own, and whatever signs it was given."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from tests.generated.dice import Dice
from tests.generated.sentences import marker
from tests.generated.targets import Targets
from tests.generated.text import Length, Words, Writer


class Awkward:
    """Takes what it was given in turn; `MENTION` becomes a cross-reference or a citation."""

    def __init__(self, dice: Dice, languages: tuple[str, ...], targets: Targets, given: "Given") -> None:
        self._dice = dice
        self._languages = languages
        self._targets = targets
        self._given = given
        self._numbers = count(1)

    def line(self, length: Length) -> Words:
        more = "" if length == "short" else self._dice.one_of(self._given.lines, "lines")
        return self._words(more)

    def prose(self, length: Length) -> Words:
        if length == "short":
            return self._words("")
        more = self._dice.one_of(self._given.sentences if length == "cell" else self._given.proses, length)
        return self._words(more.replace(MENTION, self._targets.mention()))

    def _words(self, more: str) -> Words:
        mark = marker(next(self._numbers))
        return Words({language: f"{mark}{language} {more}".strip() for language in self._languages})


MENTION = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Given:
    """Lines of plain text; and Markdown: a sentence each, or several blocks."""

    lines: Sequence[str]
    sentences: Sequence[str]
    proses: Sequence[str]

    def writer(self, dice: Dice, languages: tuple[str, ...], targets: Targets) -> Writer:
        """Who writes a course with these texts."""
        return Awkward(dice, languages, targets, self)
