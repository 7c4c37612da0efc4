"""The model's shape: which fields hold text, lists or further parts, read off the classes themselves.

Overlaying translations, checking references and proving that no text is lost all walk the course
by its shape, so a new field needs no second place that knows of it.
"""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from generator.model.part import Part, Translatable


@dataclass(frozen=True)
class TextShape:
    """A text that a translation may replace."""

    markup: Literal["plain", "markdown"]


@dataclass(frozen=True)
class ListShape:
    item: "Shape"


@dataclass(frozen=True)
class PartShape:
    """A part, or one of several that ``kind`` tells apart."""

    variants: tuple[type[Part], ...]

    def variant(self, kind: str | None) -> type[Part] | None:
        """The class for this kind; the only one where there is no choice."""
        if len(self.variants) == 1:
            return self.variants[0]
        return next((part for part in self.variants if kind == kind_of(part)), None)

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(kind for part in self.variants if (kind := kind_of(part)))


@dataclass(frozen=True)
class ValueShape:
    """Anything else: numbers, slugs, dates."""


Shape = TextShape | ListShape | PartShape | ValueShape


def kind_of(part: type[Part]) -> str | None:
    """The value of ``kind`` that names this class, if it has one."""
    field = part.model_fields.get("kind")
    return str(get_args(field.annotation)[0]) if field else None


@cache
def fields(part: type[Part]) -> dict[str, Shape]:
    """The fields of a class by the names that they have in YAML."""
    return {
        field.alias or name: _shape(field.annotation, tuple(field.metadata))
        for name, field in part.model_fields.items()
    }


@cache
def required(part: type[Part]) -> frozenset[str]:
    """The fields, by the names that they have in YAML, that may not be left out."""
    return frozenset(field.alias or name for name, field in part.model_fields.items() if field.is_required())


def least(part: type[Part], key: str) -> int:
    """How many entries the list under a key, by its name in YAML, has at least."""
    field = next(field for name, field in part.model_fields.items() if key == (field.alias or name))
    return max((getattr(mark, "min_length", None) or 0 for mark in field.metadata), default=0)


def has_slug(shape: Shape) -> bool:
    """Whether these are parts that a slug tells apart."""
    return isinstance(shape, PartShape) and all("slug" in fields(part) for part in shape.variants)


def holds_text(shape: Shape) -> bool:
    """Whether a translation may say anything about what stands there."""
    match shape:
        case ListShape():
            return holds_text(shape.item)
        case TextShape() | PartShape():
            return True
        case _:
            return False


def _shape(annotation: Any, metadata: tuple[Any, ...]) -> Shape:
    for mark in metadata:
        if isinstance(mark, Translatable):
            return TextShape(mark.markup)
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        return _shape(inner, tuple(marks))
    if origin is tuple:
        return ListShape(_shape(get_args(annotation)[0], ()))
    if origin in (Union, types.UnionType):
        return _union([member for member in get_args(annotation) if member is not type(None)])
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return PartShape((annotation,))
    return ValueShape()


def _union(members: list[Any]) -> Shape:
    if len(members) == 1:
        return _shape(members[0], ())
    if all(isinstance(member, type) and issubclass(member, Part) for member in members):
        return PartShape(tuple(members))
    return ValueShape()


@dataclass(frozen=True)
class FoundText:
    """A text of the course: its path from the part that was walked, and how it is marked up."""

    path: tuple[str | int, ...]
    value: str
    markup: Literal["plain", "markdown"]


def texts(part: Part) -> Iterator[FoundText]:
    """Every text below a part, in the model's order."""
    for name, field in type(part).model_fields.items():
        shape = fields(type(part))[field.alias or name]
        yield from _texts(getattr(part, name), shape, (field.alias or name,))


def _texts(value: Any, shape: Shape, path: tuple[str | int, ...]) -> Iterator[FoundText]:
    if value is None:
        return
    match shape:
        case TextShape():
            yield FoundText(path, value, shape.markup)
        case ListShape():
            for index, item in enumerate(value):
                yield from _texts(item, shape.item, (*path, index))
        case PartShape():
            for found in texts(value):
                yield FoundText(path + found.path, found.value, found.markup)
