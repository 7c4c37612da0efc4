"""Every text of the real course stands on the page of the site where one looks for it."""

import pytest

from tests.curriculum.course_texts import CourseTexts, ReadText, missing
from tests.curriculum.places import article, page_of_text
from tests.publishing.built import LANGUAGES, BuiltSite, CourseInTests
from tests.publishing.html_page import squashed


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def articles(language: str, real_site: BuiltSite) -> dict[str, str]:
    return {
        path.removeprefix(f"{language}/"): article(page)
        for path, page in real_site.pages.items()
        if path.startswith(f"{language}/") and not path.endswith("404.html")
    }


@pytest.fixture(scope="module")
def course_texts(language: str, real_course: CourseInTests) -> CourseTexts:
    return CourseTexts(real_course.courses[language])


def test_the_course_has_texts_to_look_for(course_texts: CourseTexts) -> None:
    assert len(course_texts.all) > 6000


def test_every_page_has_a_title_of_its_own(language: str, real_site: BuiltSite) -> None:
    titles = [
        page.all("title")[0].line()
        for path, page in real_site.pages.items()
        if path.startswith(f"{language}/") and not path.endswith("404.html")
    ]
    assert len(titles) == len(set(titles)) > 100


def test_every_text_stands_on_its_own_page(course_texts: CourseTexts, articles: dict[str, str]) -> None:
    by_page: dict[str, list[ReadText]] = {}
    for text in course_texts.shown():
        if page := page_of_text(text):
            by_page.setdefault(page, []).append(text)
    assert [lost for page, texts in by_page.items() for lost in missing(texts, articles[page])] == []


def test_every_label_of_a_scale_stands_where_the_scale_is_used(
    course_texts: CourseTexts, articles: dict[str, str]
) -> None:
    everything = "\n".join(articles.values())
    shared = [text for text in course_texts.shown() if page_of_text(text) is None]
    assert shared
    assert missing(shared, everything) == []


def test_contacts_that_nobody_is_sure_of_are_not_shown(
    course_texts: CourseTexts, articles: dict[str, str]
) -> None:
    hidden = [contact for contact in course_texts.course.contacts if not contact.is_shown]
    assert [contact.slug for contact in hidden if squashed(contact.name) in articles["help.html"]] == []


def test_every_avoided_term_stands_beside_its_better_one(
    language: str, articles: dict[str, str], real_course: CourseInTests
) -> None:
    terms = real_course.courses[language].wording
    assert terms
    assert [
        term.slug for term in terms if squashed(term.avoid + term.write) not in articles["wording.html"]
    ] == []
