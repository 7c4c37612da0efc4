"""Turns the model into JSON Schemas of translations: texts only, and slugs that say which part is meant."""

from typing import Any, Final, get_args

from generator.authoring import guide
from generator.authoring.key_in_words import described, key_in_words
from generator.authoring.schema import DRAFT
from generator.authoring.value_schema import Schema, value_schema, without_none
from generator.findings.rule import Wording
from generator.model.part import Part
from generator.model.shape import (
    ListShape,
    PartShape,
    Shape,
    TextShape,
    fields,
    has_slug,
    holds_text,
)
from generator.reading.file_kind import FileKind

OF_A_TRANSLATION: Final = Wording(
    id="Terjemahan: hanya teksnya. Bagian yang punya slug dicocokkan lewat slug, yang lain lewat urutannya.",
    en="A translation: its texts alone. Parts with a slug are matched by it, all others by their position.",
)


def translation_schema(kind: FileKind) -> Schema:
    """The schema of what translates one kind of source file."""
    writer = _Writer()
    body = writer.part((kind.part,), without=("slug",))
    words = described(guide.of_part(kind.part))
    words["description"] = f"{OF_A_TRANSLATION.id}\n\n{OF_A_TRANSLATION.en}"
    definitions = {"definitions": dict(sorted(writer.definitions.items()))}
    return {"$schema": DRAFT} | words | body | definitions


class _Writer:
    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def part(self, variants: tuple[type[Part], ...], without: tuple[str, ...] = ()) -> Schema:
        """A part's texts; a translation does not say its kind, so those of all kinds may stand there."""
        properties: dict[str, Schema] = {}
        for part in variants:
            for key, shape in fields(part).items():
                if key not in without and (key == "slug" or holds_text(shape)):
                    found = self._key(part, key, shape)
                    properties[key] = _either(properties[key], found) if key in properties else found
        return {"type": "object", "properties": properties, "additionalProperties": False}

    def _key(self, part: type[Part], key: str, shape: Shape) -> Schema:
        field = next(field for name, field in part.model_fields.items() if key == (field.alias or name))
        annotation, _ = without_none(field.annotation)
        words = key_in_words(part, key)
        if not isinstance(shape, TextShape) and not _of_texts(shape):
            del words["examples"]  # they are the source's
        return words | self._value(key, shape, annotation, tuple(field.metadata))

    def _value(self, key: str, shape: Shape, annotation: Any, metadata: tuple[Any, ...]) -> Schema:
        match shape:
            case ListShape(PartShape() as item):
                return {"type": "array", "items": self._defined(key, item)}
            case ListShape():
                return {"type": "array", "items": value_schema(get_args(annotation)[0])}
            case PartShape():
                return self.part(shape.variants)
        return value_schema(annotation, metadata)

    def _defined(self, key: str, shape: PartShape) -> Schema:
        name = shape.variants[0].__name__ if len(shape.variants) == 1 else key
        if name not in self.definitions:
            schema = self.part(shape.variants)
            self.definitions[name] = schema | ({"required": ["slug"]} if has_slug(shape) else {})
        return {"$ref": f"#/definitions/{name}"}


def _of_texts(shape: Shape) -> bool:
    return isinstance(shape, ListShape) and isinstance(shape.item, TextShape)


def _either(one: Schema, other: Schema) -> Schema:
    """A key that two kinds have: what may stand there is the same for both, or may be either's."""
    asked, besides = _form(one), _form(other)
    if asked == besides:
        return one
    choices = [*asked.get("anyOf", [asked])]
    return _words(one) | {"anyOf": choices if besides in choices else [*choices, besides]}


def _form(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key not in ("title", "description", "examples")}


def _words(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key in ("title", "description", "examples")}
