"""The sheets of an evaluation as they are printed, and for when they are."""

import pytest

from generator.views.evaluation_sheets import printed_sheets, when_due
from generator.views.face import mouth


@pytest.fixture
def sheets(course):
    """Those of the sample's module."""
    return printed_sheets(course.modules[0].evaluation, "listening")


def test_a_test_is_printed_as_a_form_and_an_answer_sheet_for_each_occasion(sheets):
    names = [sheet.name for sheet in sheets if sheet.scheme == "knowledge-test"]
    assert names == [
        f"listening-test--{occasion}{ending}"
        for occasion in ("before", "after", "day-30", "day-90")
        for ending in ("", "--answer-sheet")
    ]


def test_a_rubric_is_printed_to_read_and_to_write_on(sheets):
    rubrics = [(sheet.kind, sheet.name) for sheet in sheets if sheet.scheme == "rubric"]
    assert rubrics == [
        ("rubric", "conversation-rubric"),
        ("observation", "conversation-rubric--observation"),
    ]


def test_cross_references_to_a_test_lead_to_its_first_form_alone(sheets):
    targets = [sheet.target for sheet in sheets if sheet.kind == "knowledge-test"]
    assert targets[0] == "listening-test"
    assert targets[1:] == [f"listening-test--{occasion}" for occasion in ("after", "day-30", "day-90")]


def test_every_sheet_knows_its_home(course, sheets):
    assert {sheet.home for sheet in sheets} == {"listening"}
    assert {sheet.home for sheet in printed_sheets(course.evaluation, None)} == {"course"}


def test_sheets_are_found_by_their_occasion_and_those_without_one_come_last(sheets):
    due = when_due(sheets)
    assert [group.occasion.slug if group.occasion else None for group in due] == [
        "before",
        "after",
        "day-30",
        "day-90",
        None,
    ]
    assert [sheet.name for sheet in due[1].sheets] == [
        "listening-test--after",
        "listening-test--after--answer-sheet",
        "listening-confidence",
    ]
    assert [sheet.kind for sheet in due[-1].sheets] == ["rubric", "observation", "evaluation-form"]


def test_no_sheet_is_left_out_of_the_occasions(sheets):
    assert {sheet.name for group in when_due(sheets) for sheet in group.sheets} == {
        sheet.name for sheet in sheets
    }


def test_who_fills_a_sheet_in_is_known(course, sheets):
    assert {sheet.kind: sheet.filled_in_by for sheet in sheets} == {
        "knowledge-test": "participant",
        "answer-sheet": "participant",
        "rubric": "observer",
        "observation": "observer",
        "instrument": "participant",
        "evaluation-form": "participant",
    }
    assert [sheet.filled_in_by for sheet in printed_sheets(course.evaluation, None)][-1] == "group"


def test_a_mouth_goes_from_turned_down_to_turned_up(course):
    (scale,) = course.scales
    assert [mouth(scale, index) for index in range(3)] == [-1, 0, 1]
