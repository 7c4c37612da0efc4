"""The large-print edition of the workbook is large print throughout."""

from pathlib import Path
from typing import Final

import pytest

from tests.publishing.built import LANGUAGES, BuiltSite
from tests.publishing.pdf_file import PdfFile

SMALLEST: Final = 18
IMPRINT: Final = 2


@pytest.fixture(scope="module", params=LANGUAGES)
def workbooks(
    request: pytest.FixtureRequest, built_sample: BuiltSite, printed_sample: Path
) -> tuple[PdfFile, PdfFile]:
    """The workbook of the whole course as it is usually set, and in large print."""
    usual = built_sample.output / request.param / "handbooks/participant-course.pdf"
    large = printed_sample / "a4" / request.param / "handbooks/large-print-participant-course.pdf"
    return PdfFile(usual), PdfFile(large)


def test_nothing_that_is_read_is_smaller(workbooks: tuple[PdfFile, PdfFile]) -> None:
    """Heads, feet and the imprint may be."""
    large = workbooks[1]
    small = {
        page: words
        for page in range(1, len(large.reader.pages) + 1)
        if page != IMPRINT and (words := large.smaller_than(page, SMALLEST))
    }
    assert small == {}


def test_it_holds_what_the_usual_one_holds(workbooks: tuple[PdfFile, PdfFile]) -> None:
    usual, large = workbooks
    assert set(large.anchors) == set(usual.anchors)
    assert [title for title, _ in large.bookmarks] == [title for title, _ in usual.bookmarks]
