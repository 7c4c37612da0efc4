"""Turns the model into JSON Schemas (draft-07), by which editors complete, explain and check source files.

What a `kind` decides on is told by `if` and `then`, not by `oneOf`: so an editor reports what is wrong with
the kind that stands there, and offers the keys of that kind alone.
"""

from typing import Any, Final, get_args

from generator.authoring import guide
from generator.authoring.example import written_order
from generator.authoring.key_in_words import described, key_in_words
from generator.authoring.value_schema import Schema, list_schema, or_nothing, value_schema, without_none
from generator.model.activity import Step
from generator.model.part import Part
from generator.model.reference import PersonName
from generator.model.shape import ListShape, PartShape, ValueShape, fields, kind_of, required
from generator.reading.file_kind import FileKind

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
ONE_OF_THESE: Final[dict[type[Part], tuple[str, ...]]] = {
    Step: tuple(fields(Step)),
    PersonName: ("family", "literal"),
}
"""Classes whose own validators ask for one key of several."""


def source_schema(kind: FileKind) -> Schema:
    """The schema of one kind of source file."""
    writer = _Writer()
    body = writer.part(kind.part, without=("slug",) if kind.named else ())
    head = {"$schema": DRAFT} | described(guide.of_part(kind.part))
    return head | body | {"definitions": dict(sorted(writer.definitions.items()))}


class _Writer:
    """Writes one file's schema; what stands in lists has a definition of its own."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def part(self, part: type[Part], without: tuple[str, ...] = ()) -> Schema:
        """A part with its keys; `without` names those that do not stand in the file."""
        keys = [key for key in written_order(part) if key not in without]
        schema: Schema = {
            "type": "object",
            "properties": {key: self._key(part, key) for key in keys},
            "additionalProperties": False,
            "required": [key for key in keys if key in required(part)],
        }
        if part in ONE_OF_THESE:
            schema["anyOf"] = [
                {"required": [key], "properties": {key: {"type": "string"}}} for key in ONE_OF_THESE[part]
            ]
        return schema

    def _key(self, part: type[Part], key: str) -> Schema:
        field = next(field for name, field in part.model_fields.items() if key == (field.alias or name))
        annotation, optional = without_none(field.annotation)
        schema = self._value(part, key, annotation, tuple(field.metadata))
        schema = key_in_words(part, key) | (or_nothing(schema) if optional else schema)
        default = field.default
        if field.is_required() or default is None or default == ():
            return schema
        return schema | {"default": list(default) if isinstance(default, tuple) else default}

    def _value(self, holder: type[Part], key: str, annotation: Any, metadata: tuple[Any, ...]) -> Schema:
        match shape := fields(holder)[key]:
            case ListShape(PartShape() as item):
                return list_schema(metadata, self._defined(holder, key, item))
            case ListShape(item):
                schema = list_schema(metadata, value_schema(get_args(annotation)[0]))
                return schema | {"uniqueItems": True} if isinstance(item, ValueShape) else schema
            case PartShape(variants=(part,)):
                return self.part(part)
            case PartShape():
                return self._choice(shape)
        return value_schema(annotation, metadata)

    def _defined(self, holder: type[Part], key: str, shape: PartShape) -> Schema:
        """A reference to what stands in the list under a key."""
        if len(shape.variants) == 1:
            (part,) = shape.variants
            self.definitions.setdefault(part.__name__, self._in_words(part))
            return {"$ref": f"#/definitions/{part.__name__}"}
        self.definitions.setdefault(key, described(guide.of_key(holder, key)) | self._choice(shape))
        return {"$ref": f"#/definitions/{key}"}

    def _choice(self, shape: PartShape) -> Schema:
        """One of several kinds: `kind` is asked for first, the rest follows from it."""
        for part in shape.variants:
            self.definitions.setdefault(part.__name__, self._in_words(part))
        kinds = {kind_of(part): part for part in shape.variants}
        said = [guide.of_part(part).meaning for part in kinds.values()]
        kind = described(guide.of_key(Part, "kind")) | {
            "enum": list(kinds),
            "enumDescriptions": [f"{meaning.id} {meaning.en}" for meaning in said],
        }
        follows = [
            {
                "if": {"type": "object", "properties": {"kind": {"const": name}}, "required": ["kind"]},
                "then": {"$ref": f"#/definitions/{part.__name__}"},
            }
            for name, part in kinds.items()
        ]
        return {"type": "object", "properties": {"kind": kind}, "required": ["kind"], "allOf": follows}

    def _in_words(self, part: type[Part]) -> Schema:
        return described(guide.of_part(part)) | self.part(part)
