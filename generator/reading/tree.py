"""Trees: YAML values that remember where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from generator.findings.finding import Place

type_names = {str: "text", bool: "true-or-false", int: "number", float: "number", type(None): "nothing"}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value; `style` is YAML's (None for plain, or one of ``' " | >``).

    `last_line` is the last line that may hold a part of it.
    """

    value: str | int | float | bool | None
    place: Place
    style: str | None = None
    last_line: int = 0


@dataclass(frozen=True, slots=True)
class Unread:
    """What a fault of syntax kept from being read: something stands here, and nobody knows what."""

    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; where it is `incomplete` a fault of syntax kept some of its items from being read."""

    items: "tuple[Node, ...]"
    place: Place
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's place and its value."""

    key: Place
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values; where it is `incomplete` a fault of syntax kept some of them from being read."""

    entries: dict[str, Entry]
    place: Place
    incomplete: bool = False

    def get(self, key: str) -> "Node | None":
        entry = self.entries.get(key)
        return entry.value if entry else None

    def text(self, key: str) -> str | None:
        """The text that stands under this key, or None where there is none or it is no text."""
        value = self.get(key)
        return value.value if isinstance(value, Scalar) and isinstance(value.value, str) else None


Node = Scalar | Sequence | Mapping | Unread
Path = tuple[str | int, ...]
UNKNOWN: Final = object()
"""The value of what could not be read; it fits no field."""


def to_data(node: Node) -> Any:
    """The plain value: dicts, tuples and scalars, and `UNKNOWN` for what could not be read."""
    match node:
        case Unread():
            return UNKNOWN
        case Scalar():
            return node.value
        case Sequence():
            return tuple(to_data(item) for item in node.items)
        case Mapping():
            return {key: to_data(entry.value) for key, entry in node.entries.items()}


def child(node: Node, step: str | int) -> Node | None:
    """What stands under a key or an index, or None."""
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def locate(node: Node, path: Path) -> Place:
    """The place of what stands at this path, or of the nearest thing around it that exists."""
    return _nearest(node, path).place


def locate_snippet(node: Node, path: Path, snippet: str, occurrence: int = 0) -> Place:
    """The place of a snippet within the text at this path; of the whole text where it is not found.

    Args:
        node: The tree.
        path: Where in the tree the text stands.
        snippet: What to find; it may be written in another way in the file, as with YAML's escapes.
        occurrence: Which one, counted from 0, where it stands there more than once.
    """
    text = _nearest(node, path)
    places = list(_places_of(whole(snippet), text)) if isinstance(text, Scalar) else []
    return places[min(occurrence, len(places) - 1)] if places else text.place


def locate_written(text: Scalar, written: str) -> Place:
    """The first place of what is written so in a text, in a word too; the text's own where there is none."""
    return next(_places_of(re.compile(re.escape(written)), text), text.place)


def _places_of(snippet: re.Pattern[str], text: Scalar) -> Iterator[Place]:
    """Each place of a snippet, on the line where it begins."""
    place = text.place
    below = range(place.line + 1, text.last_line + 1)
    first, more = place.source.line(place.line), [place.source.line(number) for number in below]
    end = None if more else place.column - 1 + place.width
    lines = [first[place.column - 1 : end], *more]
    written = "\n".join(lines)
    for match in snippet.finditer(written):
        down = written.count("\n", 0, match.start())
        column = match.start() - (written.rfind("\n", 0, match.start()) + 1)
        width = min(len(match[0]), len(lines[down]) - column)
        yield Place(place.source, place.line + down, column + (0 if down else place.column - 1) + 1, width)


def whole(snippet: str) -> re.Pattern[str]:
    """What finds a snippet where it does not stand inside a longer word; a line may end within it."""
    before = r"(?<![\w-])" if snippet[:1].isalnum() else ""
    after = r"(?![\w-])" if snippet[-1:].isalnum() else ""
    return re.compile(before + r"\s+".join(re.escape(word) for word in snippet.split()) + after)


def _nearest(node: Node, path: Path) -> Node:
    for step in path:
        below = child(node, step)
        if below is None:
            break
        node = below
    return node


def locate_key(node: Node, path: Path) -> Place:
    """The place of the key that ends this path; of what is around it where there is no such key."""
    for step in path[:-1]:
        below = child(node, step)
        if below is None:
            return node.place
        node = below
    last = path[-1]
    if isinstance(node, Mapping) and isinstance(last, str) and last in node.entries:
        return node.entries[last].key
    return node.place


def type_name(node: Node) -> str:
    """What kind of value this is, as the message catalogue calls it."""
    match node:
        case Sequence():
            return "list"
        case Mapping():
            return "mapping"
        case Unread():
            return type_names[type(None)]
        case Scalar():
            return type_names[type(node.value)]
