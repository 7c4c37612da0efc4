"""Turns what a build made into a table for the terminal."""

from collections.abc import Iterable, Sequence
from typing import Final

from generator.publishing.tally import Count

WORDS: Final = {
    "id": {
        "made": "Yang dibuat",
        "new": "baru",
        "kept": "tersimpan",
        "pages": "halaman",
        "seconds": "detik",
        "handbooks": "buku",
        "sheets": "lembar",
        "site": "situs",
        "all": "Semua",
    },
    "en": {
        "made": "Made",
        "new": "new",
        "kept": "kept",
        "pages": "pages",
        "seconds": "seconds",
        "handbooks": "handbooks",
        "sheets": "sheets",
        "site": "site",
        "all": "All",
    },
}
DECIMAL_SIGN: Final = {"id": ",", "en": "."}


def build_table(counts: Iterable[Count], seconds: float, language: str) -> str:
    """A row for each kind in each language, and one for all.

    Args:
        counts: What was made. The seconds of each are those of all processes together.
        seconds: How long the build took on the clock.
        language: The language of the table.
    """
    counts, words = list(counts), WORDS[language]

    def told(number: float) -> str:
        return f"{number:.1f}".replace(".", DECIMAL_SIGN[language])

    head = [words[name] for name in ("made", "new", "kept", "pages", "seconds")]
    rows = [
        [f"{one.language}: {words[one.kind]}", str(one.new), str(one.kept), str(one.pages), told(one.seconds)]
        for one in counts
    ]
    total = [
        words["all"],
        *(str(sum(getattr(one, name) for one in counts)) for name in ("new", "kept", "pages")),
        told(seconds),
    ]
    return "\n".join(_aligned([head, *rows, total]))


def _aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *numbers in rows:
        cells = [number.rjust(width) for number, width in zip(numbers, widths[1:], strict=True)]
        yield "  ".join([name.ljust(widths[0]), *cells])
