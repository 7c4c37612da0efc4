"""Placeholders are recognised wherever they stand, and no other text is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.placeholder import is_placeholder, placeholder, placeholders


@given(what=st.text(st.characters(exclude_characters="()"), min_size=1).map(str.strip).filter(bool))
@pytest.mark.parametrize("language", ["id", "en", "jv"])
def test_a_placeholder_is_found_again(language: str, what: str) -> None:
    text = placeholder(what, language)
    assert is_placeholder(text)
    assert is_placeholder(f"\n{text} \n")
    assert list(placeholders(f"Satu {text} dua {text}")) == [text, text]


@pytest.mark.parametrize(
    "text", ["TULIS di sini", "(tulis judul)", "(TULISAN tangan)", "(TULIS)", "Tulis (WRITEr)", ""]
)
def test_another_text_is_none(text: str) -> None:
    assert not is_placeholder(text)
    assert list(placeholders(text)) == []


def test_a_text_with_a_placeholder_in_it_is_partly_written() -> None:
    text = "Kita (TULIS apa) malam ini."
    assert not is_placeholder(text)
    assert list(placeholders(text)) == ["(TULIS apa)"]
