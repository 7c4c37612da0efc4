"""Faults of form to plant in the curriculum: where each can stand, what is done, and where it is told."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.part import SLUG_PATTERN, Part
from generator.model.shape import ListShape, PartShape, Shape, TextShape, fields, required
from generator.reading.tree import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True)
class Spot:
    """A value of a file: the key's place, the class around it, and its field of the model."""

    key: str
    line: int
    column: int
    value: Node
    shape: Shape
    field: FieldInfo
    around: type[Part]
    parent: Mapping

    @property
    def is_plain(self) -> bool:
        """Whether it stands on its key's line alone, without quotes."""
        value = self.value
        return (
            isinstance(value, Scalar)
            and value.style is None
            and value.place.line == value.last_line == self.line
        )


@dataclass(frozen=True)
class Planted:
    """The text with a fault in it, and where that is to be told."""

    text: str
    line: int
    column: int


def spots(node: Node, part: type[Part]) -> Iterator[Spot]:
    """Every value of a file's tree."""
    if not isinstance(node, Mapping):
        return
    by_key = {field.alias or name: field for name, field in part.model_fields.items()}
    for key, entry in node.entries.items():
        shape = fields(part)[key]
        yield Spot(key, entry.key.line, entry.key.column, entry.value, shape, by_key[key], part, node)
        yield from _below(entry.value, shape)


def _below(node: Node, shape: Shape) -> Iterator[Spot]:
    match node, shape:
        case Mapping(), PartShape():
            variant = shape.variant(node.text("kind"))
            if variant:
                yield from spots(node, variant)
        case Sequence(), ListShape():
            for item in node.items:
                yield from _below(item, shape.item)


def with_value(text: str, spot: Spot, value: str) -> Planted:
    """The text with another value on the key's line; told at the value."""
    lines = text.split("\n")
    start = spot.value.place.column - 1
    lines[spot.line - 1] = lines[spot.line - 1][:start] + value
    return Planted("\n".join(lines), spot.line, start + 1)


def with_key(text: str, spot: Spot, key: str) -> Planted:
    """The text with another key; told at the key."""
    lines = text.split("\n")
    line, start = lines[spot.line - 1], spot.column - 1
    lines[spot.line - 1] = line[:start] + key + line[start + len(spot.key) :]
    return Planted("\n".join(lines), spot.line, spot.column)


def without(text: str, spot: Spot) -> Planted:
    """The text without the key's line; told at what is around it."""
    lines = text.split("\n")
    del lines[spot.line - 1]
    return Planted("\n".join(lines), spot.parent.place.line, spot.parent.place.column)


def with_line(text: str, line: int, new: str, column: int) -> Planted:
    """The text with a line more, below this one; told there."""
    lines = text.split("\n")
    lines.insert(line, new)
    return Planted("\n".join(lines), line + 1, column)


def is_first(spot: Spot) -> bool:
    return next(iter(spot.parent.entries)) == spot.key


def patterns(field: FieldInfo) -> str:
    return " ".join(str(getattr(mark, "pattern", "")) for mark in field.metadata)


def is_slug(spot: Spot) -> bool:
    return SLUG_PATTERN in patterns(spot.field)


def is_literal(spot: Spot) -> bool:
    return get_origin(spot.field.annotation) is Literal and spot.key != "kind"


def is_kind(spot: Spot) -> bool:
    return spot.key == "kind" and len(get_args(spot.field.annotation)) == 1


def limits(field: FieldInfo, name: str) -> Any:
    return next((value for mark in field.metadata if (value := getattr(mark, name, None)) is not None), None)


def _listed(spot: Spot) -> bool:
    value = spot.value
    return isinstance(value, Sequence) and bool(value.items) and value.items[0].place.line > spot.line


def _slugs(spot: Spot) -> bool:
    """Whether this is a list of slugs, one a line."""
    items = getattr(spot.value, "items", ())
    of_text = isinstance(spot.shape, ListShape) and isinstance(spot.shape.item, TextShape)
    return _listed(spot) and not of_text and all(isinstance(item, Scalar) for item in items)


def _twice(text: str, spot: Spot) -> Planted:
    last = getattr(spot.value, "items", ())[-1]
    line = text.split("\n")[last.place.line - 1]
    return with_line(text, last.place.line, line, last.place.column)


def _emptied(text: str, spot: Spot) -> Planted:
    """A list in brackets without anything, in place of the list."""
    lines = text.split("\n")
    items = getattr(spot.value, "items", ())
    last = max(line for item in items for line in _lines(item))
    lines[spot.line - 1] = f"{lines[spot.line - 1].rstrip()} []"
    del lines[spot.line : last]
    return Planted("\n".join(lines), spot.line, spot.column + len(spot.key) + 2)


def _lines(node: Node) -> Iterator[int]:
    match node:
        case Scalar():
            yield from (node.place.line, node.last_line)
        case Sequence():
            yield node.place.line
            for item in node.items:
                yield from _lines(item)
        case Mapping():
            for entry in node.entries.values():
                yield entry.key.line
                yield from _lines(entry.value)


def _only_line_of_step(spot: Spot) -> bool:
    return spot.around.__name__ == "Step" and len(spot.parent.entries) == 1 and spot.is_plain


def _nothing_said(text: str, spot: Spot) -> Planted:
    planted = with_value(text, spot, "")
    return Planted(planted.text, spot.parent.place.line, spot.parent.place.column)


def _has_own_slug(spot: Spot) -> bool:
    return spot.parent.place.column == 1 and spot.is_plain and "slug" in fields(spot.around)


NAMED_BY_FILE = frozenset({"Session", "Worksheet", "Chapter", "Programme"})

FORM: dict[str, tuple[Callable[[Spot], bool], Callable[[str, Spot], Planted]]] = {
    "F01": (lambda spot: spot.key != "kind", lambda text, spot: with_key(text, spot, "xqzxqz")),
    "F02": (
        lambda spot: spot.is_plain and spot.key in required(spot.around) - {"kind"} and not is_first(spot),
        without,
    ),
    "F03": (lambda spot: is_kind(spot) and spot.is_plain, lambda text, spot: with_value(text, spot, "xqz")),
    "F04": (
        lambda spot: is_literal(spot) and spot.is_plain,
        lambda text, spot: with_value(text, spot, "xqz"),
    ),
    "F05": (
        lambda spot: isinstance(spot.shape, TextShape) and spot.is_plain,
        lambda text, spot: with_value(text, spot, "3.5"),
    ),
    "F06": (
        lambda spot: is_slug(spot) and spot.is_plain,
        lambda text, spot: with_value(text, spot, "Bukan Slug"),
    ),
    "F07": (
        lambda spot: limits(spot.field, "ge") is not None and spot.is_plain,
        lambda text, spot: with_value(text, spot, "-1"),
    ),
    "F08": (
        lambda spot: bool(limits(spot.field, "min_length")) and _listed(spot) and spot.key != "columns",
        _emptied,
    ),
    "F09": (_only_line_of_step, _nothing_said),
    "F10": (_slugs, _twice),
    "F11": (
        lambda spot: limits(spot.field, "max_length") == 400 and spot.is_plain,
        lambda text, spot: with_value(text, spot, "a" * 401),
    ),
    "F12": (
        lambda spot: _has_own_slug(spot) and spot.around.__name__ in NAMED_BY_FILE,
        lambda text, spot: with_line(text, spot.line, "slug: sesuatu", 1),
    ),
    "F15": (
        lambda spot: spot.key == "literal" or (spot.key == "family" and len(spot.parent.entries) > 1),
        lambda text, spot: _unnamed(text, spot),
    ),
}
"""For each rule of a file's form: which values it can be broken at, and how."""


def _unnamed(text: str, spot: Spot) -> Planted:
    """A person without family name: the given name alone is left, on the first line."""
    lines = text.split("\n")
    line = lines[spot.line - 1]
    lines[spot.line - 1] = re.sub(rf"{spot.key}: .*", "given: Anu", line)
    for key, entry in spot.parent.entries.items():
        if key == "given":
            lines[entry.key.line - 1] = ""
    return Planted("\n".join(lines), spot.parent.place.line, spot.parent.place.column)


def _without_last(text: str, spot: Spot) -> Planted:
    """The list without its last item; told at the list."""
    lines = text.split("\n")
    last = getattr(spot.value, "items", ())[-1]
    del lines[last.place.line - 1 : max(_lines(last))]
    return Planted("\n".join(lines), spot.value.place.line, spot.value.place.column)


def _of(spot: Spot, key: str, *around: str) -> bool:
    return spot.key == key and spot.around.__name__ in around


def _cells(spot: Spot, key: str, *around: str) -> bool:
    items = getattr(spot.value, "items", ())
    return _of(spot, key, *around) and _listed(spot) and len(items) > 1


def _shorter(text: str, spot: Spot) -> Planted:
    """A thermometer that ends lower than its zones; told at the zones."""
    zones = spot.parent.entries["zones"].value.place
    planted = with_line(text, spot.line, " " * (spot.column - 1) + "highest: 9", spot.column)
    return Planted(planted.text, zones.line + 1, zones.column)


BETWEEN: dict[str, tuple[Callable[[Spot], bool], Callable[[str, Spot], Planted]]] = {
    "F13": (lambda spot: _cells(spot, "descriptors", "Criterion"), _without_last),
    "F14": (
        lambda spot: _of(spot, "slug", "Rubric", "ScoredInstrument", "DescriptiveInstrument"),
        lambda text, spot: with_value(text, spot, "attendance-list"),
    ),
    "F16": (lambda spot: _cells(spot, "example", "TableBlock"), _without_last),
    "F17": (
        lambda spot: _of(spot, "empty_rows", "TableBlock") and "rows" not in spot.parent.entries,
        without,
    ),
    "F18": (
        lambda spot: _of(spot, "value", "ScalePoint") and getattr(spot.value, "value", 0) > 1,
        lambda text, spot: with_value(text, spot, "0"),
    ),
    "F19": (
        lambda spot: _of(spot, "cut_off", "ScoredInstrument"),
        lambda text, spot: with_value(text, spot, "99.5"),
    ),
    "F21": (lambda spot: _cells(spot, "example", "Aspect"), _without_last),
    "F22": (lambda spot: _of(spot, "top", "ThermometerBlock"), _shorter),
}
"""For each rule of form between the parts of a file or between files: which values, and how."""
