"""A session printed alone is the session of its handbook, with the handbook's running heads."""

import re

import pytest

from generator.rendering.print import render_document, render_session
from generator.views.handbook import FACILITATOR, PARTICIPANT, Handbook, PrintedEdition
from tests.publishing.built import LANGUAGES, SAMPLE, THEME, CourseInTests
from tests.publishing.html_page import Element, parse

MEDIA = SAMPLE / "modules"
EDITIONS = pytest.mark.parametrize("edition", [FACILITATOR, PARTICIPANT])


def alone(sample_course: CourseInTests, language: str, edition: PrintedEdition, session: str) -> Element:
    course = sample_course.courses[language]
    book = Handbook(edition, course.modules[0])
    return parse(render_session(course, THEME, MEDIA, book, session).html)


def sessions_of(page: Element) -> list[Element]:
    return page.all("section", with_class="session")


@pytest.mark.parametrize("language", LANGUAGES)
@EDITIONS
def test_it_holds_what_the_handbook_holds(
    sample_course: CourseInTests, language: str, edition: PrintedEdition
) -> None:
    book = sample_course.document(language, f"{edition.name}-listening")
    module = sample_course.courses[language].modules[0]
    for session, in_book in zip(module.sessions, sessions_of(book), strict=True):
        (found,) = sessions_of(alone(sample_course, language, edition, session.slug))
        assert found.line() == in_book.line()
        assert found.ids == in_book.ids


@EDITIONS
def test_its_running_heads_name_module_and_session(
    sample_course: CourseInTests, edition: PrintedEdition
) -> None:
    page = alone(sample_course, "id", edition, "answering")
    head = page.one("div", with_class="module-head").attributes
    assert head["data-module"] == "Modul 1 · Mendengarkan"
    assert head["data-section"] == "Sesi 2 · Menjawab"
    assert page.one("body").attributes["data-mark"] == "1·"
    assert edition.name in page.one("body").classes


def test_links_lead_only_to_what_it_holds(sample_course: CourseInTests) -> None:
    page = alone(sample_course, "id", FACILITATOR, "hearing")
    ids = set(page.ids)
    inside = [address for _, address in page.addresses if address.startswith("#")]
    assert inside
    assert [address for address in inside if address[1:] not in ids] == []
    assert not [address for _, address in page.addresses if re.match(r"(session|worksheet|term):", address)]


def test_what_is_not_there_is_said(sample_course: CourseInTests) -> None:
    course = sample_course.courses["id"]
    with pytest.raises(KeyError):
        render_session(course, THEME, MEDIA, Handbook(FACILITATOR, course.modules[0]), "no-such")
    with pytest.raises(KeyError):
        render_session(course, THEME, MEDIA, Handbook(FACILITATOR, None), "hearing")
    with pytest.raises(KeyError):
        render_document(course, THEME, MEDIA, "handbooks/no-such.pdf")


def test_any_document_can_be_had_alone(sample_course: CourseInTests) -> None:
    documents = sample_course.documents("id")
    for path in ("handbooks/participant-course.pdf", "handbooks/sheets/listening-card.pdf"):
        made = render_document(sample_course.courses["id"], THEME, MEDIA, path)
        assert made == documents[path]
