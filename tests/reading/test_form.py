"""A file's form: each fault has its place, the words that were possible, and nothing besides."""

import pytest

from generator.findings.finding import Finding
from generator.findings.message import message
from generator.model.course import CourseFile
from generator.model.module import ModuleFile
from generator.model.part import Part
from generator.model.reference import ReferencesFile
from generator.model.session import Session
from generator.model.worksheet import Worksheet
from generator.reading.form import validate
from generator.reading.yaml_file import parse_yaml

ACTIVITY_KINDS = (
    "opening", "check-in", "home-practice-review", "input", "discussion", "exercise", "role-play",
    "demonstration", "practice", "reflection", "break", "closing",
)  # fmt: skip

SESSION = """\
title: Sesi
summary: Ringkas.
minutes: 5
objectives: [tujuan]
materials: [Kertas.]
preparation: [Baca.]
key_messages: [Bisa.]
activities:
  - kind: input
    slug: bacaan
    title: Bacaan
    minutes: 5
    reading: Teks.
    steps:
      - do: Baca.
"""
"""A session with nothing wrong; its activity begins in line 9."""


def faults(text: str, part: type[Part] = Session, slug: str | None = "sesi") -> list[Finding]:
    file = parse_yaml(text.encode(), "a.yaml")
    assert [finding.code for finding in file.findings if finding.code != "Y21"] == []
    assert file.tree is not None
    return validate(file.tree, part, slug).findings


def fault(old: str, new: str) -> Finding:
    """The only finding of the session above with one change."""
    assert SESSION.count(old) == 1
    findings = faults(SESSION.replace(old, new))
    assert len(findings) == 1, [message(finding, "en") for finding in findings]
    return findings[0]


def told(finding: Finding) -> str:
    return f"a.yaml:{finding.place.line}:{finding.place.column} {finding.code}"


def test_the_session_of_these_tests_has_no_fault() -> None:
    assert faults(SESSION) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("title: Sesi", "titel: Sesi", "1:1 F01", id="an unknown key"),
        pytest.param(
            "      - do: Baca.", "      - doo: Baca.\n        say: Hai.", "15:9 F01", id="one deep down"
        ),
        pytest.param("summary: Ringkas.\n", "", "1:1 F02", id="a missing key"),
        pytest.param("    title: Bacaan\n", "", "9:5 F02", id="one that an activity lacks"),
        pytest.param("  - kind: input\n    slug", "  - slug", "9:5 F02", id="an activity without kind"),
        pytest.param("kind: input", "kind: inputs", "9:11 F03", id="an unknown kind"),
        pytest.param("summary: Ringkas.", "summary: 1.10", "2:10 F05", id="a number for a text"),
        pytest.param("summary: Ringkas.", "summary: true", "2:10 F05", id="true for a text"),
        pytest.param("summary: Ringkas.", "summary: [Ringkas.]", "2:10 F05", id="a list for a text"),
        pytest.param("summary: Ringkas.", "summary:", "2:9 F05", id="nothing for a text"),
        pytest.param("kind: input", "kind: [input]", "9:11 F05", id="a list for a kind"),
        pytest.param("materials: [Kertas.]", "materials: Kertas.", "5:12 F05", id="a text for a list"),
        pytest.param("      - do: Baca.", "      - Baca.", "15:9 F05", id="a text for keys and values"),
        pytest.param("minutes: 5\nobj", 'minutes: "10"\nobj', "3:10 F05", id="a number in quotes"),
        pytest.param("minutes: 5\nobj", "minutes: 5.0\nobj", "3:10 F05", id="a broken number"),
        pytest.param(
            "    minutes: 5\n", "    minutes: 5\n    optional: yes\n", "13:15 F05", id="yes for true"
        ),
        pytest.param("title: Sesi", "title: |\n  Sesi", "1:8 F06", id="several lines for a title"),
        pytest.param("title: Sesi", "title: ' Sesi'", "1:8 F06", id="a space in front"),
        pytest.param("summary: Ringkas.", "summary: ' '", "2:10 F06", id="an empty text"),
        pytest.param("slug: bacaan", "slug: Bacaan Satu", "10:11 F06", id="a slug that is none"),
        pytest.param("minutes: 5\nobj", "minutes: 0\nobj", "3:10 F07", id="too small a number"),
        pytest.param("minutes: 5\nobj", "minutes: 601\nobj", "3:10 F07", id="too large a number"),
        pytest.param("materials: [Kertas.]", "materials: []", "5:12 F08", id="too short a list"),
        pytest.param("      - do: Baca.", "      - do:", "15:9 F09", id="a step that says nothing"),
        pytest.param("objectives: [tujuan]", "objectives: [tujuan, tujuan]", "4:22 F10", id="a slug twice"),
        pytest.param("title: Sesi", f"title: {'a' * 401}", "1:8 F11", id="too long a text"),
        pytest.param(
            "title: Sesi", "slug: sesi\ntitle: Sesi", "1:1 F12", id="a slug that the file's name gives"
        ),
    ],
)
def test_each_fault_is_told_once_at_its_line_and_column(old: str, new: str, expected: str) -> None:
    assert told(fault(old, new)) == f"a.yaml:{expected}"


def test_a_value_that_is_none_of_the_possible_ones_is_told_with_them() -> None:
    text = "references:\n  - id: a\n    type: bok\n    title: T\n"
    (finding,) = faults(text, ReferencesFile, None)
    assert told(finding) == "a.yaml:3:11 F04"
    assert finding.nearest == "book"
    assert "report" in finding.allowed


def test_an_unknown_key_is_told_with_the_nearest_and_all_possible_keys() -> None:
    finding = fault("      - do: Baca.", "      - do: Baca.\n        sai: Hai.")
    assert finding.nearest == "say"
    assert finding.allowed == ("do", "say", "write", "expect")


def test_the_slug_that_the_files_name_gives_is_not_offered() -> None:
    assert "slug" not in fault("title: Sesi", "judul: A\ntitle: Sesi").allowed


def test_an_unknown_kind_is_told_with_the_nearest_and_all_kinds() -> None:
    finding = fault("kind: input", "kind: rol-play")
    assert finding.nearest == "role-play"
    assert finding.allowed == ACTIVITY_KINDS


def test_a_missing_kind_is_told_with_all_kinds() -> None:
    finding = fault("  - kind: input\n    slug", "  - slug")
    assert finding.facts == {"key": "kind"}
    assert finding.allowed == ACTIVITY_KINDS


def test_an_activity_is_held_to_its_own_kinds_fields_alone() -> None:
    finding = fault("    reading: Teks.\n", "")
    assert finding.facts == {"key": "reading"}
    finding = fault("    reading: Teks.\n", "    reading: Teks.\n    questions: [Apa?]\n")
    assert finding.code == "F01"
    assert "reading" in finding.allowed
    assert not {"questions", "purpose", "debrief", "scene"} & set(finding.allowed)


def test_of_a_kind_that_the_keys_do_not_fit_nothing_else_is_told() -> None:
    findings = faults(SESSION.replace("kind: input", "kind: rol-play").replace("title: Bacaan", "title: 3"))
    assert [finding.code for finding in findings] == ["F03"]


def test_of_a_misspelt_kind_that_the_keys_fit_the_faults_are_told() -> None:
    findings = faults(SESSION.replace("kind: input", "kind: inptu").replace("title: Bacaan", "titel: 3"))
    assert sorted(told(finding) for finding in findings) == [
        "a.yaml:11:12 F05",
        "a.yaml:11:5 F01",
        "a.yaml:9:11 F03",
    ]


def test_below_a_misspelt_key_the_faults_are_told() -> None:
    text = SESSION.replace("activities:", "activitis:").replace("title: Bacaan", "titel: Bacaan")
    text = text.replace("- do: Baca.", "- do: 3")
    assert sorted(told(finding) for finding in faults(text)) == [
        "a.yaml:11:5 F01",
        "a.yaml:15:13 F05",
        "a.yaml:8:1 F01",
    ]


def test_a_misspelt_key_is_not_told_as_missing_besides() -> None:
    assert fault("    reading: Teks.", "    readin: Teks.").nearest == "reading"


def test_a_faulty_entry_does_not_make_its_list_too_short() -> None:
    assert fault("- do: Baca.", "- do: 3").code == "F05"


def test_every_fault_of_a_file_is_told_in_one_run() -> None:
    text = SESSION.replace("minutes: 5\nobj", "minutes: 0\nobj").replace("summary: Ringkas.\n", "")
    text = text.replace("title: Bacaan", "title: 3").replace("reading: Teks.", "reading: Teks.\n    extra: x")
    assert sorted(told(finding) for finding in faults(text)) == [
        "a.yaml:10:12 F05",
        "a.yaml:13:5 F01",
        "a.yaml:1:1 F02",
        "a.yaml:2:10 F07",
    ]


def test_a_file_that_holds_a_list_or_a_text_is_not_a_session() -> None:
    assert [told(finding) for finding in faults("- a\n")] == ["a.yaml:1:1 F05"]
    assert [told(finding) for finding in faults("a\n")] == ["a.yaml:1:1 F05"]


def test_slugs_that_stand_twice_are_told_in_every_list_of_slugs() -> None:
    course = faults("languages: [id, id]\nmodules: [a, a]\nprogrammes: [b, c, b]\n", CourseFile, None)
    assert [told(f) for f in course if f.code == "F10"] == [
        "a.yaml:1:17 F10",
        "a.yaml:2:14 F10",
        "a.yaml:3:20 F10",
    ]
    module = faults("sessions: [a, a]\nworksheets: [b, b]\n", ModuleFile, None)
    assert [told(f) for f in module if f.code == "F10"] == ["a.yaml:1:15 F10", "a.yaml:2:17 F10"]


def test_a_file_with_a_fault_is_no_part() -> None:
    tree = parse_yaml(SESSION.replace("minutes: 5\nobj", "minutes: 0\nobj").encode(), "a.yaml").tree
    assert tree is not None
    assert validate(tree, Session, "sesi").part is None


def test_a_sound_file_is_a_part_with_the_slug_of_its_name() -> None:
    tree = parse_yaml(SESSION.encode(), "a.yaml").tree
    assert tree is not None
    part = validate(tree, Session, "sesi").part
    assert part is not None
    assert part.slug == "sesi"
    assert part.activities[0].kind == "input"


@pytest.mark.parametrize("value", ["3", "[1]", "{a: 1}", "true", "null", "2.5", "'x'", "''"])
@pytest.mark.parametrize("key", ["type", "title", "purpose", "instructions", "safety", "blocks", "extra"])
def test_any_value_under_any_key_of_a_worksheet_gives_findings_with_a_message(key: str, value: str) -> None:
    for finding in faults(f"{key}: {value}\n", Worksheet, "a"):
        assert message(finding, "id")
        assert message(finding, "en")
