"""Makes examples of a key's value: the guide's own, or a part put together from its keys' examples."""

from typing import Any, Final

from generator.authoring import guide
from generator.model.part import Part
from generator.model.shape import ListShape, PartShape, Shape, fields, kind_of, required

LATE: Final = ("steps", "debrief", "explanation", "notes")
"""Keys that follow all others: what is done comes after what it is about."""


def examples_of(part: type[Part], key: str, language: str) -> list[Any]:
    """What may stand under this key of a class, in this language of the messages; at least one."""
    given = guide.of_key(part, key).examples
    if given:
        return given.in_language(language)
    if key == "kind" and (kind := kind_of(part)):
        return [kind]
    return [_value(fields(part)[key], language)]


def example_of(part: type[Part], language: str) -> dict[str, Any]:
    """A part as the guide shows it, or else with no more than it needs."""
    if given := guide.of_part(part).examples:
        return dict(given.in_language(language)[0])
    return {key: examples_of(part, key, language)[0] for key in written_order(part) if key in required(part)}


def written_order(part: type[Part]) -> list[str]:
    """A class's keys in the order in which they are best written: what decides on the others leads."""
    rank = {"kind": -1} | {key: number for number, key in enumerate(LATE, 1)}
    return sorted(fields(part), key=lambda key: rank.get(key, 0))


def _value(shape: Shape, language: str) -> Any:
    match shape:
        case ListShape():
            return [_value(shape.item, language)]
        case PartShape():
            return example_of(shape.variants[0], language)
    raise ValueError("the guide gives no example")
