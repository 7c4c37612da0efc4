"""Every build tells the pages that are there what is printed, also one that makes no page."""

from pathlib import Path

import pytest

from generator.publishing.told_pages import tell_pages
from generator.rendering.told_last import PrintedFile
from tests.publishing.built import THEME, CourseInTests
from tests.publishing.html_page import parse_file

BOOK = "handbooks/facilitator-course.pdf"
OLD, NEW = "a" * 64, "b" * 64


@pytest.fixture
def output(sample_course: CourseInTests, tmp_path: Path) -> Path:
    """An output with two pages of the site in one language."""
    (tmp_path / "id").mkdir()
    for name in ("downloads", "index"):
        text = sample_course.pages("id").pages[f"{name}.md"]
        (tmp_path / "id" / f"{name}.html").write_text(text, encoding="utf-8")
    return tmp_path


def tell(output: Path, course: CourseInTests, digest: str, *made: str, **printed: PrintedFile) -> None:
    files = {f"id/{BOOK}": facts for facts in printed.values()}
    tell_pages(output, THEME, course.courses, files, digest, made)


def row(output: Path) -> list[str]:
    page = parse_file(output / "id/downloads.html")
    (found,) = [one for one in page.all("tr") if any(link == BOOK for _, link in one.addresses)]
    return [cell.line() for cell in found.all("td")[1:]]


def test_what_is_printed_later_is_told_on_pages_of_an_earlier_build(
    output: Path, sample_course: CourseInTests
) -> None:
    tell(output, sample_course, OLD, "id")
    assert row(output) == ["–"] * 4
    tell(output, sample_course, NEW, book=PrintedFile(9, 2000, "0.1.0", NEW, "a4"))
    assert row(output) == ["9", "A4", "2 kB", f"0.1.0 ({NEW[:7]})"]
    tell(output, sample_course, NEW, "id", book=PrintedFile(9, 2000, "0.1.0", NEW, "a4"))
    assert row(output) == ["9", "A4", "2 kB", "0.1.0"]


def test_pages_go_on_saying_what_they_were_made_from(output: Path, sample_course: CourseInTests) -> None:
    for digest, made, expected in ((OLD, ("id",), OLD), (NEW, (), OLD), (NEW, ("id",), NEW)):
        tell(output, sample_course, digest, *made)
        text = (output / "id/downloads.html").read_text("utf-8")
        assert f'data-curriculum="{expected}"' in text
        assert f"Sidik kurikulum {expected[:12]}" in text


def test_a_page_that_says_so_already_is_not_written(output: Path, sample_course: CourseInTests) -> None:
    tell(output, sample_course, OLD, "id")
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*.html")}
    tell(output, sample_course, OLD, "id")
    assert {path: path.stat().st_mtime_ns for path in output.rglob("*.html")} == before


def test_no_folder_is_made_for_a_language_that_is_not_there(
    output: Path, sample_course: CourseInTests
) -> None:
    tell(output, sample_course, OLD, "id")
    assert [path.name for path in output.iterdir()] == ["id"]
