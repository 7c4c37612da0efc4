"""Pages are told last what is printed: the same in whatever order things are made, and again later."""

import pytest

from generator.rendering.told_last import PrintedFile, ToldLast, untold
from tests.publishing.built import LANGUAGES, THEME, CourseInTests
from tests.publishing.html_page import Element, parse

BOOK = "handbooks/facilitator-course.pdf"
SHEET = "handbooks/sheets/listening-card.pdf"
LARGE = "handbooks/large-print-participant-course.pdf"
DIGEST = "abcdef0123456789" * 4
FACTS = PrintedFile(12, 345_678, "0.1.0", DIGEST, "f4")


def telling(course: CourseInTests, language: str = "id", **printed: PrintedFile) -> ToldLast:
    paths = {"book": BOOK, "sheet": SHEET, "large": LARGE}
    files = {paths[name]: facts for name, facts in printed.items()}
    return ToldLast(course.courses[language], THEME, files, DIGEST)


def downloads(course: CourseInTests, told: ToldLast, language: str = "id") -> Element:
    return parse(told.tell(course.pages(language).pages["downloads.md"], "downloads.html"))


def row(page: Element, path: str) -> list[str]:
    (found,) = [one for one in page.all("tr") if any(link == path for _, link in one.addresses)]
    return [cell.line() for cell in found.all("td")[1:]]


@pytest.mark.parametrize(("language", "size"), [("id", "346 kB"), ("en", "346 kB")])
def test_a_row_says_pages_paper_size_and_version(
    sample_course: CourseInTests, language: str, size: str
) -> None:
    page = downloads(sample_course, telling(sample_course, language, book=FACTS), language)
    assert row(page, BOOK) == ["12", "F4", size, "0.1.0"]


def test_of_what_is_older_it_says_from_what_it_is(sample_course: CourseInTests) -> None:
    older = PrintedFile(12, 1000, "0.0.9", "1234567890", "a4")
    assert row(downloads(sample_course, telling(sample_course, book=older)), BOOK)[-1] == "0.0.9 (1234567)"


def test_of_what_is_not_printed_it_says_so(sample_course: CourseInTests) -> None:
    untouched = parse(sample_course.pages("id").pages["downloads.md"])
    for page in (untouched, downloads(sample_course, telling(sample_course))):
        assert row(page, BOOK) == ["–"] * 4


def test_what_is_printed_on_request_is_listed_only_when_it_is_there(sample_course: CourseInTests) -> None:
    without = downloads(sample_course, telling(sample_course, book=FACTS))
    assert LARGE not in [address for _, address in without.addresses]
    assert row(downloads(sample_course, telling(sample_course, large=FACTS)), LARGE)[0] == "12"


def test_a_sheet_shows_its_first_page_from_wherever_one_looks(sample_course: CourseInTests) -> None:
    path = "listening/sessions/hearing.html"
    markdown = sample_course.pages("id").pages["listening/sessions/hearing.md"]
    told = parse(telling(sample_course, sheet=FACTS).tell(markdown, path))
    (picture,) = told.all("img", with_class="thumbnail")
    assert picture.attributes["src"] == "../../handbooks/sheets/listening-card.png"
    assert [one.line() for one in told.all("span", with_class="pdf-facts")] == ["12 hlm., 346 kB"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_told_again(sample_course: CourseInTests, language: str) -> None:
    """What was told before leaves no trace, so pages are the same whatever was built in which order."""
    first = telling(sample_course, language, book=FACTS, sheet=FACTS)
    then = telling(sample_course, language, large=FACTS)
    changed = 0
    for path, page in sample_course.pages(language).pages.items():
        told = first.tell(page, path)
        assert first.tell(told, path) == told
        assert then.tell(told, path) == then.tell(page, path)
        assert untold(told) == untold(page)
        changed += told != page
    assert changed >= 5


def test_the_curriculums_digest_is_told_where_the_imprint_stands(sample_course: CourseInTests) -> None:
    told = telling(sample_course)
    for path in ("downloads.md", "chapters/index.md"):
        assert "Sidik kurikulum abcdef0123456789</span>." in told.tell(
            sample_course.pages("id").pages[path], path
        )


def test_a_text_of_the_course_that_looks_like_a_place_is_none(sample_course: CourseInTests) -> None:
    course = sample_course.courses["id"]
    fake = "<!-- told facts handbooks/x.pdf -->ada<!-- /told -->"
    told = ToldLast(course, THEME, {}, DIGEST)
    escaped = fake.replace("<", "&lt;")
    assert told.tell(f"<p>{escaped}</p>", "index.html") == f"<p>{escaped}</p>"
