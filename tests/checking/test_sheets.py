"""Sheets hold together: what is still right gives no finding, and each fault is told once."""

import pytest

MODULE = "modules/listening"
EVALUATION = f"{MODULE}/evaluation.yaml"
WEEK = f"{MODULE}/worksheets/listening-week.yaml"


@pytest.mark.parametrize("rows", ["empty_rows", "rows"])
def test_a_table_needs_rows_or_empty_rows_but_not_both(sample, change, check, rows):
    if rows == "rows":
        change(sample / WEEK, "    empty_rows: 2\n", "")
    else:
        change(sample / WEEK, "    rows:\n      - slug: family\n        text: Keluarga\n", "")
    assert [line for line in check(sample) if line.endswith("F17")] == []


def test_a_table_needs_no_example(sample, change, check):
    change(sample / WEEK, "    example:\n      - R.\n      - Ia lelah.\n", "")
    assert [line for line in check(sample) if line.endswith("F16")] == []


@pytest.mark.parametrize("cut_off", ["1", "3"])
def test_a_cut_off_may_be_the_scales_first_or_last_value(sample, change, check, cut_off):
    change(sample / EVALUATION, "cut_off: 2.5", f"cut_off: {cut_off}")
    assert check(sample) == []


def test_a_cut_off_below_the_scale_is_told(sample, change, check):
    change(sample / EVALUATION, "cut_off: 2.5", "cut_off: 0.5")
    assert check(sample) == [f"{EVALUATION}:89:14 F19"]


def test_an_unknown_scale_says_nothing_of_the_cut_off(sample, change, check):
    change(sample / EVALUATION, "scale: agreement-1-3\n    cut_off: 2.5", "scale: agree\n    cut_off: 99")
    assert check(sample) == [f"{EVALUATION}:88:12 R01"]


def test_values_of_a_scale_rise_but_may_leave_gaps(sample, change, check):
    change(sample / "scales.yaml", "value: 3", "value: 5")
    assert check(sample) == []


def test_values_of_a_scale_that_fall_are_told_at_the_lower_one(sample, change, check):
    change(sample / "scales.yaml", "value: 1", "value: 4")
    assert check(sample) == ["scales.yaml:7:16 F18"]
