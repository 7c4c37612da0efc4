"""Titles with signs that mean something to HTML, Markdown or YAML pass through MkDocs unharmed."""

from pathlib import Path

import pytest

from generator.model.course import Course
from generator.publishing.build import build
from tests.publishing.built import SAMPLE, BuiltSite, CourseInTests, plan, quiet
from tests.publishing.html_page import Element
from tests.publishing.once import once

ODD = "<b>Satu</b> & “dua”: *tiga* `empat` #5 {6} [7](8)"
COURSE, MODULE, SESSION, SHEET = (f"{name} {ODD}" for name in ("Kursus", "Modul", "Sesi", "Lembar"))


def with_odd_titles(course: Course) -> Course:
    module = course.modules[0]
    session = module.sessions[0].model_copy(update={"title": SESSION})
    sheet = module.worksheets[0].model_copy(update={"title": SHEET})
    changed = module.model_copy(
        update={
            "title": MODULE,
            "sessions": (session, *module.sessions[1:]),
            "worksheets": (sheet, *module.worksheets[1:]),
        }
    )
    return course.model_copy(update={"title": COURSE, "modules": (changed,)})


@pytest.fixture(scope="module")
def pages(sample_course: CourseInTests, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Element]:
    def make(folder: Path) -> None:
        courses = {language: with_odd_titles(course) for language, course in sample_course.courses.items()}
        build(plan(SAMPLE, folder, handbooks=False, language="id"), courses, quiet)

    return dict(BuiltSite(once(tmp_path_factory, "odd-titles", make) / "site").pages)


def test_headings_are_read_as_they_were_written(pages: dict[str, Element]) -> None:
    expected = {
        "id/index.html": COURSE,
        "id/listening/index.html": MODULE,
        "id/listening/sessions/hearing.html": SESSION,
        "id/listening/sheets/listening-card.html": SHEET,
    }
    for path, title in expected.items():
        assert pages[path].one("h1").line() == title


def test_the_browsers_tab_shows_the_title(pages: dict[str, Element]) -> None:
    title = pages["id/listening/sessions/hearing.html"].one("head").one("title").line()
    assert SESSION in title
    assert COURSE in title


def test_the_navigation_shows_the_titles(pages: dict[str, Element]) -> None:
    page = pages["id/listening/sessions/hearing.html"]
    shown = [link.line() for nav in page.all("nav") for link in nav.all("a", "label")]
    for title in (MODULE, SESSION):
        assert any(title in words for words in shown), (title, shown)


def test_no_title_becomes_an_element(pages: dict[str, Element]) -> None:
    for path, page in pages.items():
        assert page.all("b") == [], path
