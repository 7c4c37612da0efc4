"""A slug is added to a list and no other byte of the file changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.listing import ListingError, with_entry
from generator.reading.tree import to_data
from generator.reading.yaml_file import parse_yaml


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("m:\n  - x\n  - y # c\n\nz: 1\n", ("m",), "m:\n  - x\n  - y # c\n  - new\n\nz: 1\n"),
        ("m:\n- x\nz: 1\n", ("m",), "m:\n- x\n- new\nz: 1\n"),
        ("m: [a, b] # c\n", ("m",), "m: [a, b, new] # c\n"),
        ("m: [a,\n  'b', ]\n", ("m",), "m: [a,\n  'b', new, ]\n"),
        ("m: []\n", ("m",), "m: [new]\n"),
        ("m: # none yet\nz: 1\n", ("m",), "m: # none yet\n  - new\nz: 1\n"),
        ("z: 1", ("m",), "z: 1\nm:\n  - new\n"),
        ("z: |\n  x\n", ("m",), "z: |\n  x\nm:\n  - new\n"),
        ("m:\r\n  - x\r\n", ("m",), "m:\r\n  - x\r\n  - new\r\n"),
        (
            "a:\n  - kind: x\n    minutes: 3\n    steps:\n      - do: |\n          b\n",
            ("a", 0, "w"),
            "a:\n  - kind: x\n    minutes: 3\n    w:\n      - new\n    steps:\n      - do: |\n          b\n",
        ),
    ],
)
def test_an_entry_is_added_where_the_list_ends(before: str, path: tuple[str | int, ...], after: str) -> None:
    assert with_entry(before, path, "new") == after


@pytest.mark.parametrize("slug", ["no", "on", "true", "null", "y"])
@pytest.mark.parametrize("text", ["m:\n  - a\n", "m: [a]\n", "m: []\n", "m:\n", "z: 1\n"])
def test_a_slug_that_is_a_word_of_yaml_is_quoted(text: str, slug: str) -> None:
    assert f'"{slug}"' in with_entry(text, ("m",), slug)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("m: {a: 1}\n", ("m", "w")),
        ("m: ~\n", ("m",)),
        ("m:\n  -\n    a\n", ("m",)),
        ("m: text\n", ("m",)),
        ("m:\n  - [a]\n", ("m",)),
        ("m: [\n", ("m",)),
        ("- a\n", ("m",)),
        ("a: 1\n", ("b", "m")),
    ],
)
def test_what_cannot_be_edited_safely_is_refused(text: str, path: tuple[str | int, ...]) -> None:
    with pytest.raises(ListingError):
        with_entry(text, path, "new")


LINES = st.sampled_from(
    [
        "m:",
        "m: []",
        "m: [a, b]",
        "  - a",
        "- a",
        "  - 'b' # c",
        "z: 1",
        "z: |",
        "  text",
        "",
        "# c",
        "m: ~",
        "  w: 2",
    ]
)


@given(lines=st.lists(LINES, max_size=7), end=st.sampled_from(["", "\n", "\r\n"]))
def test_whatever_stands_there_the_data_are_the_same_and_one_entry_more(lines: list[str], end: str) -> None:
    text = "\n".join(lines) + end
    try:
        edited = with_entry(text, ("m",), "new")
    except ListingError:
        return
    before, after = (to_data(parse_yaml(one.encode(), "").tree) for one in (text, edited))
    assert after == before | {"m": (*(before.get("m") or ()), "new")}
    assert is_within(text, edited)


def is_within(text: str, edited: str) -> bool:
    """Whether nothing was taken away: all signs of the text are there, in their order."""
    signs = iter(edited)
    return all(sign in signs for sign in text)
