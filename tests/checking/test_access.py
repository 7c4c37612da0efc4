"""Descriptions, headings of columns and texts of links say something to those who hear them."""

import pytest
from pydantic import ValidationError

from generator.checking.access import points_only, says_nothing
from generator.model.instrument import DescriptionColumn
from generator.model.worksheet import Column, TableBlock

HEARING = "modules/listening/sessions/hearing.yaml"
SUMMARY = "summary: Kita mencari tahu apa yang mengganggu waktu mendengarkan."


@pytest.mark.parametrize(
    ("alternative", "nothing"),
    [
        ("Dua kursi yang saling berhadapan", False),
        ("Kursi", False),
        ("Foto ibu di depan rumah", False),
        ("Logo BNN", False),
        ("Gambar 1", True),
        ("gambar", True),
        ("Image", True),
        ("Figure 2a", True),
        ("Foto gambar", True),
        ("two-chairs.svg", True),
        ("two-chairs", True),
        ("IMG_2041.JPG", True),
        ("…", True),
        ("a b", True),
    ],
)
def test_a_description_tells_what_is_to_be_seen(alternative, nothing):
    assert says_nothing(alternative, "media:listening/two-chairs.svg") is nothing


@pytest.mark.parametrize(
    ("text", "pointing"),
    [
        ("Klik di sini", True),
        ("**di sini**", True),
        ("here.", True),
        ("Read more »", True),
        ("https://example.org/a?b", True),
        ("www.example.org", True),
        ("healing119.id", False),
        ("kartu bahaya", False),
        ("klik kanan di kartu", False),
        ("", False),
    ],
)
def test_a_link_says_where_it_leads(text, pointing):
    assert points_only(text) is pointing


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Lihat [di sini](worksheet:listening-card), bukan [di sini](https://example.org).",
            ["2:18", "2:61"],
        ),
        ("Di sini: [sini](worksheet:listening-card)", ["2:21"]),
        ("<https://example.org>", ["2:12"]),
        ("[](worksheet:listening-card) <mailto:a@example.org> [kartu](worksheet:listening-card)", []),
    ],
)
def test_a_link_that_only_points_is_told_at_its_words(sample, change, check, text, told):
    change(sample / HEARING, SUMMARY, f"summary: '{text}'")
    found = [line for line in check(sample) if line.startswith(HEARING)]
    assert found == [f"{HEARING}:{place} X03" for place in told]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("  | a | b |\n  | - | - |\n  | c | d |", []),
        ("  | | b |\n  | - | - |\n  | c | d |", []),
        ("  Kata.\n\n  | a | |\n  | - | - |\n  | c | d |", ["5:3"]),
        ("  | a | b |\n  | c | d |", ["3:3"]),
    ],
)
def test_a_table_without_a_heading_is_told_at_its_first_line(sample, change, check, table, told):
    change(sample / HEARING, SUMMARY, f"summary: |\n{table}")
    assert [line for line in check(sample) if line.endswith("X02")] == [f"{HEARING}:{p} X02" for p in told]


def test_the_description_of_a_drawing_is_checked_as_well(sample, change, check):
    chapter = "chapters/why-listening.yaml"
    text = "Tiga kotak dalam lingkaran. Sesudah mengubah cara, kita mencoba lagi."
    change(sample / chapter, f"alt: {text}", "alt: Gambar 3")
    assert check(sample) == [f"{chapter}:35:12 X01"]


def test_tables_of_the_model_cannot_do_without_headings():
    with pytest.raises(ValidationError):
        Column(slug="a", title="")
    with pytest.raises(ValidationError):
        DescriptionColumn(slug="a", title="", prompt="Apa?")
    assert TableBlock.model_fields["columns"].is_required()
