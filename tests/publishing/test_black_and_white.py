"""What is printed survives a black-and-white copier, and travels by phone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.publishing.built import LANGUAGES, BuiltSite
from tests.publishing.pdf_file import PdfFile

MOST_INK: Final = 0.15
LEAST_CONTRAST: Final = 7
HANDBOOK: Final = 5_000_000
SHEET: Final = 300_000


def pages(file: PdfFile) -> range:
    return range(1, len(file.reader.pages) + 1)


@pytest.fixture(scope="module")
def books(real_handbooks: Path) -> list[PdfFile]:
    return [PdfFile(path) for path in sorted(real_handbooks.rglob("*.pdf"))]


@pytest.fixture(scope="module", params=LANGUAGES)
def sheets(request: pytest.FixtureRequest, real_sheets: Mapping[str, Path]) -> list[PdfFile]:
    """Every sheet of the real course in one language."""
    return [PdfFile(path) for name, path in real_sheets.items() if name.startswith(f"{request.param}/")]


def test_no_page_of_a_sheet_takes_much_ink(sheets: list[PdfFile]) -> None:
    inks = {f"{file.path.stem} {page}": file.ink(page) for file in sheets for page in pages(file)}
    assert {name: ink for name, ink in inks.items() if ink > MOST_INK} == {}


def test_no_page_of_a_book_takes_much_ink(books: list[PdfFile]) -> None:
    inks = {f"{file.path.stem} {page}": file.ink(page) for file in books for page in pages(file)}
    assert {name: ink for name, ink in inks.items() if ink > MOST_INK} == {}


def test_every_word_of_a_sheet_stands_out_as_a_grey(sheets: list[PdfFile]) -> None:
    faint = {file.path.stem: [file.faint(page, LEAST_CONTRAST) for page in pages(file)] for file in sheets}
    assert {name: words for name, words in faint.items() if any(words)} == {}


def test_every_word_of_a_book_stands_out_as_a_grey(books: list[PdfFile]) -> None:
    faint = {(file.path, page): file.faint(page, LEAST_CONTRAST) for file in books for page in pages(file)}
    assert {place: words for place, words in faint.items() if words} == {}


def test_nothing_is_told_by_a_colour(books: list[PdfFile], sheets: list[PdfFile]) -> None:
    """There is none: what a copier turns into a grey was one before."""
    coloured = [(file.path, page) for file in (*books, *sheets) for page in pages(file) if file.colours(page)]
    assert coloured == []


def test_other_settings_have_no_colours_and_faint_words_either(
    printed_sample: Path, built_sample: BuiltSite
) -> None:
    on_request, usual = printed_sample / "a4/id/handbooks", built_sample.output / "id/handbooks"
    for folder, edition in (
        (on_request, "large-print-participant"),
        (on_request, "booklet-participant"),
        (usual, "fillable-worksheets"),
        (usual, "fillable-evaluation"),
    ):
        file = PdfFile(folder / f"{edition}-course.pdf")
        assert [page for page in pages(file) if file.colours(page)] == [], edition
        assert [words for page in pages(file) if (words := file.faint(page, LEAST_CONTRAST))] == [], edition


def test_a_sheet_is_light_enough_to_send(sheets: list[PdfFile]) -> None:
    assert {file.path.stem: size for file in sheets if (size := file.path.stat().st_size) > SHEET} == {}


def test_a_book_is_light_enough_to_send(books: list[PdfFile], built_sample: BuiltSite) -> None:
    files = [file.path for file in books] + [built_sample.output / path for path in built_sample.handbooks]
    assert {path: size for path in files if (size := path.stat().st_size) > HANDBOOK} == {}
