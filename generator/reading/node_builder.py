"""Builds a tree from YAML's events, and collects what is not allowed in it."""

from dataclasses import replace
from typing import Any

import yaml

from generator.findings.finding import Finding, Place, SourceText
from generator.model.limits import MAX_DIGITS, MAX_ENTRIES
from generator.reading.characters import HIDDEN, ODD_SPACE, UNWANTED, code_point
from generator.reading.holes import Holes
from generator.reading.syntax import LOST_TEXT, ODD_VALUE, place_of
from generator.reading.tree import Entry, Mapping, Node, Scalar, Sequence, Unread
from generator.reading.yaml_types import kind_of, read_otherwise


class NodeBuilder:
    """Builds the nodes of one document; `findings` fill as it goes.

    Args:
        events: The document's events: values, starts and ends of collections.
        source: The file, for the places.
        holes: What a fault of syntax kept from being read.
    """

    def __init__(self, events: list[Any], source: SourceText, holes: Holes) -> None:
        self.events = iter(events)
        self.source = source
        self.holes = holes
        self.findings: list[Finding] = []

    def root(self) -> Node | None:
        """The document's tree; None where there is nothing in it."""
        event = next(self.events, None)
        return self._node(event, 0) if event else None

    def _node(self, event: Any, first_line: int | None = None) -> Node:
        """The node that starts with an event; what belongs to it is taken from the events."""
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, first_line)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, first_line)
        return Unread(self._place(event, event))

    def _sequence(self, start: Any, first_line: int | None) -> Node:
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event))
        place = self._place(start, event)
        if len(items) > MAX_ENTRIES:
            return self._too_many(len(items), place)
        return Sequence(tuple(items), place, self._is_incomplete(start, event, first_line))

    def _too_many(self, count: int, place: Place) -> Node:
        """More entries than anybody writes, of which none is looked at."""
        facts: dict[str, str | int] = {"bound": "at-most", "limit": str(MAX_ENTRIES), "count": count}
        self.findings.append(Finding("F08", place, facts))
        return Unread(place)

    def _mapping(self, start: Any, first_line: int | None) -> Node:
        entries: dict[str, Entry] = {}
        seen: dict[str, Any] = {}
        all_read = True
        last: tuple[str, Any] | None = None
        while not isinstance(key := next(self.events), yaml.MappingEndEvent):
            self._emptied(entries, last, key)
            last = None
            name = self._key(key)
            value = next(self.events)
            told = len(self.findings)
            if name is None:
                all_read = False
                self._node(value)
                del self.findings[told:]
            elif name in entries:
                self._repeated(entries, name, key, seen[name], value)
            else:
                seen[name] = value
                entries[name] = Entry(self._place(key, key), self._node(value))
                last = (name, value)
        self._emptied(entries, last, key)
        if len(entries) > MAX_ENTRIES:
            return self._too_many(len(entries), self._place(start, key))
        incomplete = not all_read or self._is_incomplete(start, key, first_line)
        return Mapping(entries, self._place(start, key), incomplete)

    def _emptied(self, entries: dict[str, Entry], last: tuple[str, Any] | None, after: Any) -> None:
        """A key under which all was left out has no known value, rather than none."""
        if not last or not self.holes.lines:
            return
        name, value = last
        line = entries[name].key.line - 1
        if _is_empty(value) and self.holes.between(line, after.start_mark.line):
            entries[name] = Entry(entries[name].key, Unread(entries[name].key))

    def _repeated(self, entries: dict[str, Entry], name: str, key: Any, first: Any, value: Any) -> None:
        """A key that stands twice: it is told, and of two simple values neither is believed."""
        told = len(self.findings)
        self._node(value)
        del self.findings[told:]
        if not self._is_hole(value) and key.start_mark.line not in self.holes.shifted:
            facts: dict[str, str | int] = {"key": name, "line": entries[name].key.line}
            self.findings.append(Finding("Y03", self._place(key, key), facts))
        if _differ(first, value):
            entries[name] = Entry(entries[name].key, Unread(entries[name].value.place))

    def _key(self, event: Any) -> str | None:
        """A key as it was meant, without the characters that nobody sees; None where it is no text."""
        if not isinstance(event, yaml.ScalarEvent):
            told = len(self.findings)
            key = self._node(event)
            self.findings[told:] = [Finding("Y08", key.place)]
            return None
        place = self._place(event, event)
        name = str(event.value)
        if not event.style and kind_of(name) != "text":
            self.findings.append(Finding("Y08", place))
            return None
        odd = None if name.isascii() else ODD_SPACE.search(name)
        if odd:
            column = place.column + (odd.start() if not event.style else 0)
            at = Place(self.source, place.line, column)
            self.findings.append(Finding("Y22", at, {"character": code_point(odd[0])}))
        if event.style == '"':
            self._escaped(event, place)
        elif not event.style:
            self._read_otherwise(name, place)
        if name.isascii():
            return name
        return HIDDEN.sub("", ODD_SPACE.sub(" ", name).strip() if odd else name)

    def _scalar(self, event: Any) -> Node:
        place = self._place(event, event)
        if self._is_hole(event):
            return Unread(place)
        text, style, end = str(event.value), event.style or None, event.end_mark
        last_line = end.line + (end.column > 0)  # a block of text ends where the next line begins
        if style:
            if style == '"':
                self._escaped(event, place)
            return Scalar(text if text.isascii() else HIDDEN.sub("", text), place, style, last_line)
        told = len(self.findings)
        value = self._plain(text, place)
        if value is None or isinstance(value, str):
            self._lost_text(text, end)
        if len(self.findings) > told and (not isinstance(value, str) or ODD_VALUE.match(value)):
            return Unread(place)
        return Scalar(value, place, style, last_line)

    def _plain(self, text: str, place: Place) -> str | int | float | bool | None:
        """The value of what stands without quotes."""
        kind = kind_of(text)
        match kind:
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
        self._read_otherwise(text, place)
        if text.isascii():
            return text
        if odd := ODD_VALUE.match(text):  # its key and its value are read as one text
            at = Place(self.source, place.line, place.column + odd.start("space"))
            self.findings.append(Finding("Y22", at, {"character": code_point(odd["space"])}))
        return HIDDEN.sub("", text)

    def _lost_text(self, text: str, end: Any) -> None:
        """Text that a number sign cut off, behind a text or where one was to stand."""
        line = self.source.line(end.line + 1)
        if text == "~" or "#" not in line:
            return
        if lost := LOST_TEXT.match(line, end.column):
            place = Place(self.source, end.line + 1, lost.start("comment") + 1, len(lost["comment"].rstrip()))
            self.findings.append(Finding("Y14", place, {"comment": lost["comment"].strip()[:40]}))

    def _escaped(self, event: Any, place: Place) -> None:
        """Characters that must not stand there, written as an escape."""
        text = str(event.value)
        if unwanted := UNWANTED.search(text):
            self.findings.append(Finding("Y12", place, {"character": code_point(unwanted[0])}))
        if text.isascii():
            return
        lines = "".join(self.source.lines[event.start_mark.line : event.end_mark.line + 1])
        hidden = next((match[0] for match in HIDDEN.finditer(text) if match[0] not in lines), None)
        if hidden:
            self.findings.append(Finding("Y22", place, {"character": code_point(hidden)}))

    def _read_otherwise(self, text: str, place: Place) -> None:
        if got := read_otherwise(text):
            self.findings.append(Finding("Y21", place, {"value": text, "got": got}))

    def _place(self, first: Any, last: Any) -> Place:
        place = place_of(self.source, first.start_mark, last.end_mark)
        shift = self.holes.shifted.get(first.start_mark.line, 0) if self.holes.shifted else 0
        return replace(place, column=max(1, place.column - shift)) if shift else place

    def _is_incomplete(self, start: Any, end: Any, first_line: int | None) -> bool:
        first = start.start_mark.line if first_line is None else first_line
        return bool(self.holes.lines) and self.holes.between(first, end.end_mark.line)

    def _is_hole(self, event: Any) -> bool:
        return (event.start_mark.line, event.start_mark.column) in self.holes.values


def _is_empty(event: Any) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not event.value and not event.style


def _differ(one: Any, other: Any) -> bool:
    """Whether two values of one key are simple and not the same, so that nobody knows which is meant."""
    simple = isinstance(one, yaml.ScalarEvent) and isinstance(other, yaml.ScalarEvent)
    return simple and one.value != other.value
