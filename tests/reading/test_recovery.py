"""A fault of syntax is told where it is, hides nothing else, and makes nothing else seem wrong."""

import random
import statistics
from pathlib import Path

import pytest

from generator.findings.finding import SourceText
from generator.reading.recovery import MOST_CUTS, read_with_cuts
from generator.reading.tree import UNKNOWN, Mapping, to_data
from generator.reading.yaml_file import parse_yaml
from tests.reading.planted import KEY, SYNTAX, findings_of, outside_texts, places, planted

SAMPLE = Path(__file__).parent.parent / "sample"
FILES = sorted(
    path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*.yaml") if "translations" not in path.parts
)
TRIES = 15
MOST_FOLLOWERS = 3


def read(text: str) -> tuple[str, object, list[str]]:
    """The text that was read in the end, what it says, and what was told."""
    readable = read_with_cuts(text, SourceText("a.yaml", tuple(text.split("\n"))))
    file = parse_yaml(text.encode(), "a.yaml")
    told = [f"{finding.place.line}:{finding.place.column} {finding.code}" for finding in file.findings]
    return readable.text, to_data(file.tree) if file.tree else None, told


@pytest.mark.parametrize("name", SYNTAX)
def test_a_fault_of_syntax_and_one_of_form_elsewhere_are_both_told(name: str) -> None:
    """At random places of the sample's files: a fault of this class, and elsewhere an unknown key."""
    fault, chance = SYNTAX[name], random.Random(name)
    texts = {file: (SAMPLE / file).read_text(encoding="utf-8") for file in FILES}
    followers = []
    while len(followers) < TRIES:
        file = chance.choice(FILES)
        lines = texts[file].split("\n")
        keys = outside_texts(texts[file])
        possible = [line for line in places(texts[file], fault, keys) if line and "kind:" not in lines[line]]
        if not possible:
            continue
        line = chance.choice(possible)
        other = chance.choice([key for key in keys if abs(key - line) > 1 and KEY.match(lines[key])])
        lines[other] = KEY.sub(r"\g<indent>xq\g<key>xq:\g<rest>", lines[other])
        alone = findings_of("\n".join(lines), file)
        both = planted("\n".join(lines), fault, line)
        more = both.count("\n") - texts[file].count("\n")
        told = [(finding.code, finding.place.line) for finding in findings_of(both, file)]
        own = [one for one in told if one[0] in fault.codes and one[1] == line + 1 + fault.below]
        assert len(own) == 1, (file, line + 1, told)
        unknown = ("F01", other + 1 + (more if other > line else 0))
        assert unknown in told, (file, line + 1, other + 1, told)
        followers.append(len(told) - len(own) - len(alone))
    assert statistics.median(followers) <= 1
    assert max(followers) <= MOST_FOLLOWERS


@pytest.mark.parametrize(
    ("text", "read_as", "said"),
    [
        pytest.param("a: b: c\nd: 1\n", "a: ~\nd: 1\n", {"a": UNKNOWN, "d": 1}, id="a key's value"),
        pytest.param("- a\n- @b\n- c\n", "- a\n- ~\n- c\n", ("a", UNKNOWN, "c"), id="a list's entry"),
        pytest.param(
            "- a: @b\n  c: 1\n", "- a: ~\n  c: 1\n", ({"a": UNKNOWN, "c": 1},), id="an entry's first key"
        ),
        pytest.param(
            "a: 'b\n  c\n  d\ne: 1\n",
            "a: ~\n\n\ne: 1\n",
            {"a": UNKNOWN, "e": 1},
            id="a text of several lines",
        ),
        pytest.param("a: [1,\n  @b\n]\nc: 1\n", "a: ~\n\n\nc: 1\n", {"a": UNKNOWN, "c": 1}, id="brackets"),
        pytest.param("a:1\nb: 2\n", "a: ~\nb: 2\n", {"a": UNKNOWN, "b": 2}, id="a key without a space"),
        pytest.param("a: 1\n b: 2\nc: 3\n", "a: 1\nb: 2\nc: 3\n", {"a": 1, "b": 2, "c": 3}, id="further in"),
        pytest.param("a: 1\n\tb: 2\n", "a: 1\nb: 2\n", {"a": 1, "b": 2}, id="a tab"),
        pytest.param("a: 1\nteks\nb: 2\n", "a: 1\n\nb: 2\n", {"a": 1, "b": 2}, id="a line without key"),
        pytest.param("a: *b\nc: &d 1\n", "a: ~ \nc:    1\n", {"a": UNKNOWN, "c": 1}, id="alias and anchor"),
    ],
)
def test_the_smallest_entry_is_cut_out_and_every_line_keeps_its_number(
    text: str, read_as: str, said: object
) -> None:
    assert read(text)[:2] == (read_as, said)


def test_a_value_that_could_not_be_read_is_there_and_not_known() -> None:
    tree = parse_yaml(b"title: a: b\nminutes: 3\n", "a.yaml").tree
    assert isinstance(tree, Mapping)
    assert list(tree.entries) == ["title", "minutes"]
    assert not tree.incomplete


def test_around_a_line_that_was_left_out_more_may_be_missing() -> None:
    tree = parse_yaml(b"a:\n  b: 1\n  teks\n  c: 2\nd:\n  e: 1\n", "a.yaml").tree
    assert isinstance(tree, Mapping)
    assert (
        tree.incomplete,
        [getattr(entry.value, "incomplete", None) for entry in tree.entries.values()],
    ) == (
        True,
        [True, False],
    )


def test_every_fault_of_a_file_is_told_in_reading_order() -> None:
    text = "a: b: c\nd:5\ne: 'f\ng: [h\ni: @j\nk: 1\n\tl: 1\nm: **n**\n"
    assert read(text)[2] == ["1:5 Y16", "2:1 Y18", "3:4 Y19", "4:4 Y23", "5:4 Y17", "7:1 Y15", "8:4 Y04"]


def test_lines_that_are_all_indented_in_the_same_wrong_way_are_one_fault() -> None:
    assert read("a: 1\n\tb: 2\n\tc: 3\n\td: 4\ne: 5\n")[2] == ["2:1 Y15"]
    assert read("a: 1\n  b: 2\n  c: 3\ne: 5\n")[2] == ["2:3 Y20"]
    assert read("a: 1\n\tb: 2\nc: 3\n\td: 4\n")[2] == ["2:1 Y15", "4:1 Y15"]


def test_two_values_of_one_key_are_told_and_neither_is_believed() -> None:
    assert read("minutes: 5\nminutes: 6\n")[1:] == ({"minutes": UNKNOWN}, ["2:1 Y03"])
    assert read("minutes: 5\nminutes: 5\n")[1:] == ({"minutes": 5}, ["2:1 Y03"])


def test_a_file_full_of_faults_is_given_up_after_some() -> None:
    _, said, told = read("".join(f"k{number}: @x\n" for number in range(3 * MOST_CUTS)))
    assert said is None
    assert len(told) == MOST_CUTS + 1


def test_in_a_file_of_another_encoding_the_rest_is_read() -> None:
    file = parse_yaml("a: café\nb: 3\nc: d: e\n".encode("latin-1"), "a.yaml")
    assert [(finding.code, finding.place.line) for finding in file.findings] == [("Y02", 1), ("Y16", 3)]
    assert isinstance(file.tree, Mapping)
    assert list(file.tree.entries) == ["a", "b", "c"]


def test_a_control_character_hides_nothing() -> None:
    file = parse_yaml(b"a: x\x00y\nb: 3\nc: d\x07: e\n", "a.yaml")
    assert [(finding.code, finding.place.line) for finding in file.findings] == [("Y12", 1), ("Y12", 3)]
    assert file.tree is not None
