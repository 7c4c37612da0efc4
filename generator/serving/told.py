"""Turns findings into what the banner of a page is told: those of the page's own files first."""

from collections import Counter
from collections.abc import Collection
from typing import Any, Final

from generator.findings.finding import Finding
from generator.findings.message import message, severity
from generator.findings.report import report

MOST: Final = 40
"""Findings that a banner lists; the terminal has them all."""
RANK: Final = {"error": 0, "warning": 1, "advice": 2}


def told(findings: list[Finding] | None, language: str, root: str, own: Collection[str]) -> dict[str, Any]:
    """The findings as plain data: how many of each severity, and the first ones in words.

    Args:
        findings: All findings, in reading order; None before anything was checked.
        language: The language of the messages.
        root: The curriculum's folder as findings name it.
        own: The files of the page, relative to the curriculum.
    """
    theirs = {f"{root}/{file}" for file in own}

    def rank(finding: Finding) -> tuple[bool, int]:
        return finding.place.source.path not in theirs, RANK.get(severity(finding), len(RANK))

    ranked = sorted(findings or (), key=rank)
    return {
        "checked": findings is not None,
        "counts": dict(Counter(severity(finding) for finding in ranked)),
        "findings": [_told(finding, language, theirs) for finding in ranked[:MOST]],
        "more": max(0, len(ranked) - MOST),
    }


def _told(finding: Finding, language: str, own: Collection[str]) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code,
        "severity": severity(finding),
        "message": message(finding, language),
        "place": f"{place.source.path}:{place.line}:{place.column}",
        "excerpt": "\n".join(report([finding], language).splitlines()[1:]),
        "own": place.source.path in own,
    }
