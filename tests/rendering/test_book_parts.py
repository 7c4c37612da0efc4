"""A book's parts are written once for all books that hold them, and say where other parts' pages are."""

import pytest

from generator.model.course import Course
from generator.rendering.book import ELSEWHERE, PrintBook, PrintPart
from generator.rendering.print import render_documents
from generator.views.handbook import Setting
from tests.publishing.built import SAMPLE, THEME, CourseInTests
from tests.publishing.html_page import parse


@pytest.fixture(scope="module")
def books(sample_course: CourseInTests) -> dict[str, PrintBook]:
    documents = render_documents(sample_course.courses["id"], THEME, SAMPLE / "modules")
    return {one.path.partition("/")[2]: one for one in documents if isinstance(one, PrintBook)}


@pytest.fixture
def course(sample_course: CourseInTests) -> Course:
    return sample_course.courses["id"]


def names(book: PrintBook) -> list[str]:
    return [part.name for part in book.parts]


def test_a_modules_book_and_the_courses_share_their_parts(books: dict[str, PrintBook]) -> None:
    for edition in ("facilitator", "participant", "evaluation"):
        own, whole = books[f"{edition}-listening.pdf"], books[f"{edition}-course.pdf"]
        assert own.parts == whole.parts
        assert own.own.name != whole.own.name


def test_modules_come_first_then_what_all_share_then_keys(books: dict[str, PrintBook]) -> None:
    assert names(books["facilitator-course.pdf"]) == [
        "facilitator/module-listening",
        "facilitator/common",
        "facilitator/key-listening",
    ]
    assert names(books["participant-course.pdf"]) == ["participant/module-listening", "participant/common"]


def test_each_part_has_a_mark_of_its_own(books: dict[str, PrintBook]) -> None:
    assert [part.mark for part in books["facilitator-course.pdf"].parts] == ["1·", "A·", "K1·"]
    assert books["facilitator-course.pdf"].own.mark == ""


def test_a_part_without_content_is_none(course: Course) -> None:
    bare = course.model_copy(update={"worksheets": (), "evaluation": None, "back_cover": None})
    documents = render_documents(bare, THEME, SAMPLE / "modules", ["fillable"])
    book = next(one for one in documents if "fillable-worksheets-course" in one.path)
    assert isinstance(book, PrintBook)
    assert names(book) == ["fillable-worksheets/module-listening"]


def test_no_part_names_the_book_around_it(books: dict[str, PrintBook]) -> None:
    """The foot of what all share names the edition, that of a module the module."""
    for part in books["facilitator-listening.pdf"].parts:
        folio = parse(part.html).one("body").attributes["data-folio"]
        assert ("Mendengarkan" in folio) == (not part.is_common), part.name


def test_a_link_to_another_part_says_its_page_where_that_is_known() -> None:
    link = f'<p><a class="cross-reference" href="{ELSEWHERE}chapter-x">x</a></p>'
    part = PrintPart("p", link, "1·", Setting.STANDARD)
    assert 'data-page="A·7"' in part.with_pages({"chapter-x": "A·7"})
    assert part.with_pages({"chapter-y": "A·7"}) == link


def test_a_link_into_another_module_says_what_the_target_is_called() -> None:
    link = f'<a href="{ELSEWHERE}session-a--b">x</a>'
    part = PrintPart("p", link, "1·", Setting.STANDARD, places={"session-a--b": "Modul 3, Sesi 2"})
    assert 'data-place="Modul 3, Sesi 2"' in part.with_pages({})


def test_where_a_module_begins_is_known_beforehand() -> None:
    part = PrintPart(
        "p",
        f'<a href="{ELSEWHERE}module-a">x</a>',
        "1·",
        Setting.STANDARD,
        known={"module-a": "3·1"},
        places={"module-a": "Modul 3"},
    )
    assert 'data-page="3·1"' in part.with_pages({})


def test_a_books_html_is_all_of_it_in_its_order(books: dict[str, PrintBook]) -> None:
    html = books["facilitator-listening.pdf"].html
    marks = ['id="contents"', 'id="session-listening--hearing"', 'id="help"', 'id="answer-key-listening"']
    places = [html.index(mark) for mark in (*marks, 'id="references"', 'class="back-cover"')]
    assert places == sorted(places)
    assert ELSEWHERE not in html
