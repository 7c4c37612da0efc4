"""Turns the type of a single value, such as a slug or a line of text, into JSON Schema."""

from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import TypeAdapter

from generator.findings.words import WORDS
from generator.reading.form import EXPECTED_PATTERNS

DATE: Final = "date"
Schema = dict[str, Any]


def value_schema(annotation: Any, metadata: tuple[Any, ...] = ()) -> Schema:
    """What pydantic asks of a value, and in words what a pattern of it means."""
    schema: Schema = TypeAdapter(Annotated[annotation, *(metadata or (None,))]).json_schema()
    if pattern := schema.get("pattern"):
        expected = EXPECTED_PATTERNS.get(pattern, DATE)
        schema["patternErrorMessage"] = f"{WORDS['id'][expected]} / {WORDS['en'][expected]}"
        if expected == DATE:
            schema["format"] = "date"
    return schema


def list_schema(metadata: tuple[Any, ...], items: Schema) -> Schema:
    """A list with the bounds that pydantic asks for; a value may not stand twice in it."""
    schema = value_schema(tuple[str, ...], metadata)
    return schema | {"items": items}


def or_nothing(schema: Schema) -> Schema:
    """The schema, of a type of its own, of what may also be empty."""
    return schema | {"type": [schema["type"], "null"]}


def without_none(annotation: Any) -> tuple[Any, bool]:
    """A field's type without None, and whether it was there."""
    members = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    if NoneType not in members:
        return annotation, False
    (member,) = (member for member in members if member is not NoneType)
    return member, True
