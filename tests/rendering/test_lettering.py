"""Labels are broken by an estimate of their width, so this must not be less than what the font has."""

from itertools import pairwise
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.lettering import WIDTHS, lines, width
from tests.publishing.built import THEME

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzMW .,", min_size=1, max_size=120).filter(str.strip)


@pytest.fixture(scope="module", params=["400", "700"])
def font(request: pytest.FixtureRequest) -> Any:
    return TTFont(THEME.fonts / f"atkinson-hyperlegible-next-latin-{request.param}-normal.woff2")


def test_no_letter_is_wider_than_its_estimate(font: Any) -> None:
    unit = font["head"].unitsPerEm
    too_wide = {
        chr(code): font["hmtx"][name][0] / unit
        for code, name in font.getBestCmap().items()
        if font["hmtx"][name][0] / unit > width(chr(code), 1)
    }
    assert too_wide == {}


def test_no_letter_is_estimated_twice() -> None:
    letters = "".join(WIDTHS.values())
    assert len(letters) == len(set(letters))


@given(WORDS, st.floats(min_value=40, max_value=300))
def test_every_line_fits_and_no_letter_is_lost(text: str, room: float) -> None:
    broken = lines(text, 14, room)
    assert all(width(line, 14) <= room for line in broken)
    assert "".join("".join(broken).replace("-", "").split()) == "".join(text.split())


def test_only_a_word_that_does_not_fit_is_cut() -> None:
    room = width("Perencanaan", 14)
    assert lines("Perencanaan", 14, room) == ("Perencanaan",)
    assert lines("Perencanaan", 14, room - 1) == ("Perencanaa-", "n")


def test_lines_are_of_about_the_same_length() -> None:
    assert lines("Relaps makin kecil kemungkinannya", 14, 160) == ("Relaps makin kecil", "kemungkinannya")
    broken = lines("satu dua tiga empat lima enam", 14, 170)
    assert len(broken) == 2
    assert all(abs(width(one, 14) - width(other, 14)) < 30 for one, other in pairwise(broken))
