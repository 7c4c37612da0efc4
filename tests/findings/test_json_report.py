"""Findings as JSON: what it holds is a promise to other programs."""

import json

from generator.findings.finding import Finding, Place, SourceText
from generator.findings.json_report import FindingRecord, json_report
from generator.findings.silencing import Silenced

SOURCE = SourceText("curriculum/course.yaml", ("title: Kursus", "subtitel: “Contoh”\r"))
MISSPELT = Finding("F01", Place(SOURCE, 2, 1, 8), {"key": "subtitel"}, "subtitel", ("title", "subtitle"))
UNTRANSLATED = Finding("L02", Place(SOURCE, 1, 8, 6), {"language": "en"})

EXACTLY = """\
{
  "version": 1,
  "language": "id",
  "counts": {
    "error": 1,
    "warning": 0,
    "advice": 0,
    "silenced": 1
  },
  "findings": [
    {
      "code": "F01",
      "severity": "error",
      "title": "Kunci tidak dikenal",
      "message": "kunci `subtitel` tidak dikenal di sini; maksudnya `subtitle`? Yang bisa dipakai: title, subtitle",
      "file": "curriculum/course.yaml",
      "line": 2,
      "column": 1,
      "end_column": 9,
      "source": "subtitel: “Contoh”",
      "found": "subtitel",
      "nearest": "subtitle",
      "allowed": [
        "title",
        "subtitle"
      ],
      "may_be_silenced": false
    }
  ],
  "silenced": []
}"""  # noqa: E501


def test_the_json_of_a_finding_is_just_this() -> None:
    expected = json.loads(EXACTLY)
    told = json.loads(json_report([MISSPELT], [Silenced(UNTRANSLATED, "Nanti.")], "id"))
    (silenced,) = told.pop("silenced")
    assert expected.pop("silenced") == []
    assert told == expected
    assert list(told["findings"][0]) == list(FindingRecord.__annotations__)
    assert (silenced["code"], silenced["reason"], silenced["may_be_silenced"]) == ("L02", "Nanti.", True)


def test_the_json_is_written_with_two_spaces_and_letters_as_they_are() -> None:
    told = json_report([MISSPELT], [], "id").split("\n")
    assert told[:4] == EXACTLY.split("\n")[:4]
    assert '      "source": "subtitel: “Contoh”",' in told


def test_where_nothing_is_wrong_the_lists_are_empty() -> None:
    told = json.loads(json_report([], [], "en"))
    assert told["findings"] == told["silenced"] == []
    assert set(told["counts"].values()) == {0}
