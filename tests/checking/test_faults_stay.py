"""A fault in one file of a course makes nothing in another file seem wrong, and hides nothing there."""

import random
import re
from pathlib import Path

import pytest

from generator.checking.check import check_curriculum
from generator.findings.finding import Finding
from generator.model import layout
from generator.reading.loading import Curriculum
from tests.reading.planted import KEY, SYNTAX, outside_texts, places, planted
from tests.today import TODAY

SAMPLE = Path(__file__).parent.parent / "sample"
FILES = sorted(path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*.yaml"))
ELSEWHERE = "modules/listening/sessions/answering.yaml"
UNREADABLE = b"[\x00[\x00"


def findings_of(root: Path) -> list[tuple[str, Finding]]:
    prefix = f"{root.as_posix()}/"
    found = check_curriculum(Curriculum(root), TODAY).findings
    return [(finding.place.source.path.removeprefix(prefix), finding) for finding in found]


def told(root: Path) -> list[str]:
    return [f"{file} {finding.code}" for file, finding in findings_of(root)]


def homes(file: str) -> set[str]:
    """The files in which a fault of this one may be told: where a text is missing, at its source."""
    translated = layout.translated_from(file)
    return {file, translated[1]} if translated else {file}


@pytest.mark.parametrize("file", FILES)
def test_of_a_file_that_cannot_be_read_that_is_all_that_is_told(sample: Path, file: str) -> None:
    (sample / file).write_bytes(UNREADABLE)
    assert told(sample) == [f"{file} Y12"]


@pytest.mark.parametrize("file", FILES)
def test_a_fault_of_form_is_told_in_its_file_alone(sample: Path, file: str) -> None:
    """Two of the file's keys, one after the other, are misspelt beyond recognition."""
    text = (sample / file).read_text(encoding="utf-8")
    lines = text.split("\n")
    keys = [line for line in outside_texts(text) if KEY.match(lines[line]) and "kind:" not in lines[line]]
    for line in random.Random(file).sample(keys, 2):
        changed = KEY.sub(r"\g<indent>xqzxqz:\g<rest>", lines[line])
        (sample / file).write_text("\n".join([*lines[:line], changed, *lines[line + 1 :]]), encoding="utf-8")
        findings = findings_of(sample)
        assert (file, "F01", line + 1) in [(where, one.code, one.place.line) for where, one in findings]
        assert {where for where, _ in findings} <= homes(file), (line + 1, told(sample))


@pytest.mark.parametrize("file", FILES)
def test_a_fault_of_syntax_is_told_in_its_file_alone_and_hides_no_other(sample: Path, file: str) -> None:
    """While a session's activities take a minute too much, which must be told all the same."""
    other = sample / ELSEWHERE
    text = other.read_text(encoding="utf-8")
    other.write_text(re.sub(r"    minutes: \d+", "    minutes: 599", text, count=1), encoding="utf-8")
    text = (sample / file).read_text(encoding="utf-8")
    chance = random.Random(file)
    name = chance.choice([name for name in SYNTAX if list(places(text, SYNTAX[name]))])
    line = chance.choice(list(places(text, SYNTAX[name])))
    (sample / file).write_text(planted(text, SYNTAX[name], line), encoding="utf-8")
    found = told(sample)
    away = [one for one in found if one.split()[0] not in homes(file)]
    assert away == ([f"{ELSEWHERE} T01"] if ELSEWHERE not in homes(file) else []), (name, line + 1)
    assert len(found) > len(away)
