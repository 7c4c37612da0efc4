"""How many findings there are, in words, and where to read what they mean."""

import pytest

from generator.findings.finding import Finding, Place, SourceText
from generator.findings.rule import codes, rule
from generator.findings.summary import MOST_CODES, counts, read_more, summary

PLACE = Place(SourceText("a.yaml"))
ERROR, WARNING = Finding("F01", PLACE), Finding("L02", PLACE)


@pytest.mark.parametrize(
    ("findings", "silenced", "english", "indonesian"),
    [
        ([], 0, "0 errors, 0 warnings", "0 kesalahan, 0 peringatan"),
        ([ERROR], 0, "1 error, 0 warnings", "1 kesalahan, 0 peringatan"),
        (
            [ERROR, WARNING, ERROR],
            2,
            "2 errors, 1 warning; 2 silenced",
            "2 kesalahan, 1 peringatan; 2 didiamkan",
        ),
    ],
)
def test_findings_are_counted_by_severity(
    findings: list[Finding], silenced: int, english: str, indonesian: str
) -> None:
    assert summary(findings, silenced, "en") == english
    assert summary(findings, silenced, "id") == indonesian


def test_advice_is_told_where_there_is_some() -> None:
    advice = [code for code in codes() if rule(code).severity == "advice"]
    for code in advice[:1]:
        assert summary([Finding(code, PLACE)], 0, "en") == "0 errors, 0 warnings, 1 piece of advice"
        assert summary([Finding(code, PLACE)] * 2, 0, "id") == "0 kesalahan, 0 peringatan, 2 saran"


def test_every_severity_is_counted_even_where_there_is_none() -> None:
    assert counts([WARNING]) == {"error": 0, "warning": 1, "advice": 0}


def test_the_codes_to_read_about_are_those_that_were_told_each_once() -> None:
    assert read_more([ERROR, WARNING, ERROR], "en") == "Why, and how to mend it: ./tangguh explain F01 L02"
    assert read_more([ERROR], "id").endswith("./tangguh explain F01")
    assert read_more([], "en") == ""
    many = [Finding(code, PLACE) for code in codes()]
    assert len(read_more(many, "en").split("explain ")[1].split()) == MOST_CODES
