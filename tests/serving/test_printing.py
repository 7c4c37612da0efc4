"""Documents are printed when somebody looks at them, each as it is now, one after the other."""

from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest

from generator.publishing.errors import PrintEngineError
from generator.publishing.print_preview import PrintedPages
from generator.rendering.print import PrintDocument
from generator.serving.printing import (
    PrintedNow,
    Printing,
    Wanted,
    as_page,
    document_path,
    is_there,
    printed_address,
    title_of,
)
from generator.views.handbook import Setting
from tests.publishing.built import CourseInTests

SESSION = Wanted("id", "facilitator/listening/hearing")
SHEET = Wanted("id", "sheet/listening-card")


class Engine:
    """Prints nothing, but notes what it is asked to, and can be held back."""

    def __init__(self) -> None:
        self.printed: list[str] = []
        self.free = Event()
        self.free.set()
        self.begun = Event()
        self.fault = ""

    def print(self, document: PrintDocument) -> PrintedPages:
        self.begun.set()
        self.free.wait()
        if self.fault:
            raise PrintEngineError(self.fault)
        self.printed.append(document.html)
        return PrintedPages(document.html.encode(), (b"picture",))

    def stop(self) -> None:
        self.free.set()


class Desk:
    """Printing with such an engine, and documents whose text can be changed."""

    def __init__(self) -> None:
        self.engine = Engine()
        self.html = "satu"
        self.told: list[tuple[Wanted, PrintedNow]] = []
        engine: Any = self.engine
        self.printing = Printing(engine, self.document, lambda *facts: self.told.append(facts))

    def document(self, wanted: Wanted) -> PrintDocument:
        if self.html == "broken":
            raise KeyError("objective")
        return PrintDocument(wanted.name, f"{wanted.name}: {self.html}", None, Setting.STANDARD)


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.printing.stop()


def test_what_is_asked_for_is_printed_and_told(desk: Desk) -> None:
    printed = desk.printing.wait(SHEET)
    assert printed is not None
    assert printed.pages == PrintedPages(b"sheet/listening-card: satu", (b"picture",))
    assert printed.fault is None
    assert desk.printing.last(SHEET) == printed
    assert desk.printing.last(SESSION) is None


def test_what_did_not_change_is_not_printed_again(desk: Desk) -> None:
    first = desk.printing.wait(SHEET)
    assert desk.printing.wait(SHEET) == first
    desk.html = "dua"
    second = desk.printing.wait(SHEET)
    assert second is not None
    assert first is not None
    assert second.version != first.version
    assert desk.engine.printed == ["sheet/listening-card: satu", "sheet/listening-card: dua"]


def test_many_requests_while_one_is_printed_become_one(desk: Desk) -> None:
    desk.engine.free.clear()
    desk.printing.ask(SESSION)
    desk.engine.begun.wait()
    for number in range(10):
        desk.html = f"nomor {number}"
        desk.printing.ask(SESSION)
    desk.engine.free.set()
    last = desk.printing.wait(SESSION)
    assert last is not None
    assert last.pages is not None
    assert last.pages.pdf.endswith(b"nomor 9")
    assert len(desk.engine.printed) <= 3


@pytest.mark.parametrize("broken", ["course", "engine"])
def test_what_cannot_be_printed_stays_as_it_was_and_says_why(desk: Desk, broken: str) -> None:
    before = desk.printing.wait(SESSION)
    assert before is not None
    if broken == "course":
        desk.html = "broken"
    else:
        desk.html, desk.engine.fault = "dua", "hearing: overflow"
    now = desk.printing.wait(SESSION)
    assert now is not None
    assert now.pages == before.pages
    assert now.fault
    desk.html, desk.engine.fault = "satu", ""
    assert desk.printing.wait(SESSION) == before


def test_what_was_never_printed_says_why_not(desk: Desk) -> None:
    desk.engine.fault = "cannot load library 'libpango-1.0-0'"
    assert desk.printing.wait(SHEET) == PrintedNow("", None, desk.engine.fault)


def test_whoever_waits_is_let_go_when_the_preview_ends(desk: Desk) -> None:
    desk.engine.free.clear()
    desk.printing.ask(SESSION)
    desk.engine.begun.wait()
    desk.printing.stop()
    assert desk.printing.wait(SHEET) is None


@pytest.mark.parametrize(
    "name",
    ["facilitator/listening/hearing", "participant/listening/answering", "sheet/listening-card",
     "sheet/danger-card", "handbook/evaluation-course", "handbook/booklet-participant-listening"],
)  # fmt: skip
def test_the_course_has_these_documents(sample_course: CourseInTests, name: str) -> None:
    assert is_there(Wanted("id", name), sample_course.courses["id"])


@pytest.mark.parametrize(
    "name",
    ["facilitator/listening/no-such", "facilitator/no-such/hearing", "facilitator/listening",
     "evaluation/listening/hearing", "sheet/no-such", "sheet/../x", "handbook/facilitator", "x/y/z"],
)  # fmt: skip
def test_the_course_has_none_of_these(sample_course: CourseInTests, name: str) -> None:
    assert not is_there(Wanted("id", name), sample_course.courses["id"])


def test_every_pdf_of_the_site_can_be_looked_at(sample_course: CourseInTests) -> None:
    course = sample_course.courses["id"]
    for path in sample_course.documents("id"):
        address = printed_address(path)
        assert address
        wanted = Wanted("id", address)
        assert document_path(wanted) == path
        assert is_there(wanted, course)
    assert printed_address("assets/logo.svg") is None


def test_a_document_is_shown_on_the_page_of_the_same(sample_course: CourseInTests) -> None:
    pages = sample_course.pages("id").pages
    assert SESSION.shown_on(pages) == "listening/sessions/hearing.md"
    assert SHEET.shown_on(pages) == "listening/sheets/listening-card.md"
    assert Wanted("id", "sheet/danger-card").shown_on(pages) == "course/sheets/danger-card.md"
    assert Wanted("id", "handbook/facilitator-course").shown_on(pages) is None


def test_a_document_is_called_by_its_title(sample_course: CourseInTests) -> None:
    course = sample_course.courses["id"]
    assert title_of(SESSION, course) == "Mendengar"
    assert title_of(SHEET, course) == next(
        sheet.title for _, sheet in course.all_worksheets() if sheet.slug == "listening-card"
    )
    assert title_of(Wanted("id", "handbook/facilitator-course"), course) == "facilitator-course"


def test_before_the_engine_a_document_is_a_page_of_the_preview(sample_course: CourseInTests) -> None:
    """It loads its style sheets and images from the preview and nothing from this machine's files."""
    (with_image,) = [
        one for one in sample_course.documents("id").values()
        if one.path == "handbooks/facilitator-listening.pdf"
    ]  # fmt: skip
    html = as_page(with_image, "id")
    assert "file://" not in html
    assert "media:" not in html
    assert "/id/media/listening/two-chairs.svg" in html
    assert html.count('href="/preview/theme/print/') > 3
