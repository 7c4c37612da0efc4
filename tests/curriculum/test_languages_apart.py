"""No text of one language stands on a page of the other unless it says so, as titles and quotations do."""

import pytest

from generator.model.layout import GLOSSARY
from tests.curriculum.course_texts import CourseTexts, ReadText
from tests.publishing.built import LANGUAGES, THEME, BuiltSite, CourseInTests
from tests.publishing.html_page import UNREAD, Element, squashed

SHORT = 12
"""Letters; a shorter text, such as a name or a number, may well be the same in both languages."""
OF_BOTH = {GLOSSARY}
"""Words that both languages use, such as *musyawarah*: a glossary lists those of the other, too."""


def own_text(element: Element, language: str) -> str:
    """What is read on a page in its own language, text in another one left out."""
    if element.tag in UNREAD or element.attributes.get("lang", language) != language:
        return " "
    return "".join(
        child if isinstance(child, str) else own_text(child, language) for child in element.children
    )


def words_of(labels: object) -> list[str]:
    """Every text of the theme's labels, without those with a place for a number."""
    if isinstance(labels, str):
        return [] if "{" in labels or "\n" in labels else [labels]
    if isinstance(labels, dict):
        named = (part for key, part in labels.items() if key != "language_name")
        return [word for part in named for word in words_of(part)]
    return [word for part in labels for word in words_of(part)] if isinstance(labels, list) else []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_holds_no_text_of_the_other_language(
    language: str, real_site: BuiltSite, real_course: CourseInTests
) -> None:
    (other,) = [code for code in LANGUAGES if code != language]
    text = "\n".join(
        squashed(own_text(page, language))
        for path, page in real_site.pages.items()
        if path.startswith(f"{language}/") and not path.endswith("404.html")
    )
    own = {one.squashed for one in CourseTexts(real_course.courses[language]).all}
    foreign: dict[str, ReadText | str] = {}
    for one in CourseTexts(real_course.courses[other]).all:
        if one.file not in OF_BOTH and len(one.squashed) >= SHORT and one.squashed not in own:
            foreign[one.squashed] = one
    own_labels = {squashed(word) for word in words_of(THEME.labels(language))}
    for label in words_of(THEME.labels(other)):
        if len(squashed(label)) >= SHORT and squashed(label) not in own_labels:
            foreign[squashed(label)] = label
    assert len(foreign) > 5000
    assert [str(one) for word, one in foreign.items() if word in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_in_another_language_says_so(
    language: str, real_site: BuiltSite, real_course: CourseInTests
) -> None:
    page = real_site.pages[f"{language}/references.html"]
    for work in real_course.courses[language].references:
        entry = page.by_id(f"reference-{work.id}")
        told = {one.attributes["lang"] for one in entry.walk() if "lang" in one.attributes}
        assert work.language is not None, work.id
        assert told == ({work.language} - {language}), work.id
