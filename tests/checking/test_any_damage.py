"""Whatever happens to a file of a course, there are findings and no exception."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checking.check import check_curriculum
from generator.findings.report import report
from generator.reading.loading import Curriculum
from tests.today import TODAY

SAMPLE = Path(__file__).parent.parent / "sample"
FILES = sorted(path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*.yaml"))
VALUES = ("", "x", "3", "0", "null", "true", "[]", "{}", "[a, 3]", "{a: b}", "'[](term:x)'", "|", "[", "- a")


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """A file, and its text with a line given another value, lost, repeated, or moved in."""
    file = draw(st.sampled_from(FILES))
    lines = (SAMPLE / file).read_text(encoding="utf-8").split("\n")
    number = draw(st.integers(0, len(lines) - 1))
    line = lines[number]
    value = f"{line.split(': ')[0].rstrip(':')}: {draw(st.sampled_from(VALUES))}"
    lines[number : number + 1] = draw(st.sampled_from([[value], [], [line, line], [f"  {line}"]]))
    return file, "\n".join(lines)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damage=damaged())
def test_a_line_that_is_changed_lost_repeated_or_moved_never_raises(
    sample: Path, damage: tuple[str, str]
) -> None:
    file, text = damage
    (sample / file).write_text(text, encoding="utf-8")
    findings = check_curriculum(Curriculum(sample), TODAY).findings
    for language in ("id", "en"):
        report(findings, language)
    (sample / file).write_bytes((SAMPLE / file).read_bytes())
