"""Numbers are compared by what they mean, not by how a language writes them."""

import pytest

from generator.translating.numbers import different_numbers

SAME = [
    ("1.000 orang", "1,000 people"),
    ("Rp20.000", "20,000 rupiah"),
    ("0,5 jam", "0.5 hours"),
    ("pukul 09.00", "at 9:00"),
    ("pukul 09.00", "at 9 a.m."),
    ("pukul 14.30", "at 2:30 p.m."),
    ("pukul 14.00", "at 2 p.m."),
    ("14 Juli 2024", "July 14, 2024"),
    ("20%", "20 per cent"),
    ("tahun 1990-an", "in the 1990s"),
    ("40 orang dalam dua kelompok berisi 20", "Forty people in two groups of twenty"),
    ("dua puluh lima menit", "25 minutes"),
    ("kotak P3K", "the first-aid box"),
    ("hari ke-3", "the 3rd day"),
    ("3–5 orang", "3 to 5 people"),
    ("hari ke-2", "the second day"),
    ("24/7", "24/7"),
    ("021-555-0100", "021-555-0100"),
    ("dua belas", "12"),
]
DIFFERENT = [
    ("119", "112", ("119",), ("112",)),
    ("30 menit", "20 minutes", ("30",), ("20",)),
    ("0812-3456-7890", "0812-3456-7891", ("0812-3456-7890",), ("0812-3456-7891",)),
    ("0,5 mg", "5 mg", ("0,5",), ("5",)),
    ("1.000", "1,0000", ("1.000",), ("1,0000",)),
    ("pukul 14.30", "at 3:30 p.m.", ("14.30",), ("3:30",)),
    ("posyandu RW 4", "the health post", ("4",), ()),
    ("Tunggu.", "Wait 5 minutes.", (), ("5",)),
]


@pytest.mark.parametrize(("source", "translation"), SAME)
def test_the_same_number_may_be_written_in_each_languages_way(source: str, translation: str) -> None:
    assert different_numbers(source, translation, ("id", "en")) == ((), ())


@pytest.mark.parametrize(("source", "translation", "missing", "added"), DIFFERENT)
def test_another_number_is_found(
    source: str, translation: str, missing: tuple[str, ...], added: tuple[str, ...]
) -> None:
    assert different_numbers(source, translation, ("id", "en")) == (missing, added)


def test_in_a_language_whose_number_words_are_not_known_small_numbers_may_be_words() -> None:
    assert different_numbers("3 wong", "telu", ("id", "jv")) == ((), ())
    assert different_numbers("Hubungi 119.", "Telpunen.", ("id", "jv")) == (("119",), ())
