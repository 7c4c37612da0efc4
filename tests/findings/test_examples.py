"""The catalogue's examples are experiments: the bad lines raise their rule, the good ones do not."""

import textwrap
from pathlib import Path

import pytest

from generator.checking.check import check_curriculum
from generator.findings.explanation import exemplary
from generator.findings.finding import Finding
from generator.findings.message import message, severity
from generator.findings.rule import MESSAGE_LANGUAGES, codes, rule
from generator.reading.loading import Curriculum
from tests.today import TODAY

THEME = Path(__file__).parents[2] / "theme"
EXPERIMENTS = [code for code in codes() if rule(code).example.file]
TYPESET = [code for code in EXPERIMENTS if rule(code).example.in_place_of]
DEEPEST = 40
"""So many spaces may stand before an example's lines in its file."""


@pytest.mark.parametrize("code", EXPERIMENTS)
def test_the_bad_lines_give_the_finding_that_the_example_tells(code: str, sample: Path) -> None:
    example = rule(code).example
    assert example.file
    plant(sample / example.file, example.in_place_of or example.good, example.bad)
    found = [finding for finding in findings_of(sample) if finding.code == code]
    assert [dict(finding.facts) for finding in found] == [example.facts]
    told = (found[0].found, found[0].allowed)
    assert (example.found, example.allowed) == told, "what `check` says of it stands on the rule's page"
    for language in MESSAGE_LANGUAGES:
        assert message(exemplary(rule(code)), language) == message(found[0], language)


def test_the_sample_course_where_the_good_lines_stand_is_sound(sample: Path) -> None:
    assert findings_of(sample) == []


@pytest.mark.parametrize("code", TYPESET)
def test_good_lines_that_stand_for_others_are_sound_too(code: str, sample: Path) -> None:
    example = rule(code).example
    assert example.file
    assert example.in_place_of
    plant(sample / example.file, example.in_place_of, example.good)
    found = findings_of(sample)
    assert [finding.code for finding in found if finding.code == code or severity(finding) == "error"] == []


def plant(path: Path, good: str, bad: str) -> None:
    """Replace the lines `good`, which stand once in the file, whatever their indentation there."""
    text = path.read_text(encoding="utf-8")
    for depth in range(DEEPEST):
        indented = textwrap.indent(good, " " * depth)
        if f"\n{text}".count(f"\n{indented}") == 1:
            replaced = f"\n{text}".replace(f"\n{indented}", f"\n{textwrap.indent(bad, ' ' * depth)}")
            path.write_text(replaced[1:], encoding="utf-8")
            return
    pytest.fail(f"these lines do not stand once in {path}:\n{good}")


def findings_of(root: Path) -> list[Finding]:
    return check_curriculum(Curriculum(root), TODAY, THEME).findings
