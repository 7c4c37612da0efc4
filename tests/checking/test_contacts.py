"""Contacts that nobody has checked for a year are told, and no others."""

from datetime import date

import pytest

from generator.checking.check import check_curriculum
from generator.findings.message import severity
from generator.reading.loading import Curriculum


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 11, 1), []),
        (date(2027, 11, 1), []),
        (date(2027, 11, 2), ["S01", "S01"]),
    ],
    ids=["the day of the check", "a year later", "a year and a day later"],
)
def test_a_check_of_a_contact_counts_for_a_year(sample, today, told):
    checked = check_curriculum(Curriculum(sample), today)
    assert [finding.code for finding in checked.findings] == told


def test_an_old_contact_is_a_warning_and_stops_no_build(sample):
    checked = check_curriculum(Curriculum(sample), date(2030, 1, 1))
    assert {severity(finding) for finding in checked.findings} == {"warning"}
    assert checked.sound
