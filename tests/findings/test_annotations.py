"""Findings as annotations of a code host: no text of a file ends a command or starts another."""

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.findings.annotations import annotations
from generator.findings.finding import Finding, Place, SourceText


def annotated(key: str, path: str = "a.yaml", code: str = "F01") -> str:
    finding = Finding(code, Place(SourceText(path, ("x: 1",)), 1, 1, 1), {"key": key, "language": "en"})
    return annotations([finding], "en", lambda path: path)


def test_an_error_a_warning_and_advice_have_the_hosts_own_words() -> None:
    assert annotated("k").startswith("::error file=a.yaml,line=1,endLine=1,col=1,endColumn=2,title=F01 ")
    assert annotated("k", code="L02").startswith("::warning ")


def test_signs_with_a_meaning_of_their_own_are_escaped() -> None:
    line = annotated("50%", "a,b:c%.yaml")
    assert "file=a%2Cb%3Ac%25.yaml," in line
    assert "`50%25`" in line


def test_findings_stand_one_a_line() -> None:
    finding = Finding("F01", Place(SourceText("a.yaml")), {"key": "k"})
    assert annotations([], "en", str) == ""
    assert len(annotations([finding, finding], "id", str).split("\n")) == 2


@given(st.text(), st.text())
def test_whatever_a_file_holds_or_is_called_there_is_one_command_in_one_line(key: str, path: str) -> None:
    line = annotated(key, path)
    assert len(line.splitlines()) == 1 or not re.search("[\r\n]", line)
    properties = line.removeprefix("::error ").split("::")[0]
    assert len(properties.split(",")) == 6
