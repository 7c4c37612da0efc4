"""Turns findings into JSON for other programs; its keys stay as they are while `version` is 1.

```
{
  "version": 1,
  "language": "en",                   of title and message
  "counts": {"error": 1, "warning": 0, "advice": 0, "silenced": 0},
  "findings": [
    {
      "code": "F01",
      "severity": "error",            or "warning", "advice"
      "title": "Unknown key",         what is wrong in general
      "message": "the key ...",       what is wrong here, what was possible, and what to do
      "file": "curriculum/course.yaml",   as the folder was given; always with /
      "line": 2,                      from 1
      "column": 1,                    from 1, in characters
      "end_column": 9,                the first column behind the fault, in the same line
      "source": "subtitel: Kursus",   the line as it stands in the file
      "found": "subtitel",            the word that was not possible, or null
      "nearest": "subtitle",          the possible word most like it, or null
      "allowed": ["title", ...],      the words that are possible here; may be empty
      "may_be_silenced": false        whether a comment `# ignore CODE: reason` may keep it quiet
    }
  ],
  "silenced": [...]                   like findings, each with its "reason"; these are not counted above
}
```

Findings are sorted by file, line and column. New keys may be added; none is taken away or changes its meaning
without a new version.
"""

import json
import re
from typing import Final, Literal, TypedDict

from generator.findings.finding import Finding
from generator.findings.message import message
from generator.findings.rule import rule
from generator.findings.silencing import Silenced
from generator.findings.summary import counts

VERSION: Final = 1
UNSEEN: Final = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Characters that nobody sees, which could rewrite a terminal on which this is shown."""


class FindingRecord(TypedDict):
    """One finding."""

    code: str
    severity: Literal["error", "warning", "advice"]
    title: str
    message: str
    file: str
    line: int
    column: int
    end_column: int
    source: str
    found: str | None
    nearest: str | None
    allowed: list[str]
    may_be_silenced: bool


class SilencedRecord(FindingRecord):
    """One finding that is not told, and why."""

    reason: str


class Report(TypedDict):
    """All that a check has to say."""

    version: int
    language: str
    counts: dict[str, int]
    findings: list[FindingRecord]
    silenced: list[SilencedRecord]


def json_report(findings: list[Finding], silenced: list[Silenced], language: str) -> str:
    """The findings as JSON, indented, in the order given.

    Args:
        findings: What is told.
        silenced: What a comment keeps quiet.
        language: The language of titles and messages.
    """
    told: Report = {
        "version": VERSION,
        "language": language,
        "counts": counts(findings) | {"silenced": len(silenced)},
        "findings": [_record(finding, language) for finding in findings],
        "silenced": [{**_record(one.finding, language), "reason": one.reason} for one in silenced],
    }
    text = json.dumps(told, ensure_ascii=False, indent=2)
    return UNSEEN.sub(_escaped, text)


def _escaped(unseen: re.Match[str]) -> str:
    """A character as JSON writes it in letters; those beyond the first plane as two."""
    return json.dumps(unseen[0])[1:-1]


def _record(finding: Finding, language: str) -> FindingRecord:
    place, broken = finding.place, rule(finding.code)
    return {
        "code": finding.code,
        "severity": broken.severity,
        "title": broken.title.in_language(language),
        "message": message(finding, language),
        "file": place.source.path,
        "line": place.line,
        "column": place.column,
        "end_column": place.column + place.width,
        "source": place.source.line(place.line).rstrip("\r"),
        "found": finding.found,
        "nearest": finding.nearest,
        "allowed": list(finding.allowed),
        "may_be_silenced": broken.may_be_silenced,
    }
