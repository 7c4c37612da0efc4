"""Builds a tree from YAML's nodes, and collects what is not allowed in it."""

from dataclasses import replace
from typing import Any, Final

import yaml

from generator.findings.finding import Finding, Place, SourceText
from generator.reading.characters import HIDDEN, ODD_SPACE, UNWANTED, code_point
from generator.reading.recovery import Holes
from generator.reading.syntax import LOST_TEXT, ODD_VALUE, place_of
from generator.reading.tree import Entry, Mapping, Node, Scalar, Sequence, Unread
from generator.reading.yaml_types import YAML_TAG, read_otherwise

MAX_DIGITS: Final = 15
TEXT: Final = YAML_TAG + "str"
NO_TEXT: Final = YAML_TAG + "null"


class NodeBuilder:
    """Builds nodes; `findings` fill as it goes.

    Args:
        source: The file, for the places.
        holes: What a fault of syntax kept from being read.
    """

    def __init__(self, source: SourceText, holes: Holes) -> None:
        self.source = source
        self.holes = holes
        self.findings: list[Finding] = []

    def build(self, node: Any, is_root: bool = False) -> Node:
        place = self._place(node)
        if (node.start_mark.line, node.start_mark.column) in self.holes.values:
            return Unread(place)
        if isinstance(node, yaml.SequenceNode):
            items = tuple(self.build(item) for item in node.value)
            return Sequence(items, place, self._is_incomplete(node, is_root))
        if isinstance(node, yaml.MappingNode):
            entries, all_read = self._entries(node)
            return Mapping(entries, place, not all_read or self._is_incomplete(node, is_root))
        told = len(self.findings)
        self._lost_text(node)
        value = self._value(node, place)
        if len(self.findings) > told and (not isinstance(value, str) or ODD_VALUE.match(value)):
            return Unread(place)
        return Scalar(value, place, node.style or None, _last_line(node.end_mark))

    def _place(self, node: Any) -> Place:
        place = place_of(self.source, node.start_mark, node.end_mark)
        shift = self.holes.shifted.get(node.start_mark.line, 0)
        return replace(place, column=max(1, place.column - shift)) if shift else place

    def _is_incomplete(self, node: Any, is_root: bool) -> bool:
        first = 0 if is_root else node.start_mark.line
        return bool(self.holes.lines) and self.holes.between(first, node.end_mark.line)

    def _entries(self, node: yaml.MappingNode) -> tuple[dict[str, Entry], bool]:
        """The entries, and whether these are all of them."""
        entries: dict[str, Entry] = {}
        kept: dict[str, Any] = {}
        all_read = True
        ends = [*(key.start_mark for key, _ in node.value), node.end_mark][1:]
        for (key, value), after in zip(node.value, ends, strict=True):
            place = self._place(key)
            if not isinstance(key, yaml.ScalarNode) or key.tag != TEXT:
                self.findings.append(Finding("Y08", place))
                all_read = False
                continue
            name = self._key(key, place)
            if name in entries:
                if not self._is_hole(value) and key.start_mark.line not in self.holes.shifted:
                    facts: dict[str, str | int] = {"key": name, "line": entries[name].key.line}
                    self.findings.append(Finding("Y03", place, facts))
                if _differ(kept[name], value):
                    entries[name] = Entry(entries[name].key, Unread(entries[name].value.place))
                continue
            kept[name] = value
            emptied = _is_empty(value) and self.holes.between(key.start_mark.line, after.line)
            entries[name] = Entry(place, Unread(place) if emptied else self.build(value))
        return entries, all_read

    def _is_hole(self, node: Any) -> bool:
        return (node.start_mark.line, node.start_mark.column) in self.holes.values

    def _key(self, node: yaml.ScalarNode, place: Place) -> str:
        """A key as it was meant: without the characters that nobody sees."""
        name = str(node.value)
        odd = ODD_SPACE.search(name)
        if odd:
            column = place.column + (odd.start() if not node.style else 0)
            at = Place(self.source, place.line, column)
            self.findings.append(Finding("Y22", at, {"character": code_point(odd[0])}))
        self._escaped(node, place)
        if not node.style:
            self._read_otherwise(name, place)
        return HIDDEN.sub("", ODD_SPACE.sub(" ", name).strip() if odd else name)

    def _lost_text(self, node: yaml.ScalarNode) -> None:
        """Text that a number sign cut off, behind a text or where one was to stand."""
        end = node.end_mark
        if node.style or node.tag not in (TEXT, NO_TEXT) or node.value == "~":
            return
        lost = LOST_TEXT.match(self.source.line(end.line + 1), end.column)
        if lost:
            place = Place(self.source, end.line + 1, lost.start("comment") + 1, len(lost["comment"].rstrip()))
            self.findings.append(Finding("Y14", place, {"comment": lost["comment"].strip()[:40]}))

    def _value(self, node: yaml.ScalarNode, place: Place) -> str | int | float | bool | None:
        text = str(node.value)
        match node.tag.removeprefix(YAML_TAG):
            case "null":
                return None
            case "bool":
                return text == "true"
            case "int" | "float" if len(text) > MAX_DIGITS:
                self.findings.append(Finding("Y13", place, {"limit": MAX_DIGITS}))
                return 0
            case "int":
                return int(text)
            case "float":
                return float(text)
        self._escaped(node, place)
        if not node.style:
            self._read_otherwise(text, place)
            self._odd_space(text, place)
        return HIDDEN.sub("", text) if not text.isascii() else text

    def _escaped(self, node: yaml.ScalarNode, place: Place) -> None:
        """Characters that must not stand there, written as an escape."""
        if node.style != '"':
            return
        text = str(node.value)
        if unwanted := UNWANTED.search(text):
            self.findings.append(Finding("Y12", place, {"character": code_point(unwanted[0])}))
        lines = "".join(self.source.lines[node.start_mark.line : node.end_mark.line + 1])
        hidden = next((match[0] for match in HIDDEN.finditer(text) if match[0] not in lines), None)
        if hidden:
            self.findings.append(Finding("Y22", place, {"character": code_point(hidden)}))

    def _odd_space(self, text: str, place: Place) -> None:
        """A key whose value follows a space that is none, so that both are read as one text."""
        if odd := ODD_VALUE.match(text):
            at = Place(self.source, place.line, place.column + odd.start("space"))
            self.findings.append(Finding("Y22", at, {"character": code_point(odd["space"])}))

    def _read_otherwise(self, text: str, place: Place) -> None:
        if got := read_otherwise(text):
            self.findings.append(Finding("Y21", place, {"value": text, "got": got}))


def _is_empty(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value and not node.style


def _differ(one: Any, other: Any) -> bool:
    """Whether two values of one key are simple and not the same, so that nobody knows which is meant."""
    simple = isinstance(one, yaml.ScalarNode) and isinstance(other, yaml.ScalarNode)
    return simple and one.value != other.value


def _last_line(end: Any) -> int:
    """A block of text ends where the next line begins."""
    return int(end.line + (end.column > 0))
