"""Turns findings into text for people: place, message, the source line and a caret under the fault."""

from generator.findings.finding import Finding, Place
from generator.findings.message import message, printable, severity

TAB = "\t"
LONGEST_LINE = 160


def report(findings: list[Finding], language: str) -> str:
    """All findings as text, in the order given; empty where there are none."""
    return "\n".join(_finding(finding, language) for finding in findings)


def _finding(finding: Finding, language: str) -> str:
    place = finding.place
    head = f"{place.source.path}:{place.line}:{place.column}: {severity(finding)}[{finding.code}]"
    return "\n".join([f"{head} {message(finding, language)}", *_excerpt(place)])


def _excerpt(place: Place) -> list[str]:
    """The source line and a caret; a long line is cut around the fault."""
    line = place.source.line(place.line).rstrip("\r")
    if not line.strip():
        return []
    start = max(0, place.column - 1 - LONGEST_LINE // 2) if len(line) > LONGEST_LINE else 0
    shown = line[start : start + LONGEST_LINE]
    before = "".join(TAB if character == TAB else " " for character in shown[: place.column - 1 - start])
    width = max(1, min(place.width, len(shown) - len(before)))
    number = str(place.line)
    return [f"  {number} | {_visible(shown)}", f"  {' ' * len(number)} | {before}{'^' * width}"]


def _visible(line: str) -> str:
    return TAB.join(printable(part) for part in line.split(TAB))
