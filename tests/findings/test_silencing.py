"""A comment silences the findings of its codes in its lines, and says so where there are none."""

from generator.findings.finding import Finding, Place, SourceText
from generator.findings.silencing import Silencing, silence

SOURCE, OTHER = SourceText("a.yaml"), SourceText("b.yaml")


def at(line: int, code: str = "L02", source: SourceText = SOURCE) -> Finding:
    return Finding(code, Place(source, line, 3))


def comment(first: int, last: int, *codes: str) -> Silencing:
    return Silencing(Place(SOURCE, first, 9), codes or ("L02",), "karena", first, last)


def test_only_findings_of_its_codes_lines_and_file_are_silenced() -> None:
    findings = [at(2), at(3), at(5), at(6), at(4, "L01"), at(4, source=OTHER)]
    told = silence(findings, [comment(3, 5)])
    assert told.findings == [at(2), at(6), at(4, "L01"), at(4, source=OTHER)]
    assert [(one.finding, one.reason) for one in told.silenced] == [(at(3), "karena"), (at(5), "karena")]
    assert told.idle == []


def test_each_code_that_silences_nothing_is_told_at_its_comment() -> None:
    told = silence([at(3)], [comment(3, 5, "L02", "P06"), comment(7, 9)])
    assert [(one.code, one.place.line, one.facts["code"]) for one in told.idle] == [
        ("I01", 3, "P06"),
        ("I01", 7, "L02"),
    ]


def test_a_comment_within_anothers_lines_is_not_idle() -> None:
    told = silence([at(4)], [comment(1, 9), comment(4, 4)])
    assert told.findings == told.idle == []
    assert len(told.silenced) == 1
