"""Plain texts come out as the very text that they are, whatever signs they hold."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model.part import Part, Text
from generator.rendering.environment import CourseTexts
from tests.publishing.built import SAMPLE, THEME, CourseInTests
from tests.publishing.html_page import parse
from tests.rendering.site_markdown import to_tree

SIGNS = "\\`*_{}[]()<>#+-.!|~^=:;&\"'/@$%?,0123456789 \u00a0"
ODD = (
    "<b>tebal</b> & *miring*",
    "# 1. Judul { #bukan-id .kelas }",
    "[tautan](https://example.org) ![gambar](x.png)",
    "&lt;sudah&gt; &amp; &#42;",
    "a_b_c __d__ ~~e~~ ==f== ^^g^^",
    "{{ 7 * 7 }} {% raw %} \\u0041 \\*",
    "`kode` <script>alert(1)</script> --- ***",
    "[^1]: catatan *[HTML]: singkatan",
    "[ ] kotak - [x] ++tombol++ :smile: $x$",
    "judul #",
    "2026. Tahun <!-- bukan komentar -->",
)


class _Titled(Part):
    title: Text


def _is_text(value: str) -> bool:
    try:
        _Titled(title=value)
    except ValueError:
        return False
    return True


characters = st.one_of(
    st.sampled_from(SIGNS), st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp", "Co"))
)
titles = st.text(characters, min_size=1, max_size=40).filter(_is_text)


@pytest.fixture(scope="module")
def texts() -> CourseTexts:
    course = CourseInTests(SAMPLE).courses["id"]
    return CourseTexts(course, THEME.labels("id"))


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("title", ODD)
def test_the_odd_examples_are_valid_titles(title: str) -> None:
    assert _is_text(title)


@settings(max_examples=300, deadline=None)
@given(titles)
def test_a_title_in_a_markdown_heading_is_read_as_it_was_written(texts: CourseTexts, title: str) -> None:
    for ending in ("", " { #anchor }"):
        page = to_tree(f"# {texts.heading(title)}{ending}\n\ntext\n")
        heading = page.one("h1")
        assert heading.line() == words(title)
        assert set(heading.attributes) == {"id"}
        assert [element.tag for element in heading.walk()] == ["h1"]
        if ending:
            assert heading.attributes["id"] == "anchor"


for odd in ODD:
    test_a_title_in_a_markdown_heading_is_read_as_it_was_written = example(title=odd)(
        test_a_title_in_a_markdown_heading_is_read_as_it_was_written
    )


@settings(max_examples=200, deadline=None)
@given(titles)
def test_a_plain_text_in_html_is_read_as_it_was_written(texts: CourseTexts, title: str) -> None:
    page = to_tree(f'<div class="prose">\n<p class="lead">{texts.plain(title)}</p>\n</div>\n')
    lead = page.one("p", with_class="lead")
    assert words(lead.text()) == words(title)
    assert [element.tag for element in lead.walk()] == ["p"]


@settings(max_examples=200, deadline=None)
@given(st.text(characters, min_size=1, max_size=60).filter(lambda text: text.strip() != ""))
def test_prose_never_becomes_an_element_that_prose_may_not_have(texts: CourseTexts, prose: str) -> None:
    for html in (texts.prose(prose), texts.line(prose)):
        tags = {element.tag for element in parse(html).walk()} - {""}
        assert tags.isdisjoint({"script", "style", "iframe", "input", "form", "svg", "h1", "h2", "div"})
