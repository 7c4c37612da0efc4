"""A local file laid over the course's: what is changed, added and moved, and what does not fit."""

from generator.findings.finding import Finding
from generator.model.contact import ContactsFile
from generator.model.part import Part
from generator.model.reference import ReferencesFile
from generator.model.session import Session
from generator.model.worksheet import Worksheet
from generator.reading.local.changes import Changed, lay_local_over
from generator.reading.tree import Mapping, Node, Sequence, to_data
from generator.reading.yaml_file import parse_yaml

SHEET = """\
type: worksheet
title: Peta
purpose: Melihat.
blocks:
  - kind: text
    slug: lead
    text: Satu.
  - kind: prompts
    slug: asking
    prompts:
      - {slug: who, text: Siapa?}
      - {slug: when, text: Kapan?}
"""


def tree(text: str, name: str) -> Node:
    read = parse_yaml(text.encode(), name)
    assert read.tree is not None, read.findings
    return read.tree


def laid(local: str, course: str = SHEET, part: type[Part] = Worksheet) -> Changed:
    return lay_local_over(tree(course, "course"), tree(local, "own"), part)


def told(findings: list[Finding]) -> list[str]:
    return [f"{f.place.source.path}:{f.place.line}:{f.place.column} {f.code}" for f in findings]


def slugs(changed: Changed) -> list[str]:
    return [block["slug"] for block in to_data(changed.tree)["blocks"]]


def test_a_key_is_changed_and_the_others_stay() -> None:
    changed = laid("title: Peta kita\n")
    assert to_data(changed.tree) == to_data(tree(SHEET, "")) | {"title": "Peta kita"}
    assert [change.path for change in changed.changes] == [("title",)]


def test_what_was_not_changed_still_stands_in_the_course_and_what_was_in_the_local_file() -> None:
    changed = laid("title: Peta kita\n").tree
    assert isinstance(changed, Mapping)
    assert changed.entries["title"].value.place.source.path == "own"
    assert changed.entries["title"].key.source.path == "own"
    assert changed.entries["purpose"].value.place.source.path == "course"


def test_an_entry_is_changed_by_its_slug_however_deep_it_stands() -> None:
    changed = laid("blocks:\n  - slug: asking\n    prompts:\n      - {slug: when, text: Pukul berapa?}\n")
    data = to_data(changed.tree)["blocks"][1]["prompts"]
    assert [prompt["text"] for prompt in data] == ["Siapa?", "Pukul berapa?"]
    assert [change.path for change in changed.changes] == [("blocks", "asking", "prompts", "when", "text")]


def test_references_are_told_apart_by_their_id() -> None:
    course = "references:\n  - {id: a-2000, type: book, title: A}\n  - {id: b-2001, type: book, title: B}\n"
    local = "references:\n  - {id: b-2001, title: C}\n  - {id: d-2002, type: book, title: D}\n"
    data = to_data(laid(local, course, ReferencesFile).tree)["references"]
    assert [work["title"] for work in data] == ["A", "C", "D"]


def test_a_list_without_slugs_is_replaced_whole() -> None:
    course = "title: S\nkey_messages: [satu, dua, tiga]\n"
    changed = laid("key_messages: [empat]\n", course, Session)
    assert to_data(changed.tree)["key_messages"] == ("empat",)


def test_the_same_text_again_is_no_change() -> None:
    changed = laid("title: Peta\nblocks:\n  - {slug: lead, text: Satu.}\n")
    assert to_data(changed.tree) == to_data(tree(SHEET, ""))
    assert not changed.changes


def test_a_new_entry_stands_at_the_end_or_where_it_says() -> None:
    new = "blocks:\n  - {kind: text, slug: more, text: Lagi.}\n"
    assert slugs(laid(new)) == ["lead", "asking", "more"]
    after = "blocks:\n  - {kind: text, slug: more, text: Lagi., after: lead}\n"
    changed = laid(after)
    assert slugs(changed) == ["lead", "more", "asking"]
    assert "after" not in to_data(changed.tree)["blocks"][1]


def test_an_entry_of_the_course_may_be_moved() -> None:
    assert slugs(laid("blocks:\n  - {slug: lead, after: asking}\n")) == ["asking", "lead"]


def test_an_entry_behind_one_that_is_not_there_is_told() -> None:
    changed = laid("blocks:\n  - {kind: text, slug: more, text: Lagi., after: leed}\n")
    assert told(changed.findings) == ["own:2:50 R01"]
    assert changed.findings[0].nearest == "lead"


def test_another_kind_of_part_takes_the_place_of_the_whole_part() -> None:
    changed = laid("blocks:\n  - {slug: asking, kind: text, text: Tanya.}\n")
    assert to_data(changed.tree)["blocks"][1] == {"slug": "asking", "kind": "text", "text": "Tanya."}


def test_an_entry_that_can_be_neither_changed_nor_added_is_told_with_the_nearest_slug() -> None:
    changed = laid("title: Peta kita\nblocks:\n  - {slug: leed, text: Dua.}\n")
    assert told(changed.findings) == ["own:3:12 O01"]
    finding = changed.findings[0]
    assert finding.facts == {"slug": "leed", "missing": "kind"}
    assert finding.nearest == "lead"
    assert slugs(changed) == ["lead", "asking"]


def test_an_addition_that_lacks_keys_is_told_with_them() -> None:
    course = "contacts: []\n"
    changed = laid("contacts:\n  - {slug: near, name: Dekat}\n", course, ContactsFile)
    missing = changed.findings[0].facts["missing"]
    assert missing == "confidence, dial, source, use_for"


def test_an_entry_without_a_slug_and_one_that_is_repeated_are_told() -> None:
    changed = laid("blocks:\n  - text: Dua.\n  - {slug: lead, text: A.}\n  - {slug: lead, text: B.}\n")
    assert told(changed.findings) == ["own:2:5 F02", "own:4:12 F10"]
    assert to_data(changed.tree)["blocks"][0]["text"] == "A."


def test_what_is_no_list_takes_the_lists_place_for_validation_to_tell() -> None:
    changed = laid("blocks: nanti\n")
    assert to_data(changed.tree)["blocks"] == "nanti"
    entries = laid("blocks: [nanti]\n").tree
    assert isinstance(entries, Mapping)
    blocks = entries.get("blocks")
    assert isinstance(blocks, Sequence)
    assert to_data(blocks.items[-1]) == "nanti"
