"""Prose becomes sanitised HTML that still names its targets."""

import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.prose.markdown import (
    ALLOWED_TAGS,
    CROSS_REFERENCES,
    WEB_SCHEMES,
    ProseRenderer,
    inline,
    replace_links,
    replace_media,
)


class Names:
    """A course with one sheet, one term and two references."""

    def title(self, scheme: str, slug: str) -> str | None:
        return {("worksheet", "kartu"): "Kartu & peta", ("term", "laps"): "laps"}.get((scheme, slug))

    def citation_language(self, key: str) -> str | None:
        return "en" if key == "listening-2010" else None

    def citation(self, key: str) -> str | None:
        titled = {"listening-2010": "“Listening well”, 2010"}
        return ({"hart-2008": "Hart, 2008", "lee-2012": "Lee dkk., 2012"} | titled).get(key)


def html(prose: str) -> str:
    return ProseRenderer(Names()).html(prose)


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        pytest.param("Satu.\n\nDua.", "<p>Satu.</p>\n<p>Dua.</p>", id="paragraphs"),
        pytest.param("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>", id="emphasis"),
        pytest.param("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", id="list"),
        pytest.param("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>', id="numbered list"),
        pytest.param("> a", "<blockquote>\n<p>a</p>\n</blockquote>", id="quotation"),
        pytest.param("a  \nb", "<p>a<br>\nb</p>", id="line break"),
        pytest.param("a < b & c", "<p>a &lt; b &amp; c</p>", id="signs"),
        pytest.param("\\<b\\>", "<p>&lt;b&gt;</p>", id="a sign that is escaped"),
        pytest.param("# a", "<p># a</p>", id="no heading"),
        pytest.param("a\n===", "<p>a\n===</p>", id="no heading by underlining"),
        pytest.param("    a", "<p>a</p>", id="no code by indentation"),
        pytest.param("[a]: https://example.org\n\n[a]", None, id="no definition of a link"),
    ],
)
def test_prose_is_simple_markdown(prose: str, expected: str | None) -> None:
    if expected is None:
        assert "<a" not in html(prose)
    else:
        assert html(prose) == expected


def test_html_in_prose_is_shown_and_not_obeyed() -> None:
    assert html("<b>a</b>") == "<p>&lt;b&gt;a&lt;/b&gt;</p>"
    assert html("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


def test_a_citation_names_author_and_year_and_its_key() -> None:
    assert html("Kata [@hart-2008].") == (
        '<p>Kata <span class="citation">(<a href="reference:hart-2008">Hart, 2008</a>)</span>.</p>'
    )


def test_several_citations_stand_in_one_pair_of_parentheses() -> None:
    assert html("[@hart-2008; @lee-2012]") == (
        '<p><span class="citation">(<a href="reference:hart-2008">Hart, 2008</a>; '
        '<a href="reference:lee-2012">Lee dkk., 2012</a>)</span></p>'
    )


def test_a_citation_inside_a_parenthesis_has_none_of_its_own() -> None:
    link = '<a href="reference:hart-2008">Hart, 2008</a>'
    assert html("(Lee, dikutip dalam [@hart-2008])") == (
        f'<p>(Lee, dikutip dalam <span class="citation">{link}</span>)</p>'
    )
    assert f"({link})" in html("Kata (sudah ditutup) [@hart-2008].")


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        ("Menurut @hart-2008, diam itu baik.", "Menurut Hart (2008), diam itu baik."),
        ("@lee-2012 menulis.", "Lee dkk. (2012) menulis."),
    ],
)
def test_a_citation_can_be_a_part_of_the_sentence(prose: str, words: str) -> None:
    assert re.sub("<[^>]+>", "", html(prose)) == words
    assert '<a href="reference:' in html(prose)


def test_words_in_another_language_are_marked_and_are_no_link() -> None:
    assert html("Lewat *[self-efficacy](lang:en)*.") == (
        '<p>Lewat <em><span lang="en">self-efficacy</span></em>.</p>'
    )


def test_a_citation_by_a_title_in_another_language_says_which() -> None:
    assert 'lang="en">“Listening well”, 2010</a>' in html("Kata [@listening-2010].")
    assert 'lang="en"' in html("Menurut @listening-2010, diam itu baik.")
    assert "lang" not in html("Kata [@hart-2008].")


@pytest.mark.parametrize("prose", ["surat@contoh.org", "\\@hart-2008", "`@hart-2008`"])
def test_an_address_an_escaped_sign_or_code_cites_nothing(prose: str) -> None:
    assert "reference:" not in html(prose)
    assert "\\" not in html(prose)


def test_a_citation_in_code_or_after_a_backslash_is_text() -> None:
    assert html("`[@hart-2008]` \\[@hart-2008]") == "<p><code>[@hart-2008]</code> [@hart-2008]</p>"


def test_a_cross_reference_without_text_takes_the_title_of_its_target() -> None:
    assert html("[](worksheet:kartu)") == (
        '<p><a class="cross-reference" href="worksheet:kartu">Kartu &amp; peta</a></p>'
    )


def test_a_cross_reference_with_text_keeps_it() -> None:
    assert html("[**itu**](worksheet:kartu)") == (
        '<p><a class="cross-reference" href="worksheet:kartu"><strong>itu</strong></a></p>'
    )


def test_a_term_is_told_from_other_cross_references() -> None:
    assert html("[](term:laps)") == '<p><a class="term" href="term:laps">laps</a></p>'


def test_a_cross_reference_to_nothing_shows_its_slug() -> None:
    assert ">hilang</a>" in html("[](session:hilang)")


@pytest.mark.parametrize("scheme", CROSS_REFERENCES)
def test_every_scheme_survives(scheme: str) -> None:
    assert f'href="{scheme}:a/b"' in html(f"[t]({scheme}:a/b)")


@pytest.mark.parametrize("address", ["https://example.org/?a=1", "http://a.b", "mailto:a@b.c", "tel:119"])
def test_web_addresses_survive(address: str) -> None:
    assert f'href="{address}"' in html(f"[t]({address})")


@pytest.mark.parametrize(
    "target",
    [
        "javascript:x",
        "JAVASCRIPT:x",
        "java&#115;cript:x",
        "javascript&#58;x",
        "data:text/html,x",
        "vbscript:x",
    ],
)
def test_addresses_of_other_schemes_do_not(target: str) -> None:
    assert "href" not in html(f"[t]({target})")


def test_a_table_tells_alignment_by_class_and_heads_its_columns() -> None:
    table = html("| a | b | c | d |\n| :-- | :-: | --: | --- |\n| 1 | 2 | 3 | [@hart-2008] |")
    assert re.findall(r"<th\b[^>]*>", table) == [
        '<th class="align-left" scope="col">',
        '<th class="align-center" scope="col">',
        '<th class="align-right" scope="col">',
        '<th scope="col">',
    ]
    assert '<td class="align-right">3</td>' in table
    assert "style" not in table
    assert 'href="reference:hart-2008"' in table


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    renderer = ProseRenderer(Names())
    renderer.html("[a](term:laps)\n\n[x]: https://example.org")
    assert renderer.html("[x]") == "<p>[x]</p>"


def test_inline_takes_the_paragraph_off_one_paragraph_only() -> None:
    assert inline("<p>a <em>b</em></p>") == "a <em>b</em>"
    assert inline("<p>a</p>\n<p>b</p>") == "<p>a</p>\n<p>b</p>"
    assert inline("<ul>\n<li>a</li>\n</ul>") == "<ul>\n<li>a</li>\n</ul>"
    assert inline("<p>a</p>\n<ul>\n<li>b</li>\n</ul>") == "<p>a</p>\n<ul>\n<li>b</li>\n</ul>"


def test_links_into_the_course_get_their_addresses_and_others_keep_theirs() -> None:
    prose = html("[](worksheet:kartu) [@hart-2008] [w](https://example.org)")
    told = []

    def address(scheme: str, slug: str) -> str:
        told.append((scheme, slug))
        return f"{slug}.html"

    replaced = replace_links(prose, address)
    assert told == [("worksheet", "kartu"), ("reference", "hart-2008")]
    assert '<a href="kartu.html" class="cross-reference">Kartu &amp; peta</a>' in replaced
    assert '(<a href="hart-2008.html">Hart, 2008</a>)' in replaced
    assert '<a href="https://example.org">w</a>' in replaced


def test_a_link_without_address_becomes_plain_text() -> None:
    replaced = replace_links(html("[](term:laps)"), lambda scheme, slug: None)
    assert replaced == '<p><span class="term">laps</span></p>'


def test_images_get_their_addresses() -> None:
    image = html("![Dua kursi](media:m/a.svg)")
    assert image == '<p><img alt="Dua kursi" src="media:m/a.svg"></p>'
    assert 'src="../media/m/a.svg"' in replace_media(image, lambda file: f"../media/{file}")


class _Seen(HTMLParser):
    """What a browser would find in some HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


PIECES = (
    "<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg onload=", "<a href='javascript:x'>",
    "[a](", "javascript:", "JaVaScRiPt&colon;", "&#106;avascript:", "data:text/html,", ")", "![x](",
    "<", ">", '"', "'", "`", "\n\n", "| a |\n| - |\n", "- ", "> ", "[@hart-2008]", "[](term:laps)",
    "\x02", "\x03", "&lt;", "\\", "style=", "{: onclick=x }", "<!--", "-->", "https://a.b", " ",
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)))
@example('[a](javascript:alert(1) "x")')
@example('[a](<javascript:alert(1)> "onclick=x")')
@example('![a](media:x" onerror="alert(1))')
@example("[![a](javascript:x)](data:text/html,x)")
def test_whatever_the_text_nothing_in_it_can_run(prose: str) -> None:
    seen = _Seen(html(prose))
    assert seen.tags <= ALLOWED_TAGS
    schemes = {*WEB_SCHEMES, *CROSS_REFERENCES, "reference", "media"}
    for name, value in seen.attributes:
        assert name in {"href", "src", "alt", "class", "start", "scope", "title"}
        if name in ("href", "src"):
            scheme = re.match(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):", value)
            assert scheme is None or scheme[1].lower() in schemes


@pytest.fixture
def hurried_threads() -> Iterator[None]:
    """Threads that take turns at nearly every step."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_threads_that_render_at_the_same_time_do_not_mix_their_texts(hurried_threads: None) -> None:
    texts = [f"Baca [kartu](worksheet:kartu) nomor *{number}*.\n\n1. satu\n2. dua" for number in range(200)]
    alone = [ProseRenderer(Names()).html(text) for text in texts]
    renderer = ProseRenderer(Names())
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(renderer.html, texts)) == alone
