"""A booklet that is printed on both sides, folded and stapled has its pages one after the other."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publishing.booklet import LEAF, SIGNATURE, sides, signature_order, signatures
from generator.publishing.paper import PAPERS
from tests.publishing.built import LANGUAGES
from tests.publishing.pdf_file import PdfFile

FOLIO = re.compile(r"([A-Z]?\d*·)?(\d+)")
book_lengths = st.integers(min_value=1, max_value=400)


@given(st.integers(min_value=1, max_value=SIGNATURE // LEAF))
def test_each_leaf_of_a_folded_signature_has_a_page_and_the_next_one_on_its_back(sheets: int) -> None:
    order = signature_order(LEAF * sheets)
    for (outer_left, outer_right), (inner_left, inner_right) in zip(order[::2], order[1::2], strict=True):
        assert inner_left == outer_right + 1
        assert outer_left == inner_right + 1


@given(st.integers(min_value=1, max_value=SIGNATURE // LEAF))
def test_a_sheet_lies_inside_the_one_before(sheets: int) -> None:
    fronts = signature_order(LEAF * sheets)[::2]
    assert fronts[0] == (LEAF * sheets, 1)
    for (left, right), (next_left, next_right) in pairwise(fronts):
        assert (next_left, next_right) == (left - 2, right + 2)


@given(book_lengths)
def test_every_page_stands_once_and_both_sides_of_each_sheet_are_there(pages: int) -> None:
    order = sides(pages)
    placed = [number for side in order for number in side if number]
    assert sorted(placed) == list(range(1, pages + 1))
    assert len(order) % 2 == 0
    assert 2 * len(order) - pages < LEAF


@given(book_lengths)
def test_the_last_page_is_the_outside_of_the_last_signature(pages: int) -> None:
    """The safety card stands on it, so blank pages come before it."""
    left = [side[0] for side in sides(pages)]
    assert pages in left
    assert left.index(pages) % 2 == 0
    assert [None] * (-pages % LEAF) == [number for side in sides(pages) for number in side if number is None]


@given(book_lengths)
def test_no_signature_is_thicker_than_a_stapler_holds(pages: int) -> None:
    lengths = [len(signature) for signature in signatures(pages)]
    assert max(lengths) <= SIGNATURE
    assert max(lengths) - min(lengths) <= LEAF


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_folios_on_the_sheets_stand_where_folding_puts_them_in_order(
    printed_sample: Path, paper: str, language: str
) -> None:
    """Pages that lie across, and those without a folio, are not read."""
    booklet = PdfFile(printed_sample / paper / language / "handbooks/booklet-participant-listening.pdf")
    found = folios(booklet)
    assert len(found) > len(booklet.pages)
    longest = 2 * len(booklet.pages)
    assert any(in_order(sides(pages), found) for pages in range(longest - LEAF + 1, longest + 1))


def in_order(order: list[tuple[int | None, int | None]], found: dict[tuple[int, int], str]) -> bool:
    """Whether the folios count on, part by part, where their pages follow each other."""
    folded = {order[side][place]: folio for (side, place), folio in found.items()}
    if None in folded:
        return False
    follow = [
        (FOLIO.fullmatch(folded[page]), FOLIO.fullmatch(folded[page + 1]))
        for page in folded
        if page is not None and page + 1 in folded
    ]
    return all(
        one and next_ and (one[1] != next_[1] or int(one[2]) + 1 == int(next_[2])) for one, next_ in follow
    )


def folios(booklet: PdfFile) -> dict[tuple[int, int], str]:
    """What stands in the feet as page numbers, by side of a sheet (from 0) and left or right half."""
    found = {}
    for side in range(len(booklet.pages)):
        for place, words in enumerate(booklet.halves_of_foot(side + 1)):
            numbers = [word for word in words.split() if FOLIO.fullmatch(word)]
            if len(numbers) == 1:
                found[side, place] = numbers[0]
    return found


@pytest.mark.parametrize("paper", PAPERS)
def test_a_sheet_is_the_paper_laid_across(printed_sample: Path, paper: str) -> None:
    booklet = PdfFile(printed_sample / paper / "id/handbooks/booklet-participant-listening.pdf")
    size = round(PAPERS[paper].height, 1), round(PAPERS[paper].width, 1)
    assert {booklet.size(side) for side in range(1, len(booklet.pages) + 1)} == {size}


def test_a_booklet_says_what_it_is_and_in_which_language(printed_sample: Path) -> None:
    booklet = PdfFile(printed_sample / "a4/en/handbooks/booklet-participant-listening.pdf")
    assert booklet.root["/Lang"] == "en"
    assert booklet.reader.metadata is not None
    assert booklet.reader.metadata.title == "Listening: Participant’s workbook, half size, to fold"
