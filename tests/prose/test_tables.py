"""A table of prose tells which of its columns is called nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.prose.markdown import ProseRenderer
from generator.prose.tables import tables
from tests.prose.test_markdown import Names

RULE = "| --- | --- |"
WORDS = st.text("ab ", max_size=4)


@pytest.mark.parametrize(
    ("prose", "unnamed"),
    [
        (f"| a | b |\n{RULE}\n| c | d |", None),
        (f"| | b |\n{RULE}\n| c | d |", None),
        (f"| | b |\n{RULE}\n| | d |", 1),
        (f"| | b |\n{RULE}", 1),
        (f"| a | |\n{RULE}\n| c | d |", 2),
        (f"| a | ** |\n{RULE}\n| c | d |", 2),
        (f"| a | [](term:b) |\n{RULE}\n| c | d |", None),
        (f"Kata:\n\n| a | |\n{RULE}\n| c | d |\n\nLagi.", 2),
        ("a | b\n--- | ---\nc | d", None),
        ("| a | b |\n| c | d |", 1),
        (f"{RULE}\n| c | d |", 1),
        (f"| a \\| b | c |\n{RULE}\n| d | e |", None),
    ],
)
def test_the_first_column_without_a_name_is_told(prose: str, unnamed: int | None) -> None:
    (table,) = tables(prose)
    assert table.unnamed_column == unnamed


@pytest.mark.parametrize("prose", ["Kata.", "Satu | dua", "| tegak |", "a | b\nc | d", "---\n\n---"])
def test_what_is_no_table_is_none(prose: str) -> None:
    assert list(tables(prose)) == []


@given(
    head=st.lists(WORDS, min_size=2, max_size=4),
    rows=st.lists(st.lists(WORDS, min_size=2, max_size=4), max_size=3),
)
def test_what_markdown_makes_a_table_is_found_with_its_head(head: list[str], rows: list[list[str]]) -> None:
    lines = [head, ["---"] * len(head), *rows]
    prose = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    (table,) = tables(prose)
    html = ProseRenderer(Names()).html(prose)
    assert html.startswith("<table>")
    for name in filter(None, table.head):
        assert f">{name}</th>" in html
    assert html.count("</th>") == len(table.head)
