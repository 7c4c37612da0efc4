"""YAML's traps: values that other readers would not read as text, and characters that nobody sees."""

import pytest
import yaml

from generator.findings.finding import Finding
from generator.model.session import Session
from generator.reading.form import validate
from generator.reading.yaml_file import parse_yaml
from generator.reading.yaml_types import read_otherwise


def told(raw: str) -> list[str]:
    return [f"{f.place.line}:{f.place.column} {f.code}" for f in parse_yaml(raw.encode(), "a.yaml").findings]


def meaning(text: str) -> object:
    (finding,) = parse_yaml(f"a: {text}\n".encode(), "a.yaml").findings
    assert (finding.code, finding.place.column, finding.place.width) == ("Y21", 4, len(text))
    return finding.facts["got"]


@pytest.mark.parametrize(
    ("got", "texts"),
    [
        ("read-as-yes-or-no", "no No NO yes YES on On off OFF y Y n N True TRUE False"),
        ("read-as-nothing", "Null NULL"),
        (
            "read-as-number",
            "10:30 08:30 190:20:30 190:20:30.15 0x1F 0o17 017 0b11 1_000 1e3 1.5E+3 .5 5. +.5",
        ),
        ("read-as-number", ".inf -.INF .NaN 00"),
        ("read-as-date", "2026-11-01 2026-1-1 2026-11-01T10:00:00Z"),
        ("read-as-sign", "= <<"),
    ],
)
def test_a_text_without_quotes_that_others_read_otherwise_is_told(got: str, texts: str) -> None:
    for text in texts.split():
        assert meaning(text) == got, text


@pytest.mark.parametrize(
    "text",
    [
        "'no'",
        '"10:30"',
        "Nora",
        "no no",
        "021-171",
        "1.2.3",
        "10.1000/182",
        "10:75",
        "x: 'y'",
        "|\n  no",
        "->",
    ],
)
def test_what_all_readers_take_for_text_is_not_told(text: str) -> None:
    assert told(f"a: {text}\n" if text != "x: 'y'" else "x: 'y'\n") == []


def test_keys_and_entries_of_lists_are_told_too() -> None:
    assert told("no: 1\n") == ["1:1 Y21"]
    assert told("- on\n- [y, {n: off}]\n") == ["1:3 Y21", "2:4 Y21", "2:8 Y21", "2:11 Y21"]
    assert told("'no': 1\n") == []


def test_whatever_another_reader_of_yaml_resolves_we_tell() -> None:
    """The library's own YAML 1.1 types, over all short texts of the signs that they are made of."""
    resolver = yaml.resolver.Resolver()
    for text in (
        a + b + c for a in "0189+-.:_yntoxe=<" for b in "0189.:_-ynox<" for c in ("", "0", ":", "e", "s")
    ):
        tag = resolver.resolve(yaml.ScalarNode, text, (True, False))
        ours = parse_yaml(f"- {text}\n".encode(), "a.yaml")
        if tag != "tag:yaml.org,2002:str" and not ours.findings and ours.tree:
            assert not isinstance(ours.tree.items[0].value, str), text  # type: ignore[union-attr]


def test_where_something_else_than_text_is_wanted_that_is_told_and_no_more() -> None:
    file = parse_yaml(b"minutes: 1_000\n", "a.yaml")
    assert [finding.code for finding in file.findings] == ["Y21"]
    assert read_otherwise("1_000") == "read-as-number"


@pytest.mark.parametrize(
    "character",
    ["\u200e", "\u200f", "\u061c", "\u202a", "\u202e", "\u2066", "\u2069", "\u200b", "\u2060", "\u00ad"],
)
def test_a_character_that_nobody_sees_is_told_at_its_place_or_escape(character: str) -> None:
    code = f"U+{ord(character):04X}"
    (raw,) = parse_yaml(f"é: a\nb: se{character}su\n".encode(), "a.yaml").findings
    assert (raw.code, raw.place.line, raw.place.column, raw.facts) == ("Y22", 2, 6, {"character": code})
    assert told(f'a: "se\\u{ord(character):04x}su"\n') == ["1:4 Y22"]
    assert told(f"# se{character}su\na: 1\n") == ["1:5 Y22"]


def test_the_same_character_many_times_is_told_often_enough() -> None:
    assert told("a: x\u200b\u200b\u200by\n") == ["1:5 Y22"]
    assert 1 < len(told("a: " + "x\u200b" * 1000)) <= 20


@pytest.mark.parametrize("text", ["ha\u200cna", "ha\u200dna", "90\u00a0menit", "é “日本” 😀"])
def test_joiners_of_other_scripts_and_no_break_spaces_in_texts_stay(text: str) -> None:
    assert told(f"a: {text}\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("title\u00a0: x\n", "1:6 Y22", id="before a colon"),
        pytest.param("a: 1\ntitle:\u00a0x\n", "2:7 Y22", id="behind a colon"),
        pytest.param("a: 1\n\u00a0\u00a0title: x\n", "2:1 Y22", id="as indentation"),
        pytest.param("a:\n  -\u00a0title: x\n", "2:4 Y22", id="behind a hyphen"),
        pytest.param("- title:\u00a0x\n", "1:9 Y22", id="behind a colon in a list"),
    ],
)
def test_a_no_break_space_that_takes_a_real_ones_place_is_told(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_a_no_break_space_in_a_slug_or_a_word_is_told_and_nothing_else() -> None:
    text = "minutes: 5\nobjectives:\n  - peta\u00a0pemicu\nactivities:\n  - kind: input\u00a0\n"
    file = parse_yaml(text.encode(), "a.yaml")
    assert file.tree is not None
    odd = [f for f in validate(file.tree, Session, "a").findings if f.code not in ("F02",)]
    assert [(f.code, f.place.line, f.place.column) for f in odd] == [("Y22", 3, 9), ("Y22", 5, 16)]


def test_a_hidden_character_in_a_key_makes_it_no_other_key() -> None:
    file = parse_yaml("ti\u200btle: Sesi\n".encode(), "a.yaml")
    assert file.tree is not None
    codes = [f.facts for f in validate(file.tree, Session, "a").findings]
    assert {"key": "title"} not in codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: Modul #3\n", ["1:10 Y14"], id="a text"),
        pytest.param("- Modul #3\n- b\n", ["1:9 Y14"], id="a list's entry"),
        pytest.param("a: satu\n  dua #tiga\n", ["2:7 Y14"], id="a text's last line"),
        pytest.param("a: satu #dua\n  tiga\nb: 1\n", ["1:9 Y14"], id="a text that goes on"),
        pytest.param("a: [b, c #d\n  ]\n", ["1:10 Y14"], id="a list in brackets"),
        pytest.param("a: [b #c, d]\ne: 1\n", ["1:7 Y14"], id="a bracket that is commented out"),
        pytest.param("a: #judul\nb: 1\n", ["1:4 Y14"], id="a text that starts with it"),
        pytest.param("a: [b, c] #d\n", [], id="behind a list"),
        pytest.param("a:  # judul\n  - b\n", [], id="behind a key"),
    ],
)
def test_text_behind_a_number_sign_is_lost_wherever_it_stands(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_nothing_of_this_hides_what_else_is_wrong() -> None:
    findings: list[Finding] = parse_yaml("a: no\nb: x\u200b\nc: 'd\ne: f: g\n".encode(), "a.yaml").findings
    assert [finding.code for finding in findings] == ["Y21", "Y22", "Y19", "Y16"]
