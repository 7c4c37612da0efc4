"""Alignment: which objective is taught where, and assessed by what."""

import pytest

from generator.views.alignment import alignment
from generator.views.course import course_view


@pytest.fixture
def matrix(course):
    return alignment(course_view(course).modules[0])


def test_every_objective_is_a_row_every_session_and_sheet_a_column(matrix):
    assert len(matrix.rows) > 1
    for row in matrix.rows:
        assert len(row.taught) == len(matrix.sessions) == 2
        assert len(row.assessed) == len(matrix.sheets)


def test_an_objective_stands_under_exactly_the_activities_that_name_it(matrix):
    for row in matrix.rows:
        for view, taught in zip(matrix.sessions, row.taught, strict=True):
            naming = [
                timed
                for timed in view.timeline
                if row.objective.slug in getattr(timed.activity, "objectives", ())
            ]
            assert list(taught) == naming


def test_the_minutes_of_an_objective_are_those_of_its_activities(matrix):
    for row in matrix.rows:
        assert row.minutes == sum(timed.end - timed.start for session in row.taught for timed in session) > 0


def test_the_numbers_are_those_that_the_sheets_print(matrix):
    """Items, criteria, indicators and questions are counted from one, in their order."""
    sheets = dict(matrix.sheets)
    for row in matrix.rows:
        numbers = dict(zip((kind for kind, _ in matrix.sheets), row.assessed, strict=True))
        items = sheets["knowledge-test"].items
        assert [items[number - 1].slug for number in numbers["knowledge-test"]] == [
            item.slug for item in items if row.objective.slug in item.objectives
        ]
        criteria = sheets["rubric"].criteria
        assert [criteria[number - 1].slug for number in numbers["rubric"]] == [
            one.slug for one in criteria if row.objective.slug in one.objectives
        ]
        questions = sheets["evaluation-form"].questions
        assert [questions[number - 1].slug for number in numbers["evaluation-form"]] == [
            one.slug for one in questions if row.objective.slug in one.objectives
        ]


def test_every_objective_is_assessed_by_something(matrix):
    assert all(any(row.assessed) for row in matrix.rows)
