"""Turns findings into text for people: place, message, the source line and a caret under the fault."""

from typing import Final

from generator.findings.finding import Finding, Place
from generator.findings.message import message, printable, severity
from generator.findings.words import WORDS

TAB = "\t"
LONGEST_LINE = 160

RESET: Final = "\x1b[0m"
BOLD: Final = "\x1b[1m"
FAINT: Final = "\x1b[2m"
COLOURS: Final = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "advice": "\x1b[1;36m"}


def report(findings: list[Finding], language: str, colour: bool = False) -> str:
    """All findings as text, in the order given; empty where there are none.

    Args:
        findings: What to tell.
        language: The language of the messages.
        colour: Whether to colour it for a terminal.
    """
    return "\n".join(_finding(finding, language, colour) for finding in findings)


def _finding(finding: Finding, language: str, colour: bool) -> str:
    place = finding.place
    level = severity(finding)
    words = WORDS.get(language, WORDS["en"])
    where = _painted(f"{printable(place.source.path)}:{place.line}:{place.column}:", BOLD, colour)
    what = _painted(f"{words[level]}[{finding.code}]", COLOURS[level], colour)
    excerpt = _excerpt(place, COLOURS[level], colour)
    return "\n".join([f"{where} {what} {message(finding, language)}", *excerpt])


def _excerpt(place: Place, paint: str, colour: bool) -> list[str]:
    """The source line and a caret; a long line is cut around the fault."""
    line = place.source.line(place.line).rstrip("\r")
    if not line.strip():
        return []
    start = max(0, place.column - 1 - LONGEST_LINE // 2) if len(line) > LONGEST_LINE else 0
    shown = line[start : start + LONGEST_LINE]
    before = "".join(TAB if character == TAB else " " for character in shown[: place.column - 1 - start])
    width = max(1, min(place.width, len(shown) - len(before)))
    number = str(place.line)
    margins = (f"  {number} |", f"  {' ' * len(number)} |")
    code, carets = (_painted(margin, FAINT, colour) for margin in margins)
    return [f"{code} {_visible(shown)}", f"{carets} {before}{_painted('^' * width, paint, colour)}"]


def _visible(line: str) -> str:
    return TAB.join(printable(part) for part in line.split(TAB))


def _painted(text: str, paint: str, colour: bool) -> str:
    return f"{paint}{text}{RESET}" if colour else text
