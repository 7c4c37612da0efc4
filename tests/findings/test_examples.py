"""The catalogue's examples are experiments: the bad lines raise their rule, the good ones do not."""

import textwrap
from pathlib import Path

import pytest

from generator.checking.check import check_curriculum
from generator.findings.finding import Finding
from generator.findings.rule import codes, rule
from generator.reading.loading import Curriculum
from tests.today import TODAY

EXPERIMENTS = [code for code in codes() if (shown := rule(code).example) and shown.file]
DEEPEST = 40
"""So many spaces may stand before an example's lines in its file."""


@pytest.mark.parametrize("code", EXPERIMENTS)
def test_the_bad_lines_give_the_finding_that_the_example_tells(code: str, sample: Path) -> None:
    example = rule(code).example
    assert example
    assert example.file
    assert not findings_of(sample, code), "the sample course is sound"
    plant(sample / example.file, example.good, example.bad)
    told = [dict(finding.facts) for finding in findings_of(sample, code)]
    assert told == [example.facts]


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


def findings_of(root: Path, code: str) -> list[Finding]:
    found = check_curriculum(Curriculum(root), TODAY).findings
    return [finding for finding in found if finding.code == code]
