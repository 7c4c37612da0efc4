"""Translations are edited where they stand: every other byte of the file stays."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model import layout
from generator.model.session import Session
from generator.reading.loading import Curriculum, load_course
from generator.reading.overlay import Steps, lay_over
from generator.reading.tree import Node
from generator.reading.yaml_file import parse_yaml
from generator.translating.application import is_readable
from generator.translating.overlay_file import edited, new_file

SESSION = """\
title: Sesi
minutes: 5
materials: [kertas, pena]
activities:
  - kind: opening
    slug: opening
    title: Pembukaan
    minutes: 5
    steps:
      - do: Sambut.
        say: Halo.
      - say: |
          Satu.

          Dua.
  - kind: closing
    slug: closing
    title: Penutup
    steps:
      - say: Sampai jumpa.
"""
TRANSLATION = """\
# schema
title: "Session"  # a remark

materials: [paper, pen]
activities:
  # out of order
  - slug: closing
    title: Closing
  - slug: opening
    steps:
      - do: Greet.   # not too loud
      - say: |  # read aloud
          One.

          Two.
"""


def tree(text: str) -> Node:
    read = parse_yaml(text.encode(), "x.yaml")
    assert read.tree is not None, [(f.code, dict(f.facts)) for f in read.findings]
    assert not read.findings, [(f.code, f.place.line) for f in read.findings]
    return read.tree


def texts_of(source: str, translation: str) -> dict[Steps, str]:
    laid = lay_over(tree(source), tree(translation), Session, "en")
    assert {finding.code for finding in laid.findings} <= {"L02"}
    return {pair.steps: pair.translated_text for pair in laid.pairs if pair.translated_text is not None}


def changed(changes: dict[Steps, str], text: str = TRANSLATION) -> str:
    texts = texts_of(SESSION, text) | changes
    result = edited(text, tree(SESSION), texts, frozenset(changes))
    assert texts_of(SESSION, result) == texts
    return result


def lines_that_differ(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.split("\n"), after.split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_without_changes_every_byte_stays() -> None:
    assert changed({}) == TRANSLATION


def test_a_text_keeps_its_quotes_and_the_remark_beside_it() -> None:
    assert lines_that_differ(TRANSLATION, changed({("title",): "The session"})) == (
        ['title: "Session"  # a remark'],
        ['title: "The session"  # a remark'],
    )


def test_a_block_keeps_the_remark_beside_its_mark() -> None:
    opening: Steps = ("activities", "opening", "steps", 1, "say")
    result = changed({opening: "One.\n\nThree.\n"})
    assert lines_that_differ(TRANSLATION, result) == (["          Two."], ["          Three."])


def test_a_line_that_becomes_a_block_takes_its_remark_along() -> None:
    result = changed({("activities", "opening", "steps", 0, "do"): "Greet.\n\nSmile.\n"})
    assert "      - do: |  # not too loud\n          Greet.\n\n          Smile.\n" in result


def test_new_texts_stand_in_the_sources_order() -> None:
    say: Steps = ("activities", "opening", "steps", 0, "say")
    result = changed({say: "Hello.", ("activities", "opening", "title"): "Opening"})
    assert "  - slug: opening\n    title: Opening\n    steps:\n" in result
    assert "      - do: Greet.   # not too loud\n        say: Hello.\n" in result


def test_a_new_list_stands_below_what_comes_before_it() -> None:
    result = changed({("activities", "closing", "steps", 0, "say"): "See you."})
    assert "    title: Closing\n    steps:\n      - say: See you.\n  - slug: opening\n" in result


def test_brackets_stay_where_a_text_in_them_changes() -> None:
    assert "materials: [paper, a red pen]\n" in changed({("materials", 1): "a red pen"})
    assert 'materials: [paper, "pen, ink"]\n' in changed({("materials", 1): "pen, ink"})


def test_line_breaks_of_another_system_stay() -> None:
    windows = TRANSLATION.replace("\n", "\r\n")
    result = changed({("activities", "closing", "steps", 0, "say"): "See\nyou.\n"}, windows)
    assert result.count("\n") == result.count("\r\n")


def test_what_only_holds_a_place_is_filled() -> None:
    text = "materials:\n  -\n  - pen\nactivities:\n  - slug: opening\n    steps:\n      - {}\n      -\n"
    result = changed({("materials", 0): "paper", ("activities", "opening", "steps", 1, "say"): "One."}, text)
    assert result.startswith("materials:\n  - paper\n  - pen\n")
    assert result.endswith("      - {}\n      - say: One.\n")


def test_a_new_file_holds_places_where_entries_are_matched_by_position() -> None:
    texts: dict[Steps, str] = {
        ("materials", 1): "pen",
        ("activities", "opening", "steps", 1, "say"): "One.\n\nTwo.\n",
    }
    assert new_file(tree(SESSION), texts, "# head\n") == (
        "# head\nmaterials:\n  -\n  - pen\nactivities:\n  - slug: opening\n    steps:\n      - {}\n"
        "      - say: |\n          One.\n\n          Two.\n"
    )


@pytest.mark.parametrize(
    "text", ["yes", "12:30", "2026-11-01", "1.5", "null", "# x", "a: b", "- a", "@x", "[a]"]
)
def test_what_another_reader_might_misread_is_quoted(text: str) -> None:
    assert f'title: "{text}"  # a remark' in changed({("title",): text})
    assert f'title: "{text}"\n' in new_file(tree(SESSION), {("title",): text})


def test_every_file_of_the_real_course_stays_as_it_is_and_can_be_written_anew(curriculum: Path) -> None:
    course = Curriculum(curriculum)
    same = 0
    pairs = {file: texts for file, texts in load_course(course, "en").pairs.items() if texts}
    for file, texts in pairs.items():
        source = course.read(file).tree
        assert source is not None
        raw = (curriculum / layout.translation_file(file, "en")).read_bytes().decode()
        said = {pair.steps: pair.translated_text or "" for pair in texts}
        assert edited(raw, source, said, frozenset()) == raw
        same += new_file(source, said) in raw
    assert same > len(pairs) / 2, "the course is written as the program writes"


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60).filter(
    lambda text: text.strip() and "\r" not in text and is_readable(text)
)
ALL = [pair.steps for pair in lay_over(tree(SESSION), None, Session, "en").pairs]


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(st.dictionaries(st.sampled_from(ALL), TEXT, min_size=1), st.data())
def test_any_texts_can_be_written_and_changed(texts: dict[Steps, str], data: st.DataObject) -> None:
    written = new_file(tree(SESSION), texts)
    assert texts_of(SESSION, written) == texts
    changes = data.draw(st.dictionaries(st.sampled_from(ALL), TEXT))
    result = edited(written, tree(SESSION), texts | changes, frozenset(changes))
    assert texts_of(SESSION, result) == texts | changes


@given(st.dictionaries(st.sampled_from(ALL), TEXT))
def test_any_texts_can_be_written_into_a_file_with_remarks(changes: dict[Steps, str]) -> None:
    result = changed(changes)
    for remark in ("# schema\n", "# a remark\n", "# out of order\n", "# not too loud\n", "# read aloud\n"):
        assert remark in result
