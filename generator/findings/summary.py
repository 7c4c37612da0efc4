"""Sums findings up in a few words, and says where to read what they mean."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from generator.findings.finding import Finding
from generator.findings.message import severity

MOST_CODES: Final = 3
"""So many codes are named as what to ask about."""


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity."""
    found = Counter(severity(finding) for finding in findings)
    return {"error": found["error"], "warning": found["warning"], "advice": found["advice"]}


def summary(findings: list[Finding], silenced: int, language: str) -> str:
    """How many findings there are, by severity.

    Args:
        findings: What is told.
        silenced: How many a comment keeps quiet besides.
        language: The language to say it in.
    """
    found = counts(findings)
    errors, warnings, advice = found["error"], found["warning"], found["advice"]
    if language == "id":
        parts = [f"{errors} kesalahan", f"{warnings} peringatan", f"{advice} saran"]
        quiet = f"; {silenced} didiamkan" if silenced else ""
    else:
        parts = [_several(errors, "error"), _several(warnings, "warning")]
        parts.append("1 piece of advice" if advice == 1 else f"{advice} pieces of advice")
        quiet = f"; {silenced} silenced" if silenced else ""
    return ", ".join(parts if advice else parts[:2]) + quiet


def read_more(findings: list[Finding], language: str) -> str:
    """The command that explains these findings; empty where there are none."""
    named = " ".join(list(dict.fromkeys(finding.code for finding in findings))[:MOST_CODES])
    if not named:
        return ""
    if language == "id":
        return f"Mengapa, dan bagaimana memperbaikinya: ./tangguh explain {named}"
    return f"Why, and how to mend it: ./tangguh explain {named}"


def _several(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"
