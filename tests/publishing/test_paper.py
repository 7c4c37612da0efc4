"""Every edition fits the paper that it is printed on."""

from pathlib import Path

import page as validation
import pytest

from generator.publishing.paper import PAPERS
from tests.publishing.built import LANGUAGES
from tests.publishing.pdf_file import PdfFile

READING = (
    "facilitator-course",
    "participant-course",
    "evaluation-course",
    "large-print-participant-course",
    "sheets/danger-card",
    "sheets/group-picture",
    "sheets/listeners-certificate",
)
ON_A4 = ("large-print-participant-course",)
"""What is not among the documents that a usual build prints, which other tests read."""
CASES = [(paper, name) for paper in PAPERS for name in (ON_A4 if paper == "a4" else READING)]


def printed(folder: Path, paper: str, language: str, name: str) -> PdfFile:
    return PdfFile(folder / paper / language / "handbooks" / f"{name}.pdf")


@pytest.mark.parametrize("paper", PAPERS)
def test_half_a_sheet_is_as_wide_as_half_the_length(paper: str) -> None:
    whole = PAPERS[paper]
    assert (whole.half.width * 2, whole.half.height) == (whole.height, whole.width)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_page_has_the_papers_size_upright_or_across(printed_sample: Path, paper: str) -> None:
    size = round(PAPERS[paper].width, 1), round(PAPERS[paper].height, 1)
    files = [path for path in (printed_sample / paper).rglob("*.pdf") if "booklet" not in path.name]
    assert files
    for path in files:
        file = PdfFile(path)
        assert {file.size(number) for number in range(1, len(file.pages) + 1)} <= {size, size[::-1]}, path


@pytest.mark.parametrize(("paper", "name"), CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_outside_the_page(printed_sample: Path, paper: str, language: str, name: str) -> None:
    file = printed(printed_sample, paper, language, name)
    for number in range(1, len(file.pages) + 1):
        assert file.outside(number) == [], number


@pytest.mark.parametrize(("paper", "name"), CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reading_edition_passes_pdf_ua(printed_sample: Path, paper: str, language: str, name: str) -> None:
    path = printed_sample / paper / language / "handbooks" / f"{name}.pdf"
    report = validation.validate_pdf(path, profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.rules.passed == report.rules.total >= 104
