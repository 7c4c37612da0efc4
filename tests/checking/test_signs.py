"""Signs that the books' fonts lack are told where they stand; those that need no font are not."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checking.check import check_curriculum
from generator.checking.signs import ORDINARY
from generator.findings.finding import Finding
from generator.reading.loading import Curriculum
from generator.reading.local.adapted import open_curriculum
from generator.reading.typefaces import signs_of_books
from tests.conftest import told
from tests.today import TODAY

THEME = Path(__file__).parents[2] / "theme"
HEARING = "modules/listening/sessions/hearing.yaml"
SAID = "say: Selamat datang."

Change = Callable[[Path, str, str], None]


def lacking(curriculum: Curriculum) -> list[Finding]:
    found = check_curriculum(curriculum, TODAY, THEME).findings
    return [finding for finding in found if finding.code == "F30"]


@pytest.fixture
def say(sample: Path, change: Change) -> Callable[[str], list[Finding]]:
    """A function that has the facilitator say a YAML value, and tells what is found of its signs."""

    def say_it(value: str) -> list[Finding]:
        change(sample / HEARING, SAID, f"say: {value}")
        return lacking(Curriculum(sample))

    return say_it


@pytest.mark.parametrize(
    ("value", "column", "sign"),
    [
        ("Selamat 中", 22, "中"),
        ("Selamat中pagi", 21, "中"),
        ("Halo ꦲ", 19, "ꦲ"),
        ("Dvořák", 17, "ř"),
        ("Hati &hearts;", 19, "♥"),
        ("Hati &#x2665;", 19, "♥"),
        ("\u00e2 a\u0302", 17, "a\u0302"),
        ("\u00a9 \u00a9\ufe0f", 17, "\u00a9\ufe0f"),
        ("Cara non\u2011medis", 22, "\u2011"),
        (r'"Bunyi \u266b"', 14, "♫"),
        (r'"Bunyi \a"', 14, "\a"),
    ],
    ids=ascii,
)
def test_a_sign_is_told_where_it_is_written(
    say: Callable[[str], list[Finding]], value: str, column: int, sign: str
) -> None:
    (finding,) = say(value)
    assert (finding.place.line, finding.facts["sign"]) == (20, sign)
    assert finding.place.column == column


def test_a_text_is_told_once_with_its_first_sign_and_how_many_others(
    say: Callable[[str], list[Finding]],
) -> None:
    (finding,) = say("中, é, 国, 中, 😀")
    assert finding.facts == {"sign": "中", "name": "U+4E2D CJK UNIFIED IDEOGRAPH-4E2D", "others": 2}


def test_a_sign_in_a_long_text_is_told_on_its_line(say: Callable[[str], list[Finding]]) -> None:
    (finding,) = say("|\n          Satu.\n          Dua 😀.")
    assert (finding.place.line, finding.place.column) == (22, 15)


@pytest.mark.parametrize(
    "value",
    [
        "“Ya” – é, ñ, œ, ÿ: 3 × 4 € … ™",
        "e\u0301 n\u0303",
        "1\u202f000 dan\u2009\u2003\u3000lagi",
        "ka\u200clo dan\u200d, \u00a9\ufe0e",
        "&eacute; &amp; &lt; &nbsp; &copy;",
        "R&D; P&P",
        r'"Satu\tdua\r\n\u00e9"',
    ],
    ids=ascii,
)
def test_what_the_fonts_have_or_needs_no_font_is_not_told(
    say: Callable[[str], list[Finding]], value: str
) -> None:
    assert say(value) == []


def test_the_names_of_authors_are_texts_too(sample: Path, change: Change) -> None:
    change(sample / "references.yaml", "family: Wibowo", "family: Čapek")
    assert [told(one, sample) for one in lacking(Curriculum(sample))] == ["references.yaml:7:17 F30"]


def test_a_translation_is_told_in_its_own_file(sample: Path, change: Change) -> None:
    file = "modules/listening/translations/en/sessions/hearing.yaml"
    change(sample / file, "We find out", "We find 👂 out")
    assert [told(one, sample) for one in lacking(Curriculum(sample))] == [f"{file}:2:18 F30"]


def test_the_labels_of_a_third_language_are_told(sample: Path, change: Change) -> None:
    change(sample / "course.yaml", "  - en\norganisation:", "  - en\n  - jv\norganisation:")
    labels = sample / "translations/jv/labels.yaml"
    labels.parent.mkdir(parents=True)
    labels.write_text("home: ꦏꦕ\n", encoding="utf-8")
    (finding,) = lacking(Curriculum(sample))
    assert told(finding, sample) == "translations/jv/labels.yaml:1:7 F30"
    assert finding.facts["others"] == 1


def test_an_organisations_own_words_are_told_in_its_folder(sample: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "course.yaml").write_text("title: Kursus kami ★\n", encoding="utf-8")
    assert [told(one, own) for one in lacking(open_curriculum(sample, own))] == ["course.yaml:1:20 F30"]


def test_what_is_not_looked_up_is_in_the_fonts() -> None:
    ordinary = re.compile(f"[{ORDINARY}]")
    signs = {sign for sign in map(chr, range(0x110000)) if ordinary.fullmatch(sign)}
    assert signs - set("\t\n\r") <= signs_of_books(THEME)
