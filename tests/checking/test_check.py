"""Checks between the files of a course: what is named exists, time adds up, everything traces."""

import pytest

from generator.checking.check import check_curriculum
from generator.reading.loading import Curriculum
from tests.today import TODAY

MODULE = "modules/listening"
HEARING = f"{MODULE}/sessions/hearing.yaml"
ANSWERING = f"{MODULE}/sessions/answering.yaml"
EVALUATION = f"{MODULE}/evaluation.yaml"
PROGRAMME = "programmes/one-evening.yaml"


def test_nothing_is_wrong_with_the_sample(sample):
    checked = check_curriculum(Curriculum(sample), TODAY)
    assert checked.findings == []
    assert set(checked.courses) == {"id", "en"}


def test_a_course_with_an_error_is_not_handed_on(sample, change):
    change(sample / HEARING, "minutes: 3\n", "minutes: 4\n")
    checked = check_curriculum(Curriculum(sample), TODAY)
    assert not checked.sound
    assert checked.courses == {}


def test_a_course_with_warnings_is_handed_on(sample):
    (sample / "translations/en/scales.yaml").unlink()
    checked = check_curriculum(Curriculum(sample), TODAY)
    assert checked.sound
    assert set(checked.courses) == {"id", "en"}


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        pytest.param(
            HEARING, "    - listening-week\n", "    - listening-weeks\n", f"{HEARING}:110:7", id="worksheet"
        ),
        pytest.param(
            HEARING,
            "    - name-obstacles\n    worksheets",
            "    - name\n    worksheets",
            f"{HEARING}:42:9",
            id="objective",
        ),
        pytest.param(EVALUATION, "key: be-silent", "key: silent", f"{EVALUATION}:20:12", id="key of an item"),
        pytest.param(
            EVALUATION,
            "key: [noise, phone]",
            "key: [noise, fone]",
            f"{EVALUATION}:33:20",
            id="one of several keys",
        ),
        pytest.param(
            EVALUATION,
            "    scale: agreement-1-3\n    cut",
            "    scale: agree\n    cut",
            f"{EVALUATION}:88:12",
            id="scale of an instrument",
        ),
        pytest.param(
            EVALUATION,
            "      scale: agreement-1-3",
            "      scale: agree",
            f"{EVALUATION}:113:14",
            id="scale of a form",
        ),
        pytest.param(
            f"{MODULE}/worksheets/listening-promise.yaml",
            "agreement-1-3",
            "agree",
            f"{MODULE}/worksheets/listening-promise.yaml:7:12",
            id="scale of a worksheet",
        ),
        pytest.param(
            PROGRAMME,
            "module: listening\n        session: answering",
            "module: listen\n        session: answering",
            f"{PROGRAMME}:17:17",
            id="module",
        ),
        pytest.param(PROGRAMME, "session: answering", "session: answers", f"{PROGRAMME}:18:18", id="session"),
    ],
)
def test_what_is_named_but_not_there_is_told_at_its_name(sample, change, file, old, new, expected):
    change(sample / file, old, new)
    findings = check_curriculum(Curriculum(sample), TODAY).findings
    (unknown,) = [finding for finding in findings if finding.code == "R01"]
    place = unknown.place
    assert f"{place.source.path}:{place.line}:{place.column}" == f"{sample.as_posix()}/{expected}"
    assert unknown.nearest or unknown.allowed


def test_the_minutes_of_the_activities_add_up_to_the_session(sample, change):
    change(sample / HEARING, "minutes: 3\n", "minutes: 13\n")
    (finding,) = check_curriculum(Curriculum(sample), TODAY).findings
    assert finding.code == "T01"
    assert finding.facts == {"sum": 40, "minutes": 30, "difference": 10}


def test_the_entries_of_a_day_fill_it_from_start_to_end(sample, change):
    change(sample / PROGRAMME, "minutes: 15", "minutes: 25")
    (finding,) = check_curriculum(Curriculum(sample), TODAY).findings
    assert finding.code == "T02"
    assert (finding.facts["sum"], finding.facts["start"], finding.facts["end"]) == (85, "19:00", "20:25")


def test_a_day_ends_before_midnight(sample, change, check):
    change(sample / PROGRAMME, 'start: "19:00"\n    end: "20:15"', 'start: "23:00"\n    end: "00:15"')
    assert check(sample) == [f"{PROGRAMME}:7:10 T02"]


def test_an_objective_is_taught_and_assessed_even_if_another_check_fails(sample, change, check):
    new = "objectives:\n  - slug: wait\n    bloom: apply\n    text: Menunggu.\n"
    change(sample / MODULE / "module.yaml", "objectives:\n", new)
    codes = [line.split()[-1] for line in check(sample)]
    assert sorted(codes) == ["A01", "A02", "L02"]


def test_a_sheet_that_only_home_practice_uses_is_used(sample, change, check):
    change(sample / ANSWERING, "    worksheets:\n      - listening-week\n", "")
    assert check(sample) == []


def test_a_file_that_nobody_lists_is_told_where_to_list_it(sample):
    files = {
        "programmes/two.yaml": "course.yaml",
        "modules/other/module.yaml": "course.yaml",
        f"{MODULE}/worksheets/other.yaml": f"{MODULE}/module.yaml",
        f"{MODULE}/notes.yml": f"{MODULE}/module.yaml",
        "notes.yaml": "course.yaml",
    }
    for file in files:
        (sample / file).parent.mkdir(exist_ok=True)
        (sample / file).write_text("title: A\n", encoding="utf-8")
    findings = check_curriculum(Curriculum(sample), TODAY).findings
    assert {finding.code for finding in findings} == {"R04"}
    told = {f.place.source.path.removeprefix(f"{sample.as_posix()}/"): f.facts["listed_in"] for f in findings}
    assert told == files


def test_of_a_module_that_nobody_lists_its_own_file_is_told_and_nothing_else(sample, change, check):
    for path in (sample / MODULE).rglob("*.yaml"):
        copy = sample / "modules/other" / path.relative_to(sample / MODULE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    assert check(sample) == ["modules/other/module.yaml:1:1 R04"]


def test_references_are_not_translated(sample, check):
    (sample / "translations/en/references.yaml").write_text("references: []\n", encoding="utf-8")
    assert check(sample) == ["translations/en/references.yaml:1:1 L03"]


def test_a_sheets_slug_is_its_own_in_the_whole_course(sample, change, check):
    second = sample / "modules/second"
    for path in (sample / MODULE).rglob("*"):
        if path.is_file():
            copy = second / path.relative_to(sample / MODULE)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    change(sample / "course.yaml", "modules:\n  - listening\n", "modules:\n  - listening\n  - second\n")
    assert [line.removeprefix("modules/second/") for line in check(sample)] == [
        "evaluation.yaml:4:9 F14",
        "evaluation.yaml:64:11 F14",
        "evaluation.yaml:84:11 F14",
        "evaluation.yaml:106:9 F14",
        "media/two-chairs.svg:1:1 R07",
        "worksheets/listening-card.yaml:1:1 F14",
        "worksheets/listening-map.yaml:1:1 F14",
        "worksheets/listening-promise.yaml:1:1 F14",
        "worksheets/listening-week.yaml:1:1 F14",
    ]


def test_a_slug_is_its_own_in_its_list_and_a_key_among_the_references(sample, change, check):
    change(sample / "references.yaml", "id: talk-2016", "id: hart-2008")
    change(sample / HEARING, "slug: closing", "slug: opening")
    for translation in (sample / MODULE / "translations/en/sessions/hearing.yaml",):
        change(
            translation,
            "  - slug: closing\n    title: Closing\n    steps:\n      - say: Thank you for listening.\n",
            "",
        )
    lines = [line for line in check(sample) if line.endswith("F10")]
    assert lines == [f"{HEARING}:101:11 F10", "references.yaml:64:9 F10"]


def test_findings_stand_in_reading_order_and_once_each(sample, change):
    change(sample / HEARING, "minutes: 3\n", "minutes: 4\n")
    change(sample / HEARING, "say: Selamat datang.", "say: '[](worksheet:x) [](term:y)'")
    findings = check_curriculum(Curriculum(sample), TODAY).findings
    places = [(f.place.source.path, f.place.line, f.place.column) for f in findings]
    assert places == sorted(places)
    assert len(findings) == len({finding.identity for finding in findings}) == 3
