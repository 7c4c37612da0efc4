"""Findings as text for people: place, message, the source line and a caret under the fault."""

import re

import pytest

from generator.findings.finding import Finding, Place, SourceText, in_reading_order
from generator.findings.message import MOST_ALLOWED, message, severity
from generator.findings.report import LONGEST_LINE, report


def at(line: str, column: int, width: int = 1) -> Finding:
    return Finding("F01", Place(SourceText("a.yaml", ("x: 1", line)), 2, column, width), {"key": "k"})


def shown(finding: Finding) -> list[str]:
    return report([finding], "en").split("\n")


def marked(finding: Finding) -> str:
    """What stands above the carets in the excerpt."""
    _, source, carets = shown(finding)
    assert len(source.split("|")[0]) == len(carets.split("|")[0])
    return "".join(sign for sign, caret in zip(source, carets, strict=False) if caret == "^")


def test_a_report_names_place_severity_code_and_message() -> None:
    assert report([at("  titel: Sesi", 3, 5)], "en") == (
        "a.yaml:2:3: error[F01] the key `k` is not known here\n  2 |   titel: Sesi\n    |   ^^^^^"
    )


def test_a_report_is_in_the_language_asked_for() -> None:
    assert "tidak dikenal" in report([at("a", 1)], "id")
    assert report([at("a", 1)], "fr") == report([at("a", 1)], "en")


def test_findings_stand_one_after_the_other() -> None:
    assert report([], "en") == ""
    assert len(report([at("a", 1), at("b", 1)], "en").split("\n")) == 6


def test_the_caret_stands_under_the_fault() -> None:
    assert marked(at("a: “é” bcd: 1", 8, 3)) == "bcd"


def test_a_tab_before_the_fault_is_a_tab_before_the_caret() -> None:
    assert shown(at("\ta:\tbc", 5, 2))[1:] == ["  2 | \ta:\tbc", "    | \t  \t^^"]


def test_a_long_line_is_cut_around_the_fault() -> None:
    finding = at("x" * 1000 + "FAULT" + "y" * 1000, 1001, 5)
    assert marked(finding) == "FAULT"
    assert max(map(len, shown(finding)[1:])) <= LONGEST_LINE + 10


def test_a_fault_wider_than_the_excerpt_is_marked_to_its_end() -> None:
    assert set(marked(at("x" * 1000, 1, 1000))) == {"x"}


def test_control_characters_neither_move_the_caret_nor_reach_the_terminal() -> None:
    finding = at("a\x1b[31m\x00: FAULT", 10, 5)
    assert marked(finding) == "FAULT"
    assert "\x1b" not in report([finding], "en")


def test_control_characters_of_a_key_do_not_reach_the_message() -> None:
    finding = Finding("F01", Place(SourceText("a.yaml")), {"key": "a\nb\x1b[31m"})
    assert message(finding, "en").isprintable()


def test_a_windows_line_end_is_not_shown() -> None:
    assert shown(at("a: 1\r", 1))[1] == "  2 | a: 1"


@pytest.mark.parametrize("place", [Place(SourceText("a.yaml")), Place(SourceText("a.yaml", ("a",)), 7, 3)])
def test_where_there_is_no_line_there_is_no_excerpt(place: Place) -> None:
    assert len(shown(Finding("R03", place, {"file": "a.yaml"}))) == 1


def test_a_fault_behind_the_lines_end_has_its_caret_there() -> None:
    assert shown(at("abc", 9))[2].endswith("|    ^")


def test_a_message_offers_the_nearest_word_and_all_that_are_possible() -> None:
    finding = Finding("F01", Place(SourceText("a.yaml")), {"key": "titel"}, "titel", ("title", "minutes"))
    assert message(finding, "en").endswith("; did you mean `title`? Possible here: title, minutes")


def test_a_message_offers_no_list_that_nobody_reads() -> None:
    words = tuple(f"w{number}" for number in range(MOST_ALLOWED + 1))
    finding = Finding("F01", Place(SourceText("a.yaml")), {"key": "w"}, "zzz", words)
    assert message(finding, "en") == "the key `w` is not known here"


def test_a_word_like_none_has_no_nearest() -> None:
    assert Finding("F01", Place(SourceText("a")), {}, "xyz", ("title",)).nearest is None
    assert Finding("F01", Place(SourceText("a")), {}, "TITLE", ("title",)).nearest == "title"


def test_the_same_fault_met_again_is_told_once_and_all_stand_in_reading_order() -> None:
    first, second = at("a", 1), at("a", 3)
    other = Finding("F01", Place(SourceText("0.yaml"), 9, 9), {"key": "k"})
    assert in_reading_order([second, first, at("a", 1), other]) == [other, first, second]


def test_an_untranslated_text_is_a_warning_and_a_wrong_one_an_error() -> None:
    place = Place(SourceText("a"))
    assert severity(Finding("L02", place)) == "warning"
    assert severity(Finding("L03", place)) == "error"


def test_severities_are_told_in_the_readers_language() -> None:
    assert report([at("a", 1)], "id").startswith("a.yaml:2:1: kesalahan[F01] ")


def test_colour_changes_nothing_but_colour() -> None:
    findings = [at("  titel: Sesi", 3, 5), Finding("L02", Place(SourceText("a.yaml")), {"language": "en"})]
    coloured = report(findings, "en", colour=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == report(findings, "en")
    assert "\x1b[1;31m^^^^^\x1b[0m" in coloured
    assert "\x1b[" not in report(findings, "en")


def test_a_files_name_cannot_recolour_the_terminal() -> None:
    finding = Finding("F01", Place(SourceText("a\x1b[31m\n.yaml")), {"key": "k"})
    assert "\x1b" not in report([finding], "en")
    assert len(report([finding], "en").split("\n")) == 1
