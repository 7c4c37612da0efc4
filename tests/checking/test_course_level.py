"""What belongs to the course and to no module is checked as what belongs to a module is."""

import pytest

CASES = {
    "the back cover's sheet": (
        "course.yaml",
        "back_cover: danger-card",
        "back_cover: listening-card",
        "course.yaml:19:13 R01",
    ),
    "an objective, which only modules have": (
        "evaluation.yaml",
        "            text: Kelompok punya ketua.",
        "            text: Kelompok punya ketua.\n            objectives: [reflect-feelings]",
        "evaluation.yaml:39:26 R01",
    ),
    "a scale": ("evaluation.yaml", "scale: agreement-1-3", "scale: agreement", "evaluation.yaml:31:12 R01"),
    "a chapter": (
        "chapters/when-in-danger.yaml",
        "(worksheet:danger-card)",
        "(chapter:danger)",
        "chapters/when-in-danger.yaml:8:31 R01",
    ),
    "a chapter's file": ("course.yaml", "  - when-in-danger", "  - when-lost", "course.yaml:22:5 R02"),
    "a sheet's file": ("course.yaml", "  - listeners-list", "  - listeners", "course.yaml:25:5 R02"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_named_but_not_there_is_told(sample, change, check, case):
    file, old, new, expected = CASES[case]
    change(sample / file, old, new)
    assert expected in check(sample)


def test_a_session_may_use_a_sheet_of_the_course(sample, change, check):
    session = sample / "modules/listening/sessions/answering.yaml"
    change(session, "      - listening-week", "      - listening-week\n      - listeners-list")
    assert check(sample) == []


def test_a_course_may_do_without_tools_of_its_own(sample, change, check):
    text = (sample / "course.yaml").read_text(encoding="utf-8")
    start, end = text.index("back_cover:"), text.index("modules:")
    (sample / "course.yaml").write_text(text[:start] + text[end:], encoding="utf-8")
    for folder in ("", "translations/en/"):
        (sample / folder / "evaluation.yaml").unlink()
        for file in (*(sample / folder / "chapters").glob("*"), *(sample / folder / "worksheets").glob("*")):
            file.unlink()
    assert check(sample) == []
