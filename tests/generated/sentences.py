"""Makes plain sentences of made-up courses, in words that look like Indonesian and English.

They mean nothing. Each text holds a word of its own, the same in every language, by which it can be found in
all that is made of it.
"""

from itertools import count
from typing import Final

from tests.generated.dice import Dice
from tests.generated.targets import Targets
from tests.generated.text import Length, Words

VOCABULARY: Final = {
    "id": (
        "kita kamu teman kelompok malam pagi rumah jalan kursi lembar cerita kata tangan napas waktu minggu "
        "duduk bicara mendengar menulis mencoba mengajak menunggu memilih membaca pulang tenang pelan dekat "
        "jauh kecil baru lama bersama sendiri selalu kadang sebelum sesudah karena supaya dengan tanpa untuk "
        "rencana latihan perasaan pertemuan kebiasaan percakapan kesempatan dukungan lingkungan keputusan"
    ).split(),
    "en": (
        "we you friend group evening morning house road chair sheet story word hand breath time week "
        "sit speak listen write try invite wait choose read return calm slowly near "
        "far small new old together alone always sometimes before after because so with without for "
        "plan practice feeling meeting habit conversation chance support neighbourhood decision"
    ).split(),
}
CONSONANTS: Final = "bdghjklmnprstwy"
VOWELS: Final = "aiueo"


def marker(number: int) -> str:
    """A word that stands for a number, without a digit: rules compare the numbers of translations."""
    word, rest = "", number
    while rest or not word:
        rest, vowel = divmod(rest, len(VOWELS))
        rest, consonant = divmod(rest, len(CONSONANTS))
        word = CONSONANTS[consonant] + VOWELS[vowel] + word
    return f"z{word}q"


class Sentences:
    """Writes texts of varied length; long ones with lists, tables, citations and cross-references."""

    def __init__(self, dice: Dice, languages: tuple[str, ...], targets: Targets) -> None:
        self._dice = dice
        self._languages = languages
        self._targets = targets
        self._numbers = count(1)

    def line(self, length: Length) -> Words:
        mark = marker(next(self._numbers))
        more = self._dice.number(0, 1) if length == "short" else self._dice.number(2, 6)
        return Words({language: f"{mark} {self._words(language, more)}".strip().capitalize()
                      for language in self._languages})  # fmt: skip

    def prose(self, length: Length) -> Words:
        if length == "short":
            return self.line("short")
        mention = self._targets.mention() if length == "long" or self._dice.number(1, 4) == 1 else None
        first, more = self._dice.number(4, 9), 0 if length == "cell" else self._dice.number(0, 2)
        kinds = [self._dice.one_of(BLOCKS, "blocks") for _ in range(3)] if length == "long" else []
        size = self._dice.number(2, 4)
        mark = marker(next(self._numbers))
        found = {}
        for language in self._languages:
            sentences = [f"{mark} {self._words(language, first)}.".capitalize()]
            sentences += [self._sentence(language) for _ in range(more)]
            if mention:
                sentences.append(f"{self._words(language, 2).capitalize()}: {mention}.")
            blocks = (self._block(kind, size, language) for kind in kinds)
            found[language] = "\n\n".join((" ".join(sentences), *blocks))
        return Words(found)

    def _block(self, kind: str, size: int, language: str) -> str:
        match kind:
            case "list":
                return "\n".join(f"- {self._sentence(language)}" for _ in range(size))
            case "numbers":
                heads = (self._words(language, 2).capitalize() for _ in range(size))
                return "\n".join(
                    f"{n}. **{head}.** {self._sentence(language)}" for n, head in enumerate(heads, 1)
                )
            case "table":
                rows = [[self._words(language, 2) for _ in range(3)] for _ in range(size + 1)]
                rows.insert(1, ["---"] * 3)
                return "\n".join(f"| {' | '.join(row)} |" for row in rows)
            case _:
                return " ".join(self._sentence(language) for _ in range(size))

    def _sentence(self, language: str) -> str:
        return f"{self._words(language, self._dice.number(4, 14))}.".capitalize()

    def _words(self, language: str, number: int) -> str:
        known = VOCABULARY.get(language, VOCABULARY["en"])
        return " ".join(self._dice.one_of(known, language) for _ in range(number))


BLOCKS: Final = ("paragraph", "list", "table", "numbers")
