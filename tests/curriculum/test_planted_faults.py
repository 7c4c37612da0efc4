"""No finding points at the wrong line: each rule of form and YAML, broken at random places of the course."""

import random
from functools import cache
from pathlib import Path

import pytest

from generator.checking.sheets import check_sheets
from generator.checking.slugs import check_slugs
from generator.findings.rule import codes
from generator.model.course import CourseFile
from generator.reading.loading import Curriculum, load_course, part_of
from generator.reading.yaml_file import parse_yaml
from tests.curriculum.form_faults import BETWEEN, FORM, Spot, spots
from tests.reading.planted import SYNTAX, findings_of, outside_texts, places, planted

CURRICULUM = Path(__file__).parent.parent.parent / "curriculum"
TRIES = 25
LAST_OF_FORM = "F22"
"""What comes after it is no fault of form: texts still to be written, and the files' first lines."""
BY_FOLDER = {"F20"}
"""Told of a module's folder, which is no place in a file."""


@cache
def files() -> tuple[str, ...]:
    """The source files whose form the model tells."""
    found = (path.relative_to(CURRICULUM).as_posix() for path in CURRICULUM.rglob("*.yaml"))
    return tuple(sorted(file for file in found if part_of(file) or file == "course.yaml"))


@cache
def text_of(file: str) -> str:
    return (CURRICULUM / file).read_text(encoding="utf-8")


@cache
def spots_of(file: str) -> tuple[Spot, ...]:
    part = part_of(file) or CourseFile
    tree = parse_yaml(text_of(file).encode(), file).tree
    assert tree is not None
    return tuple(spots(tree, part))


@pytest.mark.parametrize("code", FORM)
def test_a_broken_rule_of_form_is_told_at_its_line_and_column_and_nowhere_else(code: str) -> None:
    fits, plant = FORM[code]
    chance = random.Random(code)
    possible = [(file, spot) for file in files() for spot in spots_of(file) if fits(spot)]
    assert possible
    for file, spot in chance.sample(possible, min(TRIES, len(possible))):
        broken = plant(text_of(file), spot)
        findings = findings_of(broken.text, file)
        told = [(finding.code, finding.place.line, finding.place.column) for finding in findings]
        assert (code, broken.line, broken.column) in told, (file, spot.key, spot.line)
        away = [one for one in told if one[1] not in {broken.line, spot.parent.place.line}]
        assert away == [], (file, spot.key, spot.line)


@pytest.mark.parametrize("name", SYNTAX)
def test_a_fault_of_yaml_is_told_at_its_line_and_nowhere_else(name: str) -> None:
    fault, chance = SYNTAX[name], random.Random(name)
    for file in chance.sample(files(), TRIES // 2):
        text = text_of(file)
        possible = [line for line in places(text, fault, outside_texts(text)) if line]
        if not possible:
            continue
        line = chance.choice(possible)
        findings = findings_of(planted(text, fault, line), file)
        told = [(finding.code in fault.codes, finding.place.line) for finding in findings]
        assert told == [(True, line + 1 + fault.below)], (file, line + 1)


@pytest.mark.parametrize("code", BETWEEN)
def test_a_broken_rule_between_parts_is_told_at_its_line_and_column_and_nowhere_else(code: str) -> None:
    fits, plant = BETWEEN[code]
    chance = random.Random(code)
    possible = [(file, spot) for file in files() for spot in spots_of(file) if fits(spot)]
    assert possible
    for file, spot in chance.sample(possible, min(3, len(possible))):
        broken = plant(text_of(file), spot)
        told = [place for place in _told(file, broken.text) if place[0] == code]
        assert told == [(code, file, broken.line, broken.column)], (file, spot.key, spot.line)


def _told(file: str, text: str) -> list[tuple[str, str, int, int]]:
    """What the checks of sheets and slugs say of the course with another text in one of its files."""
    curriculum = Curriculum(CURRICULUM)
    shared = _course()
    curriculum._files = {**shared._files, file: parse_yaml(text.encode(), f"{CURRICULUM.as_posix()}/{file}")}
    loaded = load_course(curriculum)
    assert loaded.course is not None
    problems = [*check_sheets(loaded.course), *check_slugs(loaded.course)]
    found = [
        problem.located(loaded, curriculum.is_local)
        for problem in problems
        if not problem.is_doubtful(loaded.broken)
    ]
    prefix = f"{CURRICULUM.as_posix()}/"
    return [
        (one.code, one.place.source.path.removeprefix(prefix), one.place.line, one.place.column)
        for one in found
    ]


@cache
def _course() -> Curriculum:
    curriculum = Curriculum(CURRICULUM)
    load_course(curriculum)
    return curriculum


def test_every_rule_of_form_is_broken_here_or_there() -> None:
    assert FORM.keys() | BETWEEN.keys() | BY_FOLDER >= {
        code for code in codes() if code.startswith("F") and code < "F23"
    }
