"""Data are written as YAML that reads as the same data, however odd its texts are."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.yaml_text import WIDTH, Noted, scalar, yaml_text
from generator.reading.characters import SUSPECT
from generator.reading.yaml_file import parse_yaml
from tests.authoring.parts import plain

ODD = [
    *"no Yes on y n null ~ true 1 1.5 10:30 2026-11-01 0x1F 1_000 1e3 .5 = << | > … # -".split(),
    *("Modul #3", "a: b", "a:", "- a", "'a'", '"a"', "it's", 'say "it\'s"', "[@key]", "{a}", "*a*"),
    *("&a", "!a", "%a", "@a", "`a`", "\\a", "“a”", "a\\n", "# a", " ", "(TULIS judul sesi)"),
]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    lambda text: not SUSPECT.search(text) and "\n" not in text and "\r" not in text
)
DATA = st.recursive(
    TEXTS | st.integers(-1000, 1000) | st.booleans(),
    lambda below: (
        st.lists(below, max_size=3).filter(lambda items: not any(isinstance(i, list) for i in items))
        | st.dictionaries(st.from_regex(r"[a-z]{3,6}", fullmatch=True), below, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("text", ODD)
def test_an_odd_text_stays_text_for_every_reader(text: str) -> None:
    assert yaml.safe_load(f"key: {scalar(text)}\n") == {"key": text}
    read = parse_yaml(f"key: {scalar(text)}\n".encode(), "")
    assert read.findings == []
    assert plain(read.tree) == {"key": text}


@pytest.mark.parametrize("text", "y N No ON off True null 12 1e3 2026-11-01 0o17".split())
def test_what_some_reader_takes_for_something_else_has_quotes(text: str) -> None:
    assert scalar(text) == f'"{text}"'


@pytest.mark.parametrize(
    "text", ["Mendengar", "Apa kabarmu?", "Satu, dua, tiga.", "(TULIS judul sesi)", "“Hai”"]
)
def test_a_plain_text_has_no_quotes(text: str) -> None:
    assert scalar(text) == text


@given(data=st.dictionaries(st.from_regex(r"[a-z]{3,6}", fullmatch=True), DATA, min_size=1, max_size=3))
def test_data_are_read_as_they_were_written(data: dict[str, object]) -> None:
    read = parse_yaml(yaml_text(data).encode(), "")
    assert read.findings == []
    assert plain(read.tree) == data


def test_a_note_stands_above_its_key_also_in_a_list() -> None:
    data = {"a": Noted(1, "One."), "b": [{"c": Noted("x", "> Source\n> text"), "d": 2}]}
    assert yaml_text(data) == ("# One.\na: 1\nb:\n  # > Source\n  # > text\n  - c: x\n    d: 2\n")


def test_a_long_note_is_broken_and_its_quotation_marked_in_every_line() -> None:
    lines = yaml_text({"a": Noted(1, "> " + "word " * 60)}).split("\n")[:-2]
    assert len(lines) > 2
    assert all(line.startswith("# > ") and len(line) <= WIDTH for line in lines)
