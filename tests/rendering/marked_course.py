"""Gives every text of a course a word of its own, so that none can hide behind another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any, Final, TypeVar

from generator.checking.documents import documents
from generator.model.course import Course
from generator.model.part import Part
from generator.model.shape import ListShape, PartShape, Shape, TextShape, fields, texts

P = TypeVar("P", bound=Part)
WORD: Final = re.compile(r"zq\d{5}")


@dataclass(frozen=True)
class MarkedText:
    """Where a text stands in the curriculum, and the word that stands for it."""

    file: str
    path: tuple[str | int, ...]
    word: str

    @property
    def fields(self) -> tuple[str, ...]:
        """The path without positions."""
        return tuple(step for step in self.path if isinstance(step, str))

    def __str__(self) -> str:
        return f"{self.file} {'.'.join(map(str, self.path))}"


def marked(course: Course) -> tuple[Course, list[MarkedText]]:
    """The course with a word instead of every text, and which word stands for which text."""
    words = (f"zq{number:05}" for number in count(1))
    changed = _part(course, words).model_copy(update={"untranslated": frozenset()})
    found = [
        MarkedText(file, text.path, text.value) for file, part in documents(changed) for text in texts(part)
    ]
    return changed, found


def words_in(text: str) -> set[str]:
    return set(WORD.findall(text))


def _part(part: P, words: Iterator[str]) -> P:
    shapes = fields(type(part))
    values = {
        name: _value(getattr(part, name), shapes[field.alias or name], words)
        for name, field in type(part).model_fields.items()
    }
    return part.model_copy(update=values)


def _value(value: Any, shape: Shape, words: Iterator[str]) -> Any:
    if value is None:
        return None
    match shape:
        case TextShape():
            return next(words)
        case ListShape():
            return tuple(_value(item, shape.item, words) for item in value)
        case PartShape():
            return _part(value, words)
    return value
