"""Trees: YAML values that remember where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.findings.finding import Place

type_names = {str: "text", bool: "true-or-false", int: "number", float: "number", type(None): "nothing"}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value; `style` is YAML's (None for plain, or one of ``' " | >``)."""

    value: str | int | float | bool | None
    place: Place
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Sequence:
    items: "tuple[Node, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's place and its value."""

    key: Place
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: dict[str, Entry]
    place: Place

    def get(self, key: str) -> "Node | None":
        entry = self.entries.get(key)
        return entry.value if entry else None

    def text(self, key: str) -> str | None:
        """The text that stands under this key, or None where there is none or it is no text."""
        value = self.get(key)
        return value.value if isinstance(value, Scalar) and isinstance(value.value, str) else None


Node = Scalar | Sequence | Mapping
Path = tuple[str | int, ...]


def to_data(node: Node) -> Any:
    """The plain value: dicts, tuples and scalars."""
    match node:
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
    for step in path:
        below = child(node, step)
        if below is None:
            break
        node = below
    return node.place


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
        case Scalar():
            return type_names[type(node.value)]


def scalars(node: Node) -> Iterator[Scalar]:
    """Every single value below a node, in reading order."""
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from scalars(item)
        case Mapping():
            for entry in node.entries.values():
                yield from scalars(entry.value)
