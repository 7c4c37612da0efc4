"""A text that was turned into HTML once is not turned again, unless a name that it shows has changed."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.prose.markdown import ProseRenderer
from generator.prose.memory import AGE, ProseMemory

LINKING = "Lihat [](module:listening) dan [@rogers]."
PLAIN = "Satu *kata*."


@dataclass
class Names:
    """Names that can change, and remember what they were asked."""

    module: str = "Mendengarkan"
    author: str = "Rogers, 1957"
    asked: list[str] = field(default_factory=list)

    def title(self, scheme: str, slug: str) -> str | None:
        self.asked.append(f"{scheme}:{slug}")
        return self.module if slug == "listening" else None

    def citation(self, key: str) -> str | None:
        self.asked.append(key)
        return self.author

    def citation_language(self, key: str) -> str | None:
        return None


def html_of(text: str, memory: ProseMemory, names: Names | None = None) -> str:
    return ProseRenderer(names or Names(), memory).html(text)


def later(memory: ProseMemory) -> ProseMemory:
    """The memory of a later build."""
    return ProseMemory(memory.to_bytes())


@given(st.text())
def test_whatever_is_remembered_is_what_would_be_made(text: str) -> None:
    memory = ProseMemory()
    made = html_of(text, memory)
    assert made == ProseRenderer(Names()).html(text)
    again = later(memory)
    assert html_of(text, again) == made
    assert not again.grown


def test_a_text_that_is_known_is_not_made_again() -> None:
    memory = ProseMemory()
    for text in (PLAIN, LINKING):
        html_of(text, memory)
    memory = later(memory)
    for text in (PLAIN, LINKING):
        html_of(text, memory)
    assert not memory.grown


@pytest.mark.parametrize("changed", [Names(module="Menyimak"), Names(author="Rogers, 1961")])
def test_a_name_that_it_shows_makes_it_anew(changed: Names) -> None:
    memory = ProseMemory()
    before = html_of(LINKING, memory)
    after = html_of(LINKING, later(memory), changed)
    assert after != before
    assert after == ProseRenderer(changed).html(LINKING)


def test_a_name_that_it_does_not_show_is_not_even_asked_for() -> None:
    memory = ProseMemory()
    html_of(PLAIN, memory)
    names = Names()
    html_of(PLAIN, later(memory), names)
    assert names.asked == []


def test_a_target_that_was_missing_and_is_there_now_makes_it_anew() -> None:
    text = "Lihat [](module:new)."
    memory = ProseMemory()
    before = html_of(text, memory)
    names = Names()
    names.title = lambda scheme, slug: "Baru"  # type: ignore[method-assign]
    assert html_of(text, later(memory), names) != before


def test_what_another_build_added_meanwhile_is_kept_too() -> None:
    one, other = ProseMemory(), ProseMemory()
    html_of(PLAIN, one)
    html_of(LINKING, other)
    both = ProseMemory(one.to_bytes(other.to_bytes()))
    for text in (PLAIN, LINKING):
        html_of(text, both)
    assert not both.grown


def test_a_text_that_is_long_not_asked_for_is_forgotten() -> None:
    memory = ProseMemory()
    html_of(PLAIN, memory)
    html_of(LINKING, memory)
    for _ in range(AGE + 1):
        memory = later(memory)
        html_of(PLAIN, memory)
    assert LINKING not in memory.to_bytes().decode()
    assert PLAIN in memory.to_bytes().decode()
