"""A term to avoid is told where it stands, and nowhere else."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checking.check import check_curriculum
from generator.reading.loading import Curriculum
from tests.today import TODAY

HEARING = "modules/listening/sessions/hearing.yaml"
ENGLISH = "modules/listening/translations/en/sessions/hearing.yaml"
SUMMARY = "summary: Kita mencari tahu apa yang mengganggu waktu mendengarkan."
TITLE = "title: Mendengar\n"


@pytest.fixture
def told(sample, change, check):
    """Where terms to avoid are told, by line and column of a text that is the first session's summary."""

    def told_of(text):
        block = "".join(f"  {line}\n" for line in text.split("\n"))
        change(sample / HEARING, f"{SUMMARY}\n", f"summary: |\n{block}")
        found = [line for line in check(sample) if line.startswith(HEARING)]
        places = [line.removeprefix(f"{HEARING}:").removesuffix(" W01") for line in found]
        return [f"{int(row) - 2}:{int(column) - 2}" for row, column in (place.split(":") for place in places)]

    return told_of


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Pecandu tidak malas.", ["1:1"]),
        ("Satu\npara PECANDU dan pecandu", ["2:6", "2:18"]),
        ("“Dasar pecandu!” kata pecandu itu", ["1:23"]),
        ("Pecandu-pecandu itu, si pecandunya, anti-pecandu", ["1:1", "1:25", "1:37"]),
        ("[seorang pecandu](term:reflecting)", ["1:10"]),
        ("**pecandu**", ["1:3"]),
        ("| a | b |\n| - | - |\n| x | pecandu |", ["3:7"]),
        ("![Seorang pecandu](media:listening/two-chairs.svg)", ["1:11"]),
        ("Kata *[addicts](lang:en)* itu", ["1:8"]),
    ],
)
def test_a_term_is_told_at_its_word(told, text, places):
    assert told(text) == places


@pytest.mark.parametrize(
    "text",
    [
        'Ia bilang “pecandu”, lalu ‘pecandu’ dan "pecandu".',
        "> pecandu\n> pecandu",
        "Kecanduan bukan pecanduan; pecan dua.",
        "[kartu](https://example.org/pecandu)",
        "The word addict",
        "Kata *[pecandu](lang:en)* itu",
    ],
)
def test_what_quotes_it_or_is_another_word_is_not_told(told, text):
    assert told(text) == []


def test_a_term_is_told_in_plain_text_and_in_every_language(sample, change, check):
    change(sample / HEARING, TITLE, "title: Pecandu mendengar\n")
    change(sample / ENGLISH, "title: Hearing\n", "title: Addicts hear pecandu\n")
    assert check(sample) == [f"{HEARING}:1:8 W01", f"{ENGLISH}:1:8 W01"]


def test_what_is_not_translated_is_told_once_in_the_source(sample, change, check):
    change(sample / HEARING, TITLE, "title: Addict pecandu\n")
    change(sample / ENGLISH, "title: Hearing\n", "")
    assert check(sample) == [f"{HEARING}:1:8 L02", f"{HEARING}:1:15 W01"]


def test_of_two_terms_in_one_place_the_longer_is_told(sample, change):
    change(
        sample / "wording.yaml",
        "  - slug: en-addict\n",
        "  - slug: id-mantan\n    language: id\n    avoid: mantan pecandu\n    write: anggota\n"
        "    reason: Jangan.\n"
        "  - slug: en-addict\n",
    )
    change(sample / HEARING, f"{SUMMARY}\n", "summary: >-\n  Seorang mantan\n  pecandu datang.\n")
    findings = [f for f in check_curriculum(Curriculum(sample), TODAY).findings if f.code == "W01"]
    assert [(f.place.line, f.place.column, f.facts["write"]) for f in findings] == [(3, 11, "anggota")]


def test_the_list_of_terms_may_say_what_it_forbids(sample, change, check):
    change(sample / "wording.yaml", "Sebut orangnya dulu", "Jangan sebut pecandu, sebut orangnya dulu")
    assert check(sample) == []


PLACES = sorted(
    (path, number)
    for path in (Path(__file__).parent.parent / "sample").rglob("modules/listening/sessions/*.yaml")
    if "translations" not in path.parts
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
    if line.lstrip().startswith(("- say: ", "say: ", "- do: ", "title: ", "purpose: ")) and "[" not in line
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.sampled_from(PLACES), data=st.data())
def test_a_term_put_anywhere_is_told_in_that_line_and_column(sample, place, data):
    path, number = place
    lines = path.read_text(encoding="utf-8").split("\n")
    line = lines[number - 1]
    spaces = [i for i, sign in enumerate(line) if sign == " " and i > line.index(": ")]
    column = data.draw(st.sampled_from([*spaces, len(line)]))
    lines[number - 1] = f"{line[:column]} pecandu{line[column:]}"
    file = sample / path.relative_to(Path(__file__).parent.parent / "sample")
    file.write_text("\n".join(lines), encoding="utf-8")
    found = [f.place for f in check_curriculum(Curriculum(sample), TODAY).findings if f.code == "W01"]
    file.write_bytes(path.read_bytes())
    quoted = line[:column].count("“") > line[:column].count("”")
    assert [(p.line, p.column, p.width) for p in found] == ([] if quoted else [(number, column + 2, 7)])
