import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.prose.markdown import ProseRenderer
from generator.prose.mentions import Mention, mentions
from tests.prose.test_markdown import Names


def test_mentions_are_told_in_reading_order() -> None:
    prose = "[a](term:laps) [@hart-2008] ![b](media:m/c.svg) [d](reference:lee-2012) [e](mailto:a@b.c)"
    assert list(mentions(prose)) == [
        Mention("link", "term:laps", "a"),
        Mention("citation", "hart-2008", "hart-2008"),
        Mention("image", "media:m/c.svg", "b"),
        Mention("citation", "lee-2012", "d"),
        Mention("link", "mailto:a@b.c", "e"),
    ]


@pytest.mark.parametrize("prose", ["", "Kita mulai.", "[x]", "`[a](term:b)`", r"\[a](term:b)", "3 < 4"])
def test_a_text_without_links_mentions_nothing(prose: str) -> None:
    assert list(mentions(prose)) == []


def test_words_in_another_language_are_no_link() -> None:
    assert list(mentions("*[musyawarah](lang:id)*")) == []


@pytest.mark.parametrize("link", ["lang:", "lang:bahasa inggris", "lang:EN", "LANG:en"])
def test_a_language_that_is_none_stays_a_link_to_complain_of(link: str) -> None:
    (mention,) = mentions(f"[kata](<{link}>)")
    assert mention.kind == "link"


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    list(mentions("[x]: https://example.org\n\n[a](term:laps)"))
    assert list(mentions("[x]")) == []


PIECES = st.sampled_from([
    "kata ", "*", "**", "_", "`", "[a](term:laps)", "[*b* c](worksheet:x)", "![d](media:m/e.svg)",
    "[@hart-2008]", "@lee-2012 ", "<https://example.org>", "(", ")", "\n", "\n\n", "\n- ", "\n1. ", "\n> ",
    "\n    ", "\n| ", " | ", "\n| --- | --- |\n", "\\", "[", "]", "<", "  \n",
])  # fmt: skip
POINTS = re.compile(r'(?:href|src)="([^"]+)"')


@given(st.lists(PIECES, max_size=25).map("".join))
def test_just_what_the_html_points_to_is_mentioned(prose: str) -> None:
    html = ProseRenderer(Names()).html(prose)
    assume("klzzwxh" not in html)  # Markdown itself has lost a part of such a text: `*a **_*[b](term:c)`
    told = [f"reference:{m.target}" if m.kind == "citation" else m.target for m in mentions(prose)]
    assert sorted(told) == sorted(POINTS.findall(html))
