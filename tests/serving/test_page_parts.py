"""The preview's part of a page: what stands around an article, and what the script is told."""

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.serving.page_parts import frame, version, with_preview
from tests.publishing.html_page import parse

CONTENTS = '<nav class="md-nav md-nav--secondary" aria-label="Isi">{}</nav>'
ENTRY = '<ul><li><a href="#a">{}</a><nav class="md-nav"><ul><li>{}</li></ul></nav></li></ul>'
PAGE = (
    "<!doctype html><html><head><title>{title}</title></head><body><nav>{menu}</nav>{contents}"
    '<main>{contents}<article class="md-typeset">{article}</article></main></body></html>'
)
WORDS = st.text(alphabet="ab <>&'\"é\n")


def page(title: str = "T", menu: str = "M", contents: str = "C", article: str = "A") -> str:
    return PAGE.format(title=title, menu=menu, contents=CONTENTS.format(contents), article=article)


def test_article_and_contents_are_no_part_of_the_frame() -> None:
    changed = page(contents=ENTRY.format("Tujuan", "Bahan"), article="<p>Baru</p>\n<article-like>")
    assert frame(changed) == frame(page())
    assert "Baru" not in frame(changed)
    assert "Bahan" not in frame(changed)


def test_what_stands_around_them_is() -> None:
    assert frame(page(title="Lain")) != frame(page())
    assert frame(page(menu="Lain")) != frame(page())


def test_versions_differ_when_texts_do() -> None:
    assert version("a") == version("a")
    assert version("a") != version("b")


@given(WORDS)
def test_no_word_leaves_the_attribute_that_it_is_told_in(words: str) -> None:
    facts = {"words": words, "</script>": [words]}
    head = parse(with_preview(page(), facts)).one("head")
    scripts = head.all("script")
    assert len(scripts) == 1
    assert json.loads(scripts[0].attributes["data-preview"]) == facts


def test_a_page_without_a_head_stays_as_it_is() -> None:
    assert with_preview("<p>", {}) == "<p>"
