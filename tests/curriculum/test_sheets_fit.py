"""A sheet is copied for everyone in a group: it keeps to one page where its room allows."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pypdfium2
import pytest

from tests.publishing.built import LANGUAGES, REAL

TWO_PAGES: Final = {
    "action-research-log": "a whole cycle of the group, from its first look to its report",
    "appraisal-sheet": "four steps, each with room to think in writing",
    "confidence-ladder": "eight situations to rate on one side, the ladder they are put on on the other",
    "confidentiality-cases": "the answers lie on the back of the cases",
    "cooperation-proposal": "the draft of a letter that may itself have two pages",
    "desc-sheet": "an example and four parts on one side, one's own sentences and their check on the other",
    "group-ecomap": "the map on one side, its table on the other",
    "lapse-plan": "what to do, whom to call, and what the helper should know; nothing of it may be crowded",
    "local-referral": "the numbers of twelve services, and what each of them was asked",
    "overdose-card": "all steps of help in large enough type, and the group's own numbers",
    "proposal-example": "an example of a whole letter",
    "recovery-week": "a week to hang up, and questions about it on the back",
    "referral-path": "the road to a service, and what is checked on the way",
    "session-fidelity": "five scales that two observers compare",
    "stress-thermometer": "the thermometer, and a week of numbers",
    "style-cards": "cards to cut out, none of them across two pages",
    "test-record": "four tests of a group, and how to work out what they say",
    "trigger-map": "the map on one side, what it says on the other",
    "weekly-stress-plan": "a week to hang up, and what to do when it slips on the back",
}
EVALUATION: Final = {
    "determinants-self-assessment": "what supports and what hinders, then what one makes of it",
    "network-ties": "the ties of a whole group, on three occasions",
    "relapse-prevention-ability": "four aspects, each with room for what a group says",
}
"""Instruments that have two pages."""
THREE_PAGES: Final = {"peka": "all fields of a group's capacity"}
LEAST_FILLED: Final = 1 / 6


@pytest.fixture(scope="session")
def sheets(real_sheets: Mapping[str, Path]) -> Mapping[str, Path]:
    """The PDFs of all worksheets, each alone, by language and name."""
    return {name: path for name, path in real_sheets.items() if path.stem in _worksheets()}


def test_every_worksheet_is_there_in_every_language(sheets: Mapping[str, Path]) -> None:
    assert set(sheets) == {f"{language}/{name}" for language in LANGUAGES for name in _worksheets()}


def test_a_sheet_has_one_page_unless_it_is_known_to_need_two(sheets: Mapping[str, Path]) -> None:
    pages = {name: len(pypdfium2.PdfDocument(path)) for name, path in sheets.items()}
    assert pages == {name: 2 if Path(name).name in TWO_PAGES else 1 for name in sheets}


def test_an_evaluation_sheet_has_one_page_and_a_test_the_two_sides_of_a_leaf(
    real_sheets: Mapping[str, Path], sheets: Mapping[str, Path]
) -> None:
    pages = {
        name: len(pypdfium2.PdfDocument(path)) for name, path in real_sheets.items() if name not in sheets
    }
    assert pages == {name: _expected_pages(Path(name).name) for name in pages}
    assert len(pages) >= 2 * 60


def _expected_pages(sheet: str) -> int:
    if sheet in THREE_PAGES:
        return 3
    is_test = "--" in sheet and not sheet.endswith(("--answer-sheet", "--observation"))
    return 2 if is_test or sheet in EVALUATION else 1


def test_no_last_page_holds_only_a_remainder(sheets: Mapping[str, Path]) -> None:
    filled = {name: _last_page_filled(path) for name, path in sheets.items()}
    assert {name: part for name, part in filled.items() if part < LEAST_FILLED} == {}


def _worksheets() -> set[str]:
    return {path.stem for path in REAL.rglob("worksheets/*.yaml") if "translations" not in path.parts}


def _last_page_filled(path: Path) -> float:
    """How far down the page between its head and foot something is drawn, as a part of it."""
    document = pypdfium2.PdfDocument(path)
    image = document[len(document) - 1].render(scale=1).to_pil().convert("L")
    width, height = image.size
    body = image.crop((0, round(height * 0.075), width, round(height * 0.93)))
    drawn = body.point(lambda shade: 255 if shade < 250 else 0).getbbox()
    return drawn[3] / body.size[1] if drawn else 0.0
