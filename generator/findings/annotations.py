"""Turns findings into workflow commands, which a code host shows beside the lines of a pull request.

A host shows only the first few of each severity beside the lines; all of them stand in the run's log.
"""

from collections.abc import Callable
from typing import Final

from generator.findings.finding import Finding
from generator.findings.message import message, printable, severity
from generator.findings.rule import rule

COMMANDS: Final = {"error": "error", "warning": "warning", "advice": "notice"}


def annotations(findings: list[Finding], language: str, path_of: Callable[[str], str]) -> str:
    """One line for each finding, in the order given.

    Args:
        findings: What is told.
        language: The language of titles and messages.
        path_of: Gives the path of a file from the repository's root, as the code host knows it.
    """
    return "\n".join(_annotation(finding, language, path_of) for finding in findings)


def _annotation(finding: Finding, language: str, path_of: Callable[[str], str]) -> str:
    place = finding.place
    properties = {
        "file": path_of(place.source.path),
        "line": place.line,
        "endLine": place.line,
        "col": place.column,
        "endColumn": place.column + place.width,
        "title": f"{finding.code} {rule(finding.code).title.in_language(language)}",
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{COMMANDS[severity(finding)]} {listed}::{_text(message(finding, language))}"


def _text(text: str) -> str:
    """Text that holds no command of its own: a host also reads those of an older form, anywhere in a line."""
    text = printable(text).replace("##[", "## [")
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
