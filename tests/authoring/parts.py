"""Every class of the model that may stand in a file, for tests that hold something of all of them."""

from collections.abc import Iterator
from typing import Any

from generator.model.part import Part
from generator.model.shape import ListShape, PartShape, Shape, fields
from generator.reading.file_kind import FILE_KINDS
from generator.reading.tree import Node, to_data


def all_parts() -> list[type[Part]]:
    """The classes, each once, in the order in which one meets them."""
    seen: dict[type[Part], None] = {}
    for kind in FILE_KINDS:
        for part in _below(kind.part, seen):
            seen[part] = None
    return list(seen)


def _below(part: type[Part], seen: dict[type[Part], None]) -> Iterator[type[Part]]:
    if part not in seen:
        seen[part] = None
        yield part
        for shape in fields(part).values():
            for variant in _variants(shape):
                yield from _below(variant, seen)


def _variants(shape: Shape) -> tuple[type[Part], ...]:
    match shape:
        case ListShape(item):
            return _variants(item)
        case PartShape(variants):
            return variants
    return ()


def plain(node: Node) -> Any:
    """A tree's data as JSON has them: with lists, not tuples."""
    return _lists(to_data(node))


def _lists(data: Any) -> Any:
    if isinstance(data, tuple | list):
        return [_lists(item) for item in data]
    if isinstance(data, dict):
        return {key: _lists(value) for key, value in data.items()}
    return data
