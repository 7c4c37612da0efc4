"""Labels: every language has them all, from the theme, the course, the locale or the source language."""

from pathlib import Path

import pytest

from generator.reading.labels import read_labels
from generator.reading.locale_words import locale_words
from generator.rendering.theme import Theme, ThemeError

THEME = Path(__file__).parents[2] / "theme"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course's folder with a place for Javanese labels."""
    (tmp_path / "translations/jv").mkdir(parents=True)
    return tmp_path


def own(course: Path, text: str) -> list[str]:
    """What is found when the course brings these labels along."""
    (course / "translations/jv/labels.yaml").write_text(text, encoding="utf-8")
    found = read_labels(THEME, (course,), "jv", "id").findings
    return [
        f"{f.place.source.path.rpartition('/')[2]}:{f.place.line}:{f.place.column} {f.code}" for f in found
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_language_of_the_theme_lacks_nothing(language: str) -> None:
    labels = read_labels(THEME, (), language, "id")
    assert (labels.findings, labels.pairs) == ([], [])
    assert labels.words == read_labels(THEME, (), language).words


def test_what_a_language_lacks_stands_in_the_source_language(course: Path) -> None:
    assert own(course, "home: Kaca ngarep\nactivity_kinds:\n  opening: Pambuka\n") == []
    words, indonesian = read_labels(THEME, (course,), "jv", "id").words, read_labels(THEME, (), "id").words
    assert (words["home"], words["activity_kinds"]["opening"]) == ("Kaca ngarep", "Pambuka")
    assert words["activity_kinds"]["closing"] == indonesian["activity_kinds"]["closing"]
    assert words.keys() == indonesian.keys()


def test_where_the_theme_does_not_speak_the_source_language_either_english_stands() -> None:
    assert read_labels(THEME, (), "jv", "su").words["home"] == read_labels(THEME, (), "en").words["home"]


def test_its_name_its_months_and_its_decimal_sign_come_from_the_locale(course: Path) -> None:
    words = read_labels(THEME, (course,), "jv", "id").words
    assert (words["language_name"], words["months"][1], words["decimal_sign"]) == ("Jawa", "Februari", ",")
    assert locale_words("pt-BR")["months"][0] == "janeiro"
    assert locale_words("xx") == {"language_name": "xx"}


def test_labels_that_are_to_be_translated_are_those_that_neither_theme_nor_locale_has(course: Path) -> None:
    own(course, "home: Kaca ngarep\n")
    by_key = {pair.key: pair.translated_text for pair in read_labels(THEME, (course,), "jv", "id").pairs}
    assert by_key["home"] == "Kaca ngarep"
    assert by_key["modules"] is None
    assert not any(key.startswith(("months", "days", "language_name")) for key in by_key)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hom: Kaca\n", ["labels.yaml:1:1 F01"]),
        ("home: 3\n", ["labels.yaml:1:7 F05"]),
        ("home:\n", []),
        ("months: [Siji]\n", ["labels.yaml:1:9 L04"]),
        ("months: Siji\n", ["labels.yaml:1:9 F05"]),
        ("- home\n", ["labels.yaml:1:1 F05"]),
        ("minutes: menit\n", ["labels.yaml:1:10 L11"]),
        ('minutes: "{nomer} menit"\n', ["labels.yaml:1:10 L11"]),
        ("home: [\n", ["labels.yaml:1:7 Y23"]),
    ],
)
def test_a_faulty_label_is_told_where_it_stands_and_not_used(
    course: Path, text: str, expected: list[str]
) -> None:
    assert own(course, text) == expected
    words = read_labels(THEME, (course,), "jv", "id").words
    indonesian = read_labels(THEME, (), "id").words
    assert (words["home"], words["minutes"]) == (indonesian["home"], indonesian["minutes"])


def test_labels_are_read_once_and_again_when_their_file_changes(course: Path) -> None:
    theme = Theme(THEME, (course,), "id")
    own(course, "home: Siji\n")
    first = theme.labels("jv")
    assert theme.labels("jv") is first
    path = course / "translations/jv/labels.yaml"
    path.write_text("home: Loro\n", encoding="utf-8")
    assert theme.labels("jv")["home"] in ("Siji", "Loro"), "the clock of a file system may be coarse"
    path.unlink()
    assert theme.labels("jv")["home"] == theme.labels("id")["home"]


def test_labels_with_errors_stop_a_build_with_the_files_name(course: Path) -> None:
    own(course, "home: [\n")
    with pytest.raises(ThemeError, match=r"labels\.yaml"):
        Theme(THEME, (course,), "id").labels("jv")
