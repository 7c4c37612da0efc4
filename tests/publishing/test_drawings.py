"""The course's figures reach readers who do not see them, in print and on the site."""

import pytest

from generator.model.figure import DrawnFigure, Figure
from generator.rendering.figures.alternative import alternative_text
from tests.figures_of_course import in_chapters, in_readings
from tests.publishing.built import LANGUAGES, THEME, BuiltSite, CourseInTests
from tests.publishing.html_page import Element
from tests.publishing.pdf_file import PdfFile

CHAPTER = "chapters/why-listening.html"
SESSION = "listening/sessions/hearing.html"


def told(figures: list[Figure], language: str) -> list[str]:
    """The alternative texts of those that are drawn."""
    labels = THEME.labels(language)
    return [alternative_text(one, labels) for one in figures if isinstance(one, DrawnFigure)]


def titles(page: Element) -> list[str]:
    return [svg.one("title").line() for svg in page.all("svg", with_class="drawing")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_drawing_is_a_figure_with_its_alternative_text_in_print(
    built_sample: BuiltSite, sample_course: CourseInTests, language: str
) -> None:
    course = sample_course.courses[language]
    expected = {
        "facilitator-course": told(in_chapters(course), language) + told(in_readings(course), language),
        "facilitator-listening": told(in_readings(course), language),
        "participant-listening": told(in_readings(course), language),
    }
    for name, texts in expected.items():
        figures = PdfFile(built_sample.output / language / "handbooks" / f"{name}.pdf").figures
        assert all(figures), name
        assert [text for text in figures if text in texts] == texts != [], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_drawing_is_an_image_with_its_alternative_text_on_the_site(
    built_sample: BuiltSite, sample_course: CourseInTests, language: str
) -> None:
    course = sample_course.courses[language]
    pages = built_sample.pages
    assert titles(pages[f"{language}/{CHAPTER}"]) == told(in_chapters(course), language) != []
    assert titles(pages[f"{language}/{SESSION}"]) == told(in_readings(course), language) != []
    drawings = pages[f"{language}/{CHAPTER}"].all("svg", with_class="drawing")
    assert {drawing.attributes["role"] for drawing in drawings} == {"img"}


def test_a_drawing_in_print_is_black_on_white(sample_course: CourseInTests) -> None:
    """A laser printer turns greys into dots."""
    body = sample_course.document("id", "facilitator-course").one("body")
    for svg in body.all("svg", with_class="drawing"):
        colours = {
            element.attributes[name]
            for element in svg.walk()
            for name in ("fill", "stroke")
            if name in element.attributes
        }
        assert colours == {"#000", "#fff", "none"}
