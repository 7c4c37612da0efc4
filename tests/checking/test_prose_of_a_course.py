"""Prose: what it points to exists, what it may not hold is told at its line and column."""

import pytest

from generator.checking.check import check_curriculum
from generator.reading.loading import Curriculum
from tests.today import TODAY

HEARING = "modules/listening/sessions/hearing.yaml"
SUMMARY = "summary: Kita mencari tahu apa yang mengganggu waktu mendengarkan."


@pytest.fixture
def faults(sample, change, check):
    """The findings of the sample with a text as its first session's summary, by line in that text."""

    def faults_of(text):
        block = "".join(f"  {line}\n" for line in text.split("\n"))
        change(sample / HEARING, f"{SUMMARY}\n", f"summary: |\n{block}")
        found = []
        for line in check(sample):
            if not line.startswith(HEARING):
                continue  # that the translation says something else is told of that
            place, code = line.removeprefix(f"{HEARING}:").split()
            row, column = map(int, place.split(":"))
            found.append(f"{row - 2}:{column - 2} {code}")
        return found

    return faults_of


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org) [b](mailto:a@example.org) [c](tel:119)",
        "[](module:listening) [sesi](session:listening/hearing) [](worksheet:listening-card)",
        "[](term:reflecting) [](instrument:listening-confidence) [](rubric:conversation-rubric)",
        "[](knowledge-test:listening-test) [](evaluation-form:listening-form) [](programme:one-evening)",
        "![Dua kursi](media:listening/two-chairs.svg)",
        "Kata orang [@rahma-2019; @hart-2008].",
        "Satu < dua, a <3, 5 > 4, &lt;, R&D, \\<b\\>, \\[@x], #tagar, \\# bukan judul",
        "<mailto:a@example.org>",
    ],
)
def test_what_prose_may_hold_gives_no_finding(faults, text):
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Satu.\n\nLihat [](worksheet:kartu).", ["3:10 R01"]),
        ("[](session:listening/hear) [](session:hearing)", ["1:4 R01", "1:31 R01"]),
        ("[](term:x), [](term:listening-card)", ["1:4 R01", "1:16 R01"]),
        ("[a](reference:nobody)", ["1:15 R01"]),
        ("Kata\norang [@nobody].", ["2:9 R01"]),
        ("[@rahma-2019; @nobody]", ["1:16 R01"]),
        ("[@Rahma-2019]", ["1:1 R01"]),
        ("[@rahma-2019, hlm. 3]", ["1:1 R01"]),
        ("| a | b |\n| - | - |\n| x | [](term:y) |", ["3:10 R01"]),
    ],
)
def test_what_prose_points_to_exists(faults, text, expected):
    assert faults(text) == expected


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", "java&#115;cript:alert(1)", "javascript&#58;alert(1)",
        "&#x6a;avascript:alert(1)", "vbscript:x", "data:text/html;base64,PHNjcmlwdD4=", "DATA:text/html,x",
        "file:///etc/passwd", "ftp://a.b/x", "//example.org/x", "../other.html", "other.html", "#teks",
        "media:listening/two-chairs.svg", "Worksheet:listening-card", "https:",
    ],
)  # fmt: skip
def test_a_link_leads_to_the_web_or_into_the_course(faults, target):
    assert faults(f"[a]({target})") == ["1:5 P03"]


def test_a_link_leads_somewhere(faults):
    assert [line.split()[1] for line in faults("[a]()")] == ["P03"]


def test_the_nearest_scheme_is_offered_for_one_that_is_unknown(sample, change):
    change(sample / HEARING, SUMMARY, "summary: '[a](worksheets:listening-card)'")
    (finding,) = check_curriculum(Curriculum(sample), TODAY).findings
    assert finding.code == "P03"
    assert finding.nearest == "worksheet"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Satu\n<b>dua</b> tiga", ["2:1 P01"]),
        ("<b>satu</b> dan <i>dua</i>", ["1:1 P01", "1:17 P01"]),
        ("<b>satu\n\n<b>dua", ["1:1 P01", "3:1 P01"]),
        ("a</p>", ["1:2 P01"]),
        ("<script>alert(1)</script>", ["1:1 P01"]),
        ("<!-- x -->", ["1:1 P01"]),
        ("<?php ?>", ["1:1 P01"]),
        ("<SVG onload=x", ["1:1 P01"]),
    ],
)
def test_html_is_told_where_it_stands(faults, text, expected):
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Satu\n\n# Dua", ["3:1 P02"]),
        ("## Satu\n\n### Dua", ["1:1 P02", "3:1 P02"]),
        ("  ###### Satu", ["1:3 P02"]),
    ],
)
def test_headings_are_told_where_they_stand(faults, text, expected):
    # A block's first line decides its indentation, so a line without any stands first.
    shift = text.startswith(" ")
    found = faults(f"x\n\n{text}" if shift else text)
    assert found == (["3:3 P02"] if shift else expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Satu:\n- dua\n- tiga", ["2:1 P06"]),
        ("Satu:\n1. dua", ["2:1 P06"]),
        ("- satu\n  - dua", ["2:3 P06"]),
        ("Satu\n| a | b |\n| - | - |\n| 1 | 2 |", ["2:1 P06"]),
        ("Satu:\n\n- dua\n- tiga\n  lanjut\n- empat\n\n| a | b |\n| - | - |\n| 1 | 2 |", []),
        ("- satu\n    - dua\n    - tiga\n- empat", []),
        ("Sejak\n2019. Lalu\n-tiga\n**dua**", []),
    ],
)
def test_a_list_or_table_stands_apart_from_the_line_above(faults, text, expected):
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ("![kursi](media:listening/none.svg)", ["1:10 P04"]),
        ("![kursi](media:other/two-chairs.svg)", ["1:10 P04"]),
        ("![kursi](media:listening/../module.yaml)", ["1:10 P04"]),
        ("![kursi](media:listening/)", ["1:10 P04"]),
        ("![kursi](media:two-chairs.svg)", ["1:10 P04"]),
        ("![kursi](https://example.org/a.png)", ["1:10 P04"]),
        ("![kursi](data:image/png;base64,AA==)", ["1:10 P04"]),
        ("![kursi](two-chairs.svg)", ["1:10 P04"]),
        ("![](media:listening/two-chairs.svg)", ["1:5 P05"]),
        ("![ ](media:listening/none.svg)", ["1:6 P04", "1:6 P05"]),
    ],
)
def test_an_image_is_a_media_file_with_a_description(faults, image, expected):
    assert faults(image) == expected


def test_a_fault_in_a_translation_is_told_in_the_translations_file(sample, change, check):
    translation = "modules/listening/translations/en/sessions/hearing.yaml"
    change(
        sample / translation,
        "        say: Welcome.",
        "        say: |\n          Welcome.\n          See [](term:x).",
    )
    assert check(sample) == [f"{translation}:17:18 R01"]


def test_prose_is_checked_in_every_kind_of_file(sample, change, check):
    for file, old in (
        ("course.yaml", "Baca rencana sesi dulu"),
        ("contacts.yaml", "Nyawa seseorang terancam"),
        ("glossary.yaml", "Mengulang isi cerita"),
        ("wording.yaml", "Sebut orangnya dulu"),
        ("programmes/one-evening.yaml", "Kedua sesi"),
        ("modules/listening/module.yaml", "Supaya anggota"),
        ("modules/listening/evaluation.yaml", "Satu soal satu poin"),
        ("modules/listening/worksheets/listening-card.yaml", "Kartu kecil"),
        (HEARING, "Sambut semua orang"),
    ):
        change(sample / file, old, f"{old} <b>")
    assert [line.split(":")[0] for line in check(sample)] == [
        "contacts.yaml", "course.yaml", "glossary.yaml", "modules/listening/evaluation.yaml",
        "modules/listening/module.yaml", HEARING, "modules/listening/worksheets/listening-card.yaml",
        "programmes/one-evening.yaml", "wording.yaml",
    ]  # fmt: skip
