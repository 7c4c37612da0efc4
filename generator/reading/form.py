"""Validates a tree against its class of the model; turns pydantic's errors into located findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.findings.finding import Finding
from generator.model.part import Part
from generator.model.shape import ListShape, PartShape, Shape, ValueShape, fields
from generator.reading.tree import (
    Mapping,
    Node,
    Path,
    Scalar,
    Sequence,
    child,
    locate,
    locate_key,
    to_data,
    type_name,
)

P = TypeVar("P", bound=Part)

EXPECTED_TYPES: Final = {
    "string_type": "quoted-text",
    "int_type": "whole-number",
    "int_from_float": "whole-number",
    "float_type": "number",
    "bool_type": "true-or-false",
    "tuple_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "union_tag_not_found": "mapping",
}
EXPECTED_PATTERNS: Final = {
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "slug",
    r"^\S[^\n]*$": "one-line",
    r"\S": "not-empty",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$": "clock-time",
    r"^[a-z]{2,3}(-[A-Z]{2})?$": "language-code",
    r"^https?://[^\s]+$": "web-address",
    r"^10\.\S+$": "doi",
    r"^(https://\S+|\+?[0-9][0-9-]*)$": "dial",
    r"^[a-z][a-z0-9-]*$": "slug",
    r"^media/[a-z0-9][a-z0-9._-]*\.(svg|png)$": "logo-file",
}


@dataclass(slots=True)
class Form(Generic[P]):
    """A validated part, or what is wrong with its form."""

    part: P | None = None
    findings: list[Finding] = field(default_factory=list)


def validate(tree: Node, part: type[P], slug: str | None = None) -> Form[P]:
    """Validate a file's tree.

    Args:
        tree: The tree, in one language.
        part: The class that it is to become.
        slug: The part's slug where the file's name gives it.
    """
    if not isinstance(tree, Mapping):
        return Form(findings=[Finding("F05", tree.place, {"expected": "mapping", "got": type_name(tree)})])
    data = to_data(tree)
    findings = []
    if slug is not None:
        if "slug" in tree.entries:
            findings.append(Finding("F12", tree.entries["slug"].key))
        data["slug"] = slug
    findings += _repeated(tree, PartShape((part,)))
    try:
        valid = part.model_validate(data)
    except ValidationError as error:
        return Form(findings=findings + _Translator(tree, part).findings(error.errors()))
    return Form(None if findings else valid, findings)


def _repeated(node: Node, shape: Shape) -> Iterator[Finding]:
    """Slugs that stand twice in a list of slugs."""
    match node, shape:
        case Mapping(), PartShape():
            variant = shape.variant(node.text("kind"))
            shapes = fields(variant) if variant else {}
            for key, entry in node.entries.items():
                yield from _repeated(entry.value, shapes.get(key, ValueShape()))
        case Sequence(), ListShape(ValueShape()):
            values = [item.value if isinstance(item, Scalar) else None for item in node.items]
            for index, value in enumerate(values):
                if isinstance(value, str) and value in values[:index]:
                    yield Finding("F10", node.items[index].place, {"slug": value})
        case Sequence(), ListShape():
            for item in node.items:
                yield from _repeated(item, shape.item)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an error sits: the path into the tree, and the class around its last step."""

    path: Path
    around: type[Part]
    shape: Shape


class _Translator:
    def __init__(self, tree: Node, part: type[Part]) -> None:
        self.tree = tree
        self.part = part
        self.by_type: dict[str, Callable[[ErrorDetails, _Spot], Finding]] = {
            "extra_forbidden": self._unknown_key,
            "missing": self._missing_key,
            "union_tag_invalid": self._unknown_kind,
            "literal_error": self._unknown_value,
            "string_pattern_mismatch": self._wrong_pattern,
            "string_too_short": self._empty,
            "value_error": self._own_rule,
            "too_short": self._wrong_count,
            "too_long": self._wrong_count,
            "string_too_long": self._too_long,
            "greater_than_equal": self._out_of_range,
            "less_than_equal": self._out_of_range,
        }

    def findings(self, errors: list[ErrorDetails]) -> list[Finding]:
        """One finding a cause: the key that a misspelt one was meant to be is not missing besides."""
        found = [(error, self._finding(error)) for error in errors if not self._only_follows(error)]
        meant = {
            (error["loc"][:-1], finding.nearest)
            for error, finding in found
            if error["type"] == "extra_forbidden"
        }
        return [
            finding
            for error, finding in found
            if error["type"] != "missing" or (error["loc"][:-1], error["loc"][-1]) not in meant
        ]

    def _only_follows(self, error: ErrorDetails) -> bool:
        """Pydantic counts a list's sound entries: one with a faulty entry may seem too short."""
        node = self._at(self._spot(error["loc"])) if error["type"] == "too_short" else None
        return isinstance(node, Sequence) and len(node.items) >= error["ctx"]["min_length"]

    def _finding(self, error: ErrorDetails) -> Finding:
        spot = self._spot(error["loc"])
        if error["type"] == "union_tag_not_found" and isinstance(self._at(spot), Mapping):
            return self._kind_missing(spot)
        return self.by_type.get(error["type"], self._wrong_type)(error, spot)

    def _at(self, spot: _Spot) -> Node | None:
        return self._node(spot.path)

    def _node(self, path: Path) -> Node | None:
        node: Node | None = self.tree
        for step in path:
            node = child(node, step) if node else None
        return node

    def _spot(self, loc: tuple[str | int, ...]) -> _Spot:
        """Follow pydantic's location into the tree; it names a union's variant, the tree does not."""
        path: list[str | int] = []
        around, shape, names_variant = self.part, cast(Shape, PartShape((self.part,))), False
        for step in loc:
            if names_variant:
                around = (shape.variant(str(step)) if isinstance(shape, PartShape) else None) or around
                names_variant = False
                continue
            path.append(step)
            shape = shape.item if isinstance(shape, ListShape) else _field_shape(around, step)
            if isinstance(shape, PartShape):
                names_variant = len(shape.variants) > 1
                around = around if names_variant else shape.variants[0]
        return _Spot(tuple(path), around, shape)

    def _unknown_key(self, error: ErrorDetails, spot: _Spot) -> Finding:
        key = str(spot.path[-1])
        allowed = tuple(name for name in fields(spot.around) if name != "slug" or len(spot.path) > 1)
        return Finding("F01", locate_key(self.tree, spot.path), {"key": key}, key, allowed)

    def _missing_key(self, error: ErrorDetails, spot: _Spot) -> Finding:
        return Finding("F02", locate(self.tree, spot.path[:-1]), {"key": str(spot.path[-1])})

    def _kind_missing(self, spot: _Spot) -> Finding:
        allowed = spot.shape.kinds if isinstance(spot.shape, PartShape) else ()
        return Finding("F02", locate(self.tree, spot.path), {"key": "kind"}, allowed=allowed)

    def _unknown_kind(self, error: ErrorDetails, spot: _Spot) -> Finding:
        allowed = spot.shape.kinds if isinstance(spot.shape, PartShape) else ()
        return self._unknown_word("F03", "kind", (*spot.path, "kind"), allowed)

    def _unknown_value(self, error: ErrorDetails, spot: _Spot) -> Finding:
        allowed = tuple(word.strip("'") for word in _words(error["ctx"]["expected"]))
        return self._unknown_word("F04", "value", spot.path, allowed)

    def _unknown_word(self, code: str, fact: str, path: Path, allowed: tuple[str, ...]) -> Finding:
        node = self._node(path)
        found = node.value if isinstance(node, Scalar) else None
        if node is None or not isinstance(found, str):
            facts = {"expected": "text", "got": type_name(node) if node else "nothing"}
            return Finding("F05", locate(self.tree, path), facts, allowed=allowed)
        return Finding(code, node.place, {fact: _short(found)}, found, allowed)

    def _wrong_type(self, error: ErrorDetails, spot: _Spot) -> Finding:
        expected = EXPECTED_TYPES.get(error["type"], "other")
        node = self._at(spot)
        got = type_name(node) if node else "nothing"
        return Finding("F05", locate(self.tree, spot.path), {"expected": expected, "got": got})

    def _wrong_pattern(self, error: ErrorDetails, spot: _Spot) -> Finding:
        expected = EXPECTED_PATTERNS.get(error["ctx"]["pattern"], "date")
        facts = {"expected": expected, "value": _short(str(error["input"]))}
        return Finding("F06", locate(self.tree, spot.path), facts)

    def _empty(self, error: ErrorDetails, spot: _Spot) -> Finding:
        return Finding("F06", locate(self.tree, spot.path), {"expected": "not-empty", "value": ""})

    def _too_long(self, error: ErrorDetails, spot: _Spot) -> Finding:
        return Finding("F11", locate(self.tree, spot.path), {"limit": error["ctx"]["max_length"]})

    def _own_rule(self, error: ErrorDetails, spot: _Spot) -> Finding:
        """A rule of the model itself, which names its finding's code."""
        code = str(error["ctx"]["error"])
        facts = {"expected": "date", "value": _short(str(error["input"]))} if code == "F06" else {}
        return Finding(code, locate(self.tree, spot.path), facts)

    def _out_of_range(self, error: ErrorDetails, spot: _Spot) -> Finding:
        bound = "at-least" if "ge" in error["ctx"] else "at-most"
        limit = error["ctx"].get("ge", error["ctx"].get("le"))
        return Finding("F07", locate(self.tree, spot.path), {"bound": bound, "limit": str(limit)})

    def _wrong_count(self, error: ErrorDetails, spot: _Spot) -> Finding:
        context: dict[str, Any] = error["ctx"]
        bound = "at-least" if "min_length" in context else "at-most"
        limit = context.get("min_length", context.get("max_length"))
        node = self._at(spot)
        count = len(node.items) if isinstance(node, Sequence) else 0
        return Finding(
            "F08", locate(self.tree, spot.path), {"bound": bound, "limit": str(limit), "count": count}
        )


def _field_shape(part: type[Part], key: str | int) -> Shape:
    return fields(part).get(str(key), ValueShape())


def _words(listing: str) -> list[str]:
    """The words of pydantic's ``'a', 'b' or 'c'``."""
    return [word for part in listing.split(" or ") for word in part.split(", ")]


def _short(text: str, limit: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
