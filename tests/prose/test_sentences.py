"""Prose is cut into paragraphs and sentences as its readers hear them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.prose.sentences import paragraphs, sentences
from tests.prose.test_mentions import PIECES


def said(prose: str) -> list[str]:
    found = (sentence for paragraph in paragraphs(prose) for sentence in sentences(paragraph))
    return [" ".join(sentence.words.split()) for sentence in found]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Kita mulai. Duduklah!", ["Kita mulai.", "Duduklah!"]),
        ("Kita mulai.\nDuduklah\ndi sini.", ["Kita mulai.", "Duduklah di sini."]),
        ("Kata\n\n- satu. Lalu\n- dua\n", ["Kata", "satu.", "Lalu", "dua"]),
        ("1. Satu.\n2. Dua.", ["Satu.", "Dua."]),
        ("1. Satu\n   masih satu\n2. Dua", ["Satu masih satu", "Dua"]),
        ("| Cara | Contoh |\n| --- | --- |\n| Diam | menunggu |", ["Cara", "Contoh", "Diam", "menunggu"]),
        ("> “Aku capek.”\n> Ia diam.", ["“Aku capek.”", "Ia diam."]),
        ("“Apa kabar?” tanya Sari. Ia diam.", ["“Apa kabar?” tanya Sari.", "Ia diam."]),
        ("“Aku lelah. Biarkan aku.” Kita diam.", ["“Aku lelah.", "Biarkan aku.”", "Kita diam."]),
        ("Ke dr. Sari, Jl. Mawar No. 35. Lalu pulang.", ["Ke dr. Sari, Jl. Mawar No. 35.", "Lalu pulang."]),
        ("He said no. Then he left.", ["He said no.", "Then he left."]),
        ("Kertas, spidol, dll. Lalu mulai.", ["Kertas, spidol, dll.", "Lalu mulai."]),
        ("Menurut A. Nur begitu. Ya.", ["Menurut A. Nur begitu.", "Ya."]),
        ("Nilainya 2.75 pada jam 09.30. Bagus.", ["Nilainya 2.75 pada jam 09.30.", "Bagus."]),
        ("Diam … lalu bicara. **Selesai.**", ["Diam … lalu bicara.", "Selesai."]),
        ("Terbukti [@hart-2008]. Lihat [](worksheet:a). [](term:b) begitu.",
         ["Terbukti .", "Lihat XXXXXXXXXXXXXXX.", "XXXXXXXXXX begitu."]),
        ("", []),
        ("---\n\n* * *", []),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_its_reader_stops(prose: str, expected: list[str]) -> None:
    assert said(prose) == expected


@pytest.mark.parametrize(
    ("words", "length"),
    [("teman-teman kita", 2), ("3.842.676 orang", 2), ("diam – lalu bicara", 3), ("… !", 0), ("dan/atau", 1)],
)
def test_a_word_is_what_stands_between_spaces(words: str, length: int) -> None:
    (paragraph,) = paragraphs(f"{words} a")
    assert paragraph.length == length + 1


@given(st.lists(PIECES, max_size=25).map("".join))
def test_a_sentence_stands_in_its_text_where_it_says(prose: str) -> None:
    end = 0
    for paragraph in paragraphs(prose):
        for sentence in sentences(paragraph):
            assert end <= sentence.start < sentence.end <= len(prose)
            assert len(sentence.words) == sentence.end - sentence.start
            assert prose[sentence.start].strip()
            end = sentence.end
