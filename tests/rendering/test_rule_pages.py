"""Every rule of the check has its page, in both languages and in any third, with all that is told of it."""

from dataclasses import replace

import pytest

from generator.findings.difference import difference
from generator.findings.explanation import Explanation, explanation
from generator.findings.family import families
from generator.findings.message import printable
from generator.findings.rule import codes, rule
from generator.rendering import site
from generator.rendering.rules import RuleGroup, rule_groups
from generator.rendering.site import render_site
from tests.publishing.built import LANGUAGES, THEME, CourseInTests
from tests.publishing.html_page import Element, squashed, unbalanced
from tests.rendering.site_markdown import to_html, to_tree

INDEX = "contribute/rules/index.md"
ODD = "<b>a</b> & `c` {{ 7 * 7 }} *d* [e](term:f) ```\n~~~\n</code></pre><script>g"


@pytest.fixture(scope="module")
def javanese(sample_course: CourseInTests) -> dict[str, str]:
    """The pages of a course in a language that has no messages."""
    return render_site(sample_course.courses["en"].model_copy(update={"language": "jv"}), THEME).pages


def shown(lines: object) -> str:
    assert isinstance(lines, tuple)
    return "".join("".join(piece.text for piece in line) + "\n" for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rules_page_holds_all_that_is_told_of_it(sample_course: CourseInTests, language: str) -> None:
    pages = sample_course.pages(language).pages
    for code in codes():
        told = explanation(rule(code), language)
        page = to_tree(pages[f"{told.page}.md"])
        assert page.one("h1").line() == f"{code}: {told.title}"
        text = squashed(page.text())
        parts = (
            told.severity_word,
            f"{told.severity_word}[{code}] {told.example_message}",
            told.comment or "",
        )
        assert [part for part in parts if squashed(part) not in text] == [], code
        assert squashed(to_tree(told.reason).text()) in text, code
        wrong, right = (page.one(with_class=name).one("pre").text() for name in ("wrong", "right"))
        assert (wrong, right) == (shown(told.bad), shown(told.good)), code
        assert unbalanced(to_html(pages[f"{told.page}.md"])) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_names_every_rule_under_its_family(sample_course: CourseInTests, language: str) -> None:
    page = to_tree(sample_course.pages(language).pages[INDEX])
    assert [one.line() for one in page.all("h2")] == [one.title.in_language(language) for one in families()]
    linked = [link.attributes["href"] for link in page.all("a")]
    assert linked == [f"{one.code.lower()}.html" for family in families() for one in family.rules]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_for_contributors_leads_to_the_rules(sample_course: CourseInTests, language: str) -> None:
    page = to_tree(sample_course.pages(language).pages["contribute.md"])
    assert "contribute/rules/index.html" in [address for _, address in page.addresses]


def test_a_page_says_in_which_language_its_examples_are(sample_course: CourseInTests) -> None:
    for code, language, told in (
        ("F01", "en", "id"),
        ("F01", "id", None),
        ("L03", "id", "en"),
        ("L03", "en", None),
    ):
        page = to_tree(sample_course.pages(language).pages[f"contribute/rules/{code.lower()}.md"])
        assert {one.attributes.get("lang") for one in page.all("pre", with_class="yaml")} == {told}, (
            code,
            language,
        )


def test_in_a_third_language_the_words_of_a_rule_say_that_they_are_english(javanese: dict[str, str]) -> None:
    told = explanation(rule("F01"), "jv")
    page = to_tree(javanese[f"{told.page}.md"])
    for words in (told.title, told.severity_word, told.reason, told.example_message):
        assert language_of(page, words) == "en", words
    index = to_tree(javanese[INDEX])
    for words in (told.title, told.severity_word, rule_groups("jv")[0].title):
        assert language_of(index, words) == "en", words


def language_of(page: Element, words: str) -> str | None:
    """The language of the innermost element that holds these words."""
    holding = [one for one in page.walk() if squashed(words) in squashed(one.text())]
    step: Element | None = min(reversed(holding), key=lambda one: len(one.text()))
    while step is not None and "lang" not in step.attributes:
        step = step.parent
    return step.attributes["lang"] if step else None


def test_whatever_signs_a_rule_holds_they_are_read_as_written(
    sample_course: CourseInTests, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = difference(ODD, "")
    told = replace(explanation(rule("A03"), "id"), title=ODD.partition("\n")[0], bad=lines, good=lines)
    line = printable(ODD)
    told = replace(told, example_message=line, comment=line, file="a<b>.yaml")
    page = to_tree(page_with(told, sample_course, monkeypatch))
    assert page.one("h1").line() == f"A03: {' '.join(told.title.split())}"
    assert [one.text() for one in page.all("pre", with_class="yaml")] == [f"{ODD}\n"] * 2
    assert [one.text() for one in page.all("pre", with_class="said")] == [f"peringatan[A03] {line}", line]
    assert page.all("script") == []
    assert page.one(with_class="example-file").line().startswith("a<b>.yaml, ")


def page_with(told: Explanation, course: CourseInTests, monkeypatch: pytest.MonkeyPatch) -> str:
    group = RuleGroup("A", "Tujuan", "id", (told,))
    monkeypatch.setattr(site, "rule_groups", lambda language: (group,))
    return render_site(course.courses["id"], THEME).pages[f"{told.page}.md"]
