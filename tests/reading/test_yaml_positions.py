"""Every value and every key knows its line and column, as an editor counts them."""

import pytest

from generator.findings.finding import Place
from generator.reading.tree import Node, Path, locate, locate_key, locate_snippet
from generator.reading.yaml_file import parse_yaml


def tree(text: str) -> Node:
    file = parse_yaml(text.encode(), "a.yaml")
    assert file.tree is not None
    return file.tree


def at(place: Place) -> tuple[int, int]:
    return place.line, place.column


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("a: 1\nb: dua\n", ("b",), (2, 4)),
        ("a:\n  - x\n  - y: 1\n", ("a", 1, "y"), (3, 8)),
        ("kunci: “é” # 日本\nb: {c: [1, 2]}\n", ("b", "c", 1), (2, 12)),
        ("“日本” : 漢字\n", ("“日本” ".strip(),), (1, 8)),
        ("emoji 😀: 😀 x\n", ("emoji 😀",), (1, 10)),
        ("a: 1\r\nb: 2\r\n", ("b",), (2, 4)),
        ("\ufeffa: 1\n", ("a",), (1, 4)),
        ("a:\t1\n", ("a",), (1, 4)),
        ("a: |\n  teks\n  panjang\n\nb: 2\n", ("b",), (5, 4)),
        ("a: |\n  teks\n", ("a",), (1, 4)),
        ("a: satu\n  dua\n", ("a",), (1, 4)),
        ("a: 'it''s'\nb: \"\\u00e9\"\nc: 1\n", ("c",), (3, 4)),
    ],
)
def test_a_value_stands_where_the_editor_shows_it(text: str, path: Path, expected: tuple[int, int]) -> None:
    assert at(locate(tree(text), path)) == expected


def test_a_key_stands_where_it_begins() -> None:
    assert at(locate_key(tree("a:\n  é: 1\n  b: 2\n"), ("a", "b"))) == (3, 3)


def test_what_is_not_there_is_placed_at_the_nearest_thing_around_it() -> None:
    node = tree("a:\n  b: 1\n")
    assert at(locate(node, ("a", "c", 3))) == (2, 3)
    assert at(locate_key(node, ("a", "c"))) == (2, 3)


def test_a_place_is_as_wide_as_the_value_on_its_line() -> None:
    assert locate(tree("a: delapan\n"), ("a",)).width == 7
    assert locate(tree("a: |\n  teks\n"), ("a",)).width == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: |\n  satu\n  lihat [](term:x) dan\n", (3, 12)),
        ("a: satu term:x\n", (1, 9)),
        ('a: "é: term:x"\n', (1, 8)),
        ("a: >\n  satu\n  dua term:x\n", (3, 7)),
        ("a: |\n  term:xy term:x\n", (2, 11)),
        ("a: |\n  tidak ada\nb: term:x\n", (1, 4)),
        ("{a: tidak ada, b: term:x}\n", (1, 5)),
    ],
)
def test_a_snippet_of_a_text_is_found_in_its_line_and_column(text: str, expected: tuple[int, int]) -> None:
    assert at(locate_snippet(tree(text), ("a",), "term:x")) == expected


def test_of_several_like_snippets_each_has_its_own_place() -> None:
    node = tree("a: |\n  <b> dan\n  <b>\n")
    assert [at(locate_snippet(node, ("a",), "<b>", number)) for number in (0, 1, 2)] == [
        (2, 3),
        (3, 3),
        (3, 3),
    ]
