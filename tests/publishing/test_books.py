"""What makes pages a book: right-hand openings, heads, folios, minutes, room for notes, an imprint."""

import re
from pathlib import Path

import pytest

from generator import __version__
from generator.model.course import Course
from generator.publishing.build import curriculum_digest
from generator.rendering.print import anchor, render_documents
from generator.views.audience import Audience
from generator.views.course import SessionView, course_view
from tests.publishing.built import LANGUAGES, SAMPLE, THEME, BuiltSite, CourseInTests
from tests.publishing.html_page import squashed
from tests.publishing.pdf_file import POINTS, PdfFile

PUNCHED = 22.0
"""Millimetres at the inner side of a page that stay free for the holes."""
SMALLEST = 12.0
"""Points of the smallest type in the workbook."""
COVERS = ("facilitator", "participant", "evaluation")


class Book:
    """A printed facilitator's book with the sessions of its module."""

    def __init__(self, course: Course, file: PdfFile) -> None:
        self.course = course
        self.file = file
        self.last = len(file.reader.pages)
        self.module = course_view(course, Audience.FACILITATOR).modules[0]
        self.labels = THEME.labels(course.language)

    def first_page(self, session: SessionView) -> int:
        return self.file.anchors[anchor("session", session.key)].page

    def pages_of(self, session: SessionView) -> range:
        """From its opening to the page before what follows it."""
        starts = [self.first_page(one) for one in self.module.sessions]
        starts.append(self.file.anchors[anchor("sheets", self.module.module.slug)].page)
        return range(self.first_page(session), starts[starts.index(self.first_page(session)) + 1])

    def minutes(self, page: int) -> str:
        """What stands in the outer margin, beside the text."""
        width, height = (side * POINTS for side in self.file.size(page))
        left = width - 19 * POINTS if page % 2 else 0
        return self.file.words(page, (left, 20 * POINTS, left + 19 * POINTS, height - 15 * POINTS))

    def expected_minutes(self, session: SessionView, page: int) -> str | None:
        """From the minute at which what runs at the page's top began to that at which what begins on it last
        ends; None where the plan may be over.
        """
        before, here = None, []
        height = self.file.size(page)[1] * POINTS
        for timed in session.timeline:
            at = self.file.anchors[f"{anchor('session', session.key)}--{timed.activity.slug}"]
            if at.page < page:
                before = timed
            elif at.page == page:
                if not here and at.top > height - 30 * POINTS:
                    before = None
                here.append(timed)
        if not here:
            last = before is None or before == session.timeline[-1]
            return None if last else f"{before.start}–{before.end}"  # type: ignore[union-attr]
        return f"{(before or here[0]).start}–{here[-1].end}"


@pytest.fixture(scope="module", params=["sample-id", "sample-en", "real-id", "real-en"])
def book(
    request: pytest.FixtureRequest,
    sample_course: CourseInTests,
    built_sample: BuiltSite,
    real_course: CourseInTests,
    real_handbooks: Path,
) -> Book:
    which, _, language = request.param.partition("-")
    if which == "sample":
        path = built_sample.output / language / "handbooks" / "facilitator-listening.pdf"
        return Book(sample_course.courses[language], PdfFile(path))
    return Book(real_course.courses[language], PdfFile(real_handbooks / language / "facilitator.pdf"))


@pytest.fixture(scope="module")
def workbook(real_handbooks: Path) -> PdfFile:
    return PdfFile(real_handbooks / "id" / "participant.pdf")


def test_a_session_opens_on_a_right_hand_page_that_stands_alone(book: Book) -> None:
    for session in book.module.sessions:
        start = book.first_page(session)
        assert start % 2 == 1, session.key
        plan = [
            at.page
            for name, at in book.file.anchors.items()
            if name.startswith(f"session-{session.key.replace('/', '--')}--")
        ]
        assert min(plan) > start, session.key


def test_the_opener_leads_to_every_activity(book: Book) -> None:
    """The strip's table stands whole on the session's first page."""
    for session in book.module.sessions:
        page = book.first_page(session)
        targets = {link.target for link in book.file.links if link.page == page}
        wanted = {f"{anchor('session', session.key)}--{timed.activity.slug}" for timed in session.timeline}
        assert wanted <= targets, session.key


def test_the_head_names_module_and_session_on_every_page_of_a_session(book: Book) -> None:
    for session in book.module.sessions:
        for page in book.pages_of(session):
            head = squashed(book.file.head(page))
            assert squashed(session.session.title) in head, page
            assert squashed(book.module.module.title) in head, page


def test_the_folio_has_module_and_page(book: Book) -> None:
    for session in book.module.sessions:
        for page in book.pages_of(session):
            label = book.file.label(page)
            assert label.startswith(f"{book.module.number}·")
            assert label in book.file.foot(page).split(), page


def test_the_folio_of_what_belongs_to_no_module_is_the_page(book: Book) -> None:
    """The book's own pages have a number alone; those of the part that all modules share begin with an A."""
    for mark, names in (("", ("contents", "how-to-use", "glossary")), ("A·", ("wording", "help"))):
        for name in [name for name in names if name in book.file.anchors]:
            page = book.file.anchors[name].page
            label = book.file.label(page)
            assert re.fullmatch(rf"{mark}\d+", label), name
            assert label in book.file.foot(page).split(), name


def test_the_outer_margin_says_the_minutes_of_what_stands_on_the_page(book: Book) -> None:
    seen = 0
    for session in book.module.sessions:
        whole = f"{session.timeline[-1].start}–{session.timeline[-1].end}"
        for page in book.pages_of(session):
            expected = book.expected_minutes(session, page)
            said = book.minutes(page).removeprefix(book.labels["minutes_word"]).strip()
            if expected is None:
                assert said in ("", whole), (session.key, page)
            else:
                assert said == expected, (session.key, page)
                seen += 1
    assert seen >= len(book.module.sessions)


def test_there_are_no_minutes_outside_a_session(book: Book) -> None:
    inside = {page for session in book.module.sessions for page in book.pages_of(session)}
    for page in range(2, book.last):
        width, height = book.file.size(page)
        if page not in inside and width < height:
            assert not re.search(r"\d–\d", book.minutes(page)), page


def test_room_for_notes_never_makes_a_page(book: Book, workbook: PdfFile) -> None:
    for file in (book.file, workbook):
        for page in range(2, len(file.reader.pages)):
            assert file.body(page) not in ("Catatan sendiri", "Own notes"), page


def test_what_is_left_of_a_sessions_last_page_is_ruled(book: Book) -> None:
    """Where two lines and their heading have room, they stand there."""
    for session in book.module.sessions:
        pages = [page for page in book.pages_of(session) if book.file.body(page)]
        lowest = book.file.lowest(pages[-1])
        assert book.labels["own_notes"] in book.file.body(pages[-1]) or lowest < 60, (session.key, lowest)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edition", COVERS)
def test_the_imprint_stands_on_the_back_of_the_cover(
    sample_course: CourseInTests, built_sample: BuiltSite, language: str, edition: str
) -> None:
    course = sample_course.courses[language]
    labels = THEME.labels(language)
    page = PdfFile(built_sample.output / language / "handbooks" / f"{edition}-listening.pdf").pages[1]
    title = course.modules[0].title
    for words in (
        title,
        labels["editions"][edition],
        course.organisation.name,
        __version__,
        curriculum_digest(SAMPLE)[:16],
        course.licence,
        labels["licence_terms"][course.licence]["text"],
        f"{course.organisation.name}. ({course.year}). {title}: {labels['editions'][edition]}",
        labels["typefaces_lead"],
        labels["printing_lead"],
    ):
        assert squashed(words) in squashed(page), words


def test_a_course_without_a_year_is_cited_without_one(sample_course: CourseInTests) -> None:
    course = sample_course.courses["id"].model_copy(update={"year": None})
    book = next(render_documents(course, THEME, SAMPLE / "modules"))
    assert ". (t.t.). " in book.html


def test_the_inner_margin_is_free_for_punched_holes(book: Book) -> None:
    for page in range(2, book.last):
        width, height = book.file.size(page)
        if width < height:
            left, right = book.file.sides(page)
            inner = left if page % 2 else width - right
            assert inner >= PUNCHED, (page, inner)


def test_nothing_stands_outside_the_page(book: Book, workbook: PdfFile) -> None:
    for file in (book.file, workbook):
        for page in range(1, len(file.reader.pages) + 1):
            width, _ = file.size(page)
            left, right = file.sides(page)
            assert left > 2, page
            assert right < width - 2, page


def test_the_workbook_has_no_small_type_but_in_heads_feet_and_imprint(workbook: PdfFile) -> None:
    small = {
        page: words
        for page in range(3, len(workbook.reader.pages) + 1)
        if (words := workbook.smaller_than(page, SMALLEST))
    }
    assert small == {}


def test_no_page_is_nearly_empty_but_for_notes(book: Book, workbook: PdfFile) -> None:
    notes = {"Catatan sendiri", "Own notes"}
    for file in (book.file, workbook):
        for page in range(2, len(file.reader.pages)):
            body = file.body(page)
            meant = not body or any(words in body for words in notes)
            assert meant or len(body.split()) > 12, (page, body)
