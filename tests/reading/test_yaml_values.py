"""Values of a YAML file: what the author wrote stays what it is."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.characters import HIDDEN, ODD_SPACE, UNWANTED
from generator.reading.tree import Scalar, to_data
from generator.reading.yaml_file import parse_yaml


def value(text: str) -> object:
    file = parse_yaml(f"a: {text}\n".encode(), "a.yaml")
    assert [finding.code for finding in file.findings] in ([], ["Y21"])
    return to_data(file.tree)["a"]


@pytest.mark.parametrize(
    "text",
    [
        "10:30",
        "no",
        "yes",
        "on",
        "off",
        "True",
        "NULL",
        "010",
        "0x10",
        "1e5",
        ".5",
        "1_000",
        "2026-11-01",
        "1.2.3",
    ],
)
def test_what_yaml_1_1_would_turn_into_something_else_stays_text(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("30", 30),
        ("-3", -3),
        ("+3", 3),
        ("0", 0),
        ("2.5", 2.5),
        ("1.10", 1.1),
        ("true", True),
        ("false", False),
    ],
)
def test_decimal_numbers_and_true_and_false_are_values(text: str, meant: object) -> None:
    found = value(text)
    assert found == meant
    assert type(found) is type(meant)


@pytest.mark.parametrize("text", ["null", "~", ""])
def test_null_a_tilde_and_nothing_are_nothing(text: str) -> None:
    assert value(text) is None


@pytest.mark.parametrize("text", ["'30'", '"30"', "'true'", "'null'"])
def test_what_stands_in_quotes_is_text(text: str) -> None:
    assert value(text) == text[1:-1]


def test_a_block_keeps_its_lines() -> None:
    assert value("|\n  satu\n\n  dua") == "satu\n\ndua\n"


@pytest.mark.parametrize("text", ["'Modul #3'", "Modul#3", "a # catatan", "|\n  Modul #3", "3 #3", "a #"])
def test_a_number_sign_in_quotes_or_before_a_space_loses_nothing(text: str) -> None:
    assert parse_yaml(f"a: {text}\n".encode(), "a.yaml").findings == []


def test_windows_line_ends_are_line_ends() -> None:
    file = parse_yaml(b"a: |\r\n  satu\r\n  dua\r\nb: 1\r\n", "a.yaml")
    assert to_data(file.tree) == {"a": "satu\ndua\n", "b": 1}


def test_a_byte_order_mark_is_not_part_of_the_first_key() -> None:
    assert to_data(parse_yaml(b"\xef\xbb\xbfa: 1\n", "a.yaml").tree) == {"a": 1}


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert to_data(parse_yaml(b"<<: {a: 1}\n", "a.yaml").tree) == {"<<": {"a": 1}}


texts = st.text().filter(
    lambda text: not UNWANTED.search(text) and not HIDDEN.search(text) and "\r" not in text
)
simple_values = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**12), 10**12), st.integers(0, 999).map(lambda n: n / 4), texts
)


keys = texts.filter(lambda key: not ODD_SPACE.search(key)).map(lambda key: f"key {key}"[:100])


@given(st.dictionaries(keys, simple_values, min_size=1))
def test_any_mapping_of_simple_values_comes_back_as_it_was_written(mapping: dict[str, object]) -> None:
    raw = yaml.safe_dump(mapping, allow_unicode=True).encode()
    file = parse_yaml(raw, "a.yaml")
    assert file.findings == []
    assert to_data(file.tree) == mapping


def test_a_scalar_remembers_how_it_was_written() -> None:
    tree = parse_yaml(b"- a\n- 'a'\n- |\n  a\n", "a.yaml").tree
    assert tree is not None
    assert [item.style for item in tree.items if isinstance(item, Scalar)] == [None, "'", "|"]
