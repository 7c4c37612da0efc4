"""What one text has and another lacks is marked, line by line."""

from hypothesis import given
from hypothesis import strategies as st

from generator.findings.difference import TAB, difference

texts = st.text(st.sampled_from("ab: -\n\t\0é"), max_size=40)


def marked(text: str, other: str) -> list[str]:
    """The lines, what is marked in square brackets."""
    return [
        "".join(f"[{piece.text}]" if piece.changed else piece.text for piece in line)
        for line in difference(text, other)
    ]


def test_in_a_line_that_stands_for_another_the_word_is_marked() -> None:
    assert marked("a:\n  expects: Diam.\n", "a:\n  expect: Diam.\n") == ["a:", "  [expects]: Diam."]


def test_a_line_that_the_other_lacks_is_marked_without_its_indentation() -> None:
    assert marked("a:\n  - b\n  - c\n", "a:\n  - b\n") == ["a:", "  - b", "  [- c]"]
    assert marked("a:\n  - b\n", "a:\n  - b\n  - c\n") == ["a:", "  - b"]


def test_indentation_that_the_other_lacks_is_marked_where_it_is_the_difference() -> None:
    assert marked("a: 1\n  b: 2\n", "a: 1\nb: 2\n") == ["a: 1", "[  ]b: 2"]


def test_a_tab_can_be_seen() -> None:
    assert marked("a: 1\n\tb: 2", "a: 1\nb: 2") == ["a: 1", f"[{TAB}]b: 2"]


def test_where_all_differs_nothing_is_marked() -> None:
    assert marked("# later", "title: Diam") == ["# later"]


@given(texts, texts)
def test_the_lines_are_those_of_the_text(text: str, other: str) -> None:
    shown = ["".join(piece.text for piece in line) for line in difference(text, other)]
    assert shown == text.rstrip("\n").replace("\t", TAB).replace("\0", "�").split("\n")


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert not any(piece.changed for line in difference(text, text) for piece in line)
