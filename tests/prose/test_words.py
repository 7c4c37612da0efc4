"""The words of a prose field are those that are read, and stand where they stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.prose.words import foreign_words, without_quotations, words
from tests.prose.test_mentions import PIECES


@pytest.mark.parametrize(
    ("prose", "read"),
    [
        ("Kita mulai.", "Kita mulai."),
        ("**Kita** *mulai* .", "Kita mulai ."),
        ("Baca [kartu itu](worksheet:kartu).", "Baca kartu itu ."),
        ("Baca [](worksheet:kartu).", "Baca XXXXXXXXXXXXXXXXXXX."),
        ("Begitu [@hart-2008; @lee-2012].", "Begitu ."),
        ("Begitu [@hart-2008;\n@lee-2012].", "Begitu ."),
        ("Menurut @hart-2008 begitu.", "Menurut XXXXXXXXXX begitu."),
        ("![Dua kursi](media:m/kursi.svg)", "Dua kursi"),
        ("*[musyawarah](lang:id)*", "musyawarah"),
        ("Lihat <https://example.org>.", "Lihat XXXXXXXXXXXXXXXXXXXXX."),
        ("snake_case _miring_", "snake_case miring"),
    ],
)
def test_only_what_is_read_is_left(prose: str, read: str) -> None:
    assert words(prose).split() == read.split()


@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_sign_stays_in_its_place(prose: str) -> None:
    for text in (words(prose), without_quotations(prose)):
        assert len(text) == len(prose)
        assert [i for i, sign in enumerate(text) if sign == "\n"] == [
            i for i, sign in enumerate(prose) if sign == "\n"
        ]


@pytest.mark.parametrize(
    "text",
    [
        "Ia bilang “pecandu”.",
        "Ia bilang ‘pecandu’.",
        "He said ‘don’t call me pecandu’.",
        'Ia bilang "pecandu".',
        "> Semua pecandu di sini\nmendengar pecandu.",
        "“Satu.” Lalu “pecandu”",
    ],
)
def test_a_quotation_is_not_said_by_the_course(text: str) -> None:
    assert "pecandu" not in without_quotations(text)


@pytest.mark.parametrize(
    "text", ["“Ya”, kata pecandu", "5 > 4, pecandu", "kata “pecandu tanpa akhir", "’pecandu’"]
)
def test_what_stands_outside_a_quotation_is_said_by_the_course(text: str) -> None:
    assert "pecandu" in without_quotations(text)


def test_words_of_another_language_are_told_with_their_place() -> None:
    prose = "We call it *[musyawarah](lang:id)*, [see](term:x)."
    (foreign,) = foreign_words(prose)
    assert (foreign.language, prose[foreign.start : foreign.end]) == ("id", "musyawarah")
