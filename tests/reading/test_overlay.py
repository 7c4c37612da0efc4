"""Translations: laid over their source by slug and by position; what they lack falls back."""

import pytest

from generator.findings.finding import Finding
from generator.model.evaluation import Evaluation
from generator.model.glossary import GlossaryFile
from generator.model.part import Part
from generator.model.scale import ScalesFile
from generator.model.session import Session
from generator.model.worksheet import Worksheet
from generator.reading.overlay import Overlay, lay_over
from generator.reading.tree import Node, locate, to_data
from generator.reading.yaml_file import parse_yaml

GLOSSARY = """\
terms:
  - slug: laps
    headword: laps
    also: [tergelincir, khilaf]
    definition: Satu kejadian.
  - slug: relaps
    headword: relaps
    definition: Kembali.
"""


def tree(text: str, name: str) -> Node:
    read = parse_yaml(text.encode(), name)
    assert read.tree is not None
    return read.tree


def laid(translation: str | None, source: str = GLOSSARY, part: type[Part] = GlossaryFile) -> Overlay:
    other = tree(translation, "en.yaml") if translation else None
    return lay_over(tree(source, "id.yaml"), other, part, "en")


def told(finding: Finding) -> str:
    return f"{finding.place.source.path}:{finding.place.line}:{finding.place.column} {finding.code}"


def test_entries_with_slugs_are_matched_by_slug_whatever_their_order() -> None:
    overlay = laid(
        "terms:\n"
        "  - slug: relaps\n    headword: relapse\n    definition: To return.\n"
        "  - slug: laps\n    headword: lapse\n    also: [slip, fall]\n    definition: One event.\n"
    )
    assert overlay.findings == []
    assert [term["headword"] for term in to_data(overlay.tree)["terms"]] == ["lapse", "relapse"]


def test_texts_without_slugs_are_matched_by_position() -> None:
    overlay = laid("terms:\n  - slug: laps\n    also: [slip, fall]\n")
    assert to_data(overlay.tree)["terms"][0]["also"] == ("slip", "fall")


def test_entries_without_slugs_are_matched_by_position() -> None:
    source = "scales:\n  - slug: a\n    title: S\n    points: [{value: 1, label: Satu}, {value: 2}]\n"
    overlay = laid("scales:\n  - slug: a\n    title: T\n    points: [{label: One}, {}]\n", source, ScalesFile)
    assert overlay.findings == []
    assert to_data(overlay.tree)["scales"][0]["points"] == ({"value": 1, "label": "One"}, {"value": 2})


def test_a_text_without_translation_stays_in_the_source_language_and_is_told() -> None:
    overlay = laid(
        "terms:\n"
        "  - slug: laps\n    headword: lapse\n    also: [slip, fall]\n    definition: One event.\n"
        "  - slug: relaps\n    headword: relapse\n"
    )
    assert to_data(overlay.tree)["terms"][1]["definition"] == "Kembali."
    assert overlay.untranslated == {"Kembali."}
    assert [told(finding) for finding in overlay.findings] == ["id.yaml:8:17 L02"]


def test_without_a_file_every_text_is_untranslated() -> None:
    overlay = laid(None)
    assert to_data(overlay.tree) == to_data(tree(GLOSSARY, "id.yaml"))
    assert overlay.untranslated == {"laps", "tergelincir", "khilaf", "Satu kejadian.", "relaps", "Kembali."}


def test_a_translated_text_stands_in_the_translations_file() -> None:
    overlay = laid("terms:\n  - slug: laps\n    headword: lapse\n")
    place = locate(overlay.tree, ("terms", 0, "headword"))
    assert (place.source.path, place.line, place.column) == ("en.yaml", 3, 15)


SESSION = """\
title: Sesi
minutes: 5
activities:
  - kind: input
    slug: bacaan
    title: Bacaan
    optional: true
    reading: Teks.
"""


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        ("title: T\nminutes: 5\n", ["en.yaml:2:1 L03"]),
        ("title: T\nactivities:\n  - slug: bacaan\n    kind: input\n    title: R\n", ["en.yaml:4:5 L03"]),
        ("title: T\nactivities:\n  - slug: bacaan\n    optional: true\n    title: R\n", ["en.yaml:4:5 L03"]),
        ("title: T\nactivities:\n  - slug: bacan\n    title: R\n", ["en.yaml:3:11 L05"]),
        ("title: T\nactivities:\n  - title: R\n", ["en.yaml:3:5 L05"]),
        ("title: T\nsummary: S\nnotes: []\n", ["en.yaml:3:1 L07"]),
        ("titel: T\n", ["en.yaml:1:1 F01"]),
        ("title: 3\n", ["en.yaml:1:8 F05"]),
        ("title: [T]\n", ["en.yaml:1:8 F05"]),
        ("title: T\nactivities: R\n", ["en.yaml:2:13 F05"]),
        ("- title: T\n", ["en.yaml:1:1 F05"]),
    ],
)
def test_what_no_translation_may_say_is_told_where_it_stands(translation: str, expected: list[str]) -> None:
    overlay = laid(translation, SESSION, Session)
    assert [told(finding) for finding in overlay.findings if finding.code != "L02"] == expected


def test_a_translation_changes_no_value_that_is_not_text() -> None:
    overlay = laid("title: T\nminutes: 90\n", SESSION, Session)
    assert to_data(overlay.tree)["minutes"] == 5


def test_a_list_of_another_length_is_told_once_and_the_rest_falls_back() -> None:
    overlay = laid("terms:\n  - slug: laps\n    headword: l\n    also: [slip]\n    definition: D\n")
    assert [told(f) for f in overlay.findings if f.place.source.path == "en.yaml"] == ["en.yaml:4:11 L04"]
    assert to_data(overlay.tree)["terms"][0]["also"] == ("slip", "khilaf")
    assert "khilaf" in overlay.untranslated
    assert not [f for f in overlay.findings if f.code == "L02" and f.place.line == 4]


def test_an_unknown_slug_is_told_with_the_nearest_one_and_nothing_else() -> None:
    overlay = laid("terms:\n  - slug: lapse\n    headword: lapse\n")
    assert [told(finding) for finding in overlay.findings] == ["en.yaml:2:11 L05"]
    assert overlay.findings[0].nearest == "laps"
    assert "laps" in overlay.untranslated


def test_a_slug_that_stands_twice_in_a_translation_is_told() -> None:
    overlay = laid("terms:\n  - slug: laps\n    headword: a\n  - slug: laps\n    headword: b\n")
    assert "en.yaml:4:11 F10" in [told(finding) for finding in overlay.findings]


def test_another_slug_of_a_part_that_stands_alone_is_told() -> None:
    source = "type: handout\ntitle: K\nblocks: []\n"
    assert [told(f) for f in laid("title: C\nslug: x\n", source, Worksheet).findings] == ["en.yaml:2:1 L07"]
    form = "evaluation_form:\n  slug: pendapat\n  title: P\n"
    overlay = laid("evaluation_form:\n  slug: opinion\n  title: O\n", form, Evaluation)
    assert [told(finding) for finding in overlay.findings] == ["en.yaml:2:9 L05"]


def test_what_is_misspelt_or_missing_in_the_source_is_not_told_of_its_translation() -> None:
    misspelt = laid("title: T\nsummary: S\n", "title: Sesi\nsumary: R.\n", Session)
    assert misspelt.findings == []
    missing = laid("title: T\nsummary: S\n", "title: Sesi\n", Session)
    assert missing.findings == []


def test_of_a_part_of_unknown_kind_nothing_is_told() -> None:
    source = "activities:\n  - kind: inptu\n    slug: a\n    reading: T\n"
    assert laid("activities:\n  - slug: a\n    readin: R\n", source, Session).findings == []


def test_nothing_in_the_place_of_a_text_means_that_it_is_not_yet_translated() -> None:
    overlay = laid(
        "terms:\n"
        "  - slug: laps\n    headword:\n    also: [~, slip]\n    definition: null\n"
        "  - slug: relaps\n    headword: relapse\n    definition: Return.\n"
    )
    assert {finding.code for finding in overlay.findings} == {"L02"}
    assert overlay.untranslated == {"laps", "tergelincir", "Satu kejadian."}
    assert to_data(overlay.tree)["terms"][0]["also"] == ("tergelincir", "slip")


def test_a_text_is_named_by_slugs_and_by_positions() -> None:
    overlay = laid("terms:\n  - slug: relaps\n    headword: relapse\n")
    assert {pair.key: pair.translated_text for pair in overlay.pairs} == {
        "terms/laps/headword": None,
        "terms/laps/also/0": None,
        "terms/laps/also/1": None,
        "terms/laps/definition": None,
        "terms/relaps/headword": "relapse",
        "terms/relaps/definition": None,
    }


def test_in_a_list_of_another_length_nobody_knows_what_belongs_to_what() -> None:
    overlay = laid("terms:\n  - slug: laps\n    headword: l\n    also: [slip]\n    definition: D\n")
    assert {pair.key for pair in overlay.pairs if not pair.aligned} == {
        "terms/laps/also/0",
        "terms/laps/also/1",
    }


def test_a_missing_safety_text_is_told_as_one() -> None:
    sheet = "type: handout\ntitle: Kartu\nsafety: true\nblocks: []\n"
    overlay = laid("purpose: P\n", sheet.replace("blocks", "purpose: Untuk\nblocks"), Worksheet)
    assert [told(finding) for finding in overlay.findings] == ["id.yaml:2:8 S07"]
    assert all(pair.safety for pair in overlay.pairs)
