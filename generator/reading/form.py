"""Validates a tree against its class of the model; turns pydantic's errors into located findings.

A fault hides no other: where it is clear what was meant, as with a misspelt key, validation goes on as if it
stood there. What could only follow from something unread is not told.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final, Generic, TypeVar, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.findings.finding import Finding, Place
from generator.model.part import Part
from generator.model.shape import ListShape, PartShape, Shape, TextShape, ValueShape, fields, required
from generator.reading.characters import ODD_SPACE, code_point
from generator.reading.entries import JOINED_KEY
from generator.reading.mending import Mending
from generator.reading.tree import (
    Mapping,
    Node,
    Path,
    Scalar,
    Sequence,
    Unread,
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


MOST_ROUNDS: Final = 4
"""So often what was meant is put in for what is wrong, to find what is wrong below it."""
ANY_TEXT: Final = "…"


@dataclass(slots=True)
class Form(Generic[P]):
    """A validated part, or what is wrong with its form.

    `mended` is the part as it was hardly meant otherwise, with the tree that it came from: good for finding
    further faults, not for publishing.
    """

    part: P | None = None
    findings: list[Finding] = field(default_factory=list)
    mended: P | None = None
    mended_tree: Node | None = None


def validate(tree: Node, part: type[P], slug: str | None = None) -> Form[P]:
    """Validate a file's tree.

    Args:
        tree: The tree, in one language.
        part: The class that it is to become.
        slug: The part's slug where the file's name gives it.
    """
    if isinstance(tree, Unread):
        return Form()
    if not isinstance(tree, Mapping):
        return Form(findings=[Finding("F05", tree.place, {"expected": "mapping", "got": type_name(tree)})])
    findings = []
    once = Mending()
    if slug is not None and "slug" in tree.entries:
        findings.append(Finding("F12", tree.entries["slug"].key))
        tree = replace(tree, entries={key: tree.entries[key] for key in tree.entries if key != "slug"})
    for path, finding in _repeated(tree, PartShape((part,)), ()):
        findings.append(finding)
        once.remove(path)
    valid, told, mended = _validated(once.applied(tree), part, slug)
    findings += told
    sound = not findings and mended is tree
    return Form(valid if sound else None, findings, None if sound else valid, mended)


def _validated(tree: Node, part: type[P], slug: str | None) -> tuple[P | None, list[Finding], Node]:
    """The part, what is wrong with it, and the tree from which it was validated in the end."""
    findings: dict[tuple[object, ...], Finding] = {}
    for _ in range(MOST_ROUNDS):
        data = to_data(tree)
        if slug is not None:
            data["slug"] = slug
        try:
            return part.model_validate(data), list(findings.values()), tree
        except ValidationError as error:
            translator = _Translator(tree, part)
            for finding in translator.findings(error.errors()):
                findings.setdefault(finding.identity, finding)
            mended = translator.mending.applied(tree)
            if mended is tree:
                break
            tree = mended
    return None, list(findings.values()), tree


def _repeated(node: Node, shape: Shape, path: Path) -> Iterator[tuple[Path, Finding]]:
    """Slugs that stand twice in a list of slugs, and where in the tree."""
    match node, shape:
        case Mapping(), PartShape():
            variant = shape.variant(node.text("kind"))
            shapes = fields(variant) if variant else {}
            for key, entry in node.entries.items():
                yield from _repeated(entry.value, shapes.get(key, ValueShape()), (*path, key))
        case Sequence(), ListShape(ValueShape()):
            seen = set()
            for index, item in enumerate(node.items):
                value = item.value if isinstance(item, Scalar) else None
                if isinstance(value, str) and value in seen:
                    yield (*path, index), Finding("F10", item.place, {"slug": value})
                seen.add(value)
        case Sequence(), ListShape():
            for index, item in enumerate(node.items):
                yield from _repeated(item, shape.item, (*path, index))


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an error sits: the path into the tree, and the class around its last step."""

    path: Path
    around: type[Part]
    shape: Shape


class _Translator:
    """Findings for pydantic's errors; `mending` gathers what was meant, where that is clear."""

    def __init__(self, tree: Node, part: type[Part]) -> None:
        self.tree = tree
        self.part = part
        self.mending = Mending()
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
        spotted = [(error, self._spot(error["loc"])) for error in errors]
        unknown = [both for both in spotted if both[0]["type"] == "extra_forbidden"]
        findings, meant = self._unknown_keys(unknown)
        for error, spot in spotted:
            if error["type"] == "extra_forbidden" or (error["type"] == "missing" and error["loc"] in meant):
                continue
            if self._only_follows(error, spot):
                self._pass_over(error, spot)
            else:
                finding = self._finding(error, spot)
                findings.append(finding)
                self._mend(error, spot, finding)
        return findings

    def _unknown_keys(
        self, spotted: list[tuple[ErrorDetails, _Spot]]
    ) -> tuple[list[Finding], set[tuple[str | int, ...]]]:
        """Findings for unknown keys, and where the keys belong that they were meant to be."""
        findings = []
        meant: set[tuple[str | int, ...]] = set()
        for error, spot in spotted:
            finding = self._unknown_key(error, spot)
            if not isinstance(self._at(spot), Unread):
                findings.append(finding)
            place = (*error["loc"][:-1], finding.nearest or "")
            free = finding.nearest and self._node((*spot.path[:-1], finding.nearest)) is None
            self.mending.rename(spot.path, finding.nearest if free and place not in meant else None)
            meant.add(place)
        return findings, meant

    def _only_follows(self, error: ErrorDetails, spot: _Spot) -> bool:
        """Whether this could follow from something unread, or from faulty entries, which pydantic does
        not count: a list may seem too short.
        """
        if any(isinstance(self._node(spot.path[:end]), Unread) for end in range(len(spot.path) + 1)):
            return True
        node = self._at(spot)
        match error["type"], node:
            case "missing", _:
                around = self._node(spot.path[:-1])
                return isinstance(around, Mapping) and around.incomplete
            case "too_short", Sequence():
                return node.incomplete or len(node.items) >= error["ctx"]["min_length"]
            case "union_tag_invalid", Mapping():
                return isinstance(node.get("kind"), Unread)
            case _, Mapping():
                return node.incomplete or any(isinstance(e.value, Unread) for e in node.entries.values())
        return False

    def _pass_over(self, error: ErrorDetails, spot: _Spot) -> None:
        """Put something in for what is unread, where it does not matter what."""
        if not isinstance(self._at(spot), Unread):
            return
        around = self._spot(error["loc"][:-1]).around
        if isinstance(spot.shape, TextShape):
            self.mending.put(spot.path, ANY_TEXT)
        elif error["type"] == "literal_error":
            self.mending.put(spot.path, _words(error["ctx"]["expected"])[0].strip("'"))
        elif isinstance(spot.path[-1], str) and spot.path[-1] not in required(around):
            self.mending.rename(spot.path, None)

    def _mend(self, error: ErrorDetails, spot: _Spot, finding: Finding) -> None:
        """Put in what was meant: the kind that its keys fit, one of the words that were possible, any
        text for a text. A number or a slug is nobody's guess.
        """
        of_kind = error["type"] == "union_tag_invalid"
        path = (*spot.path, "kind") if of_kind else spot.path
        node = self._node(path)
        if finding.code == "F03" and self._fits(spot, finding.nearest):
            self.mending.put(path, finding.nearest)
        elif finding.code == "F04":
            self.mending.put(path, finding.closest(0) or finding.allowed[0])
        elif finding.code == "Y22" and isinstance(node, Scalar):
            self.mending.put(path, ODD_SPACE.sub("", str(node.value)))
        elif isinstance(spot.shape, TextShape) and error["type"] != "missing":
            self.mending.put(spot.path, ANY_TEXT)

    def _fits(self, spot: _Spot, kind: str | None) -> bool:
        """Whether a part has the keys of this kind, but for as many as it has unknown ones."""
        node = self._at(spot)
        variant = spot.shape.variant(kind) if isinstance(spot.shape, PartShape) and kind else None
        if not isinstance(node, Mapping) or variant is None:
            return False
        keys = node.entries.keys()
        return len(required(variant) - keys) <= len(keys - fields(variant).keys())

    def _finding(self, error: ErrorDetails, spot: _Spot) -> Finding:
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
        return _odd_space(node, found) or Finding(code, node.place, {fact: _short(found)}, found, allowed)

    def _wrong_type(self, error: ErrorDetails, spot: _Spot) -> Finding:
        expected = EXPECTED_TYPES.get(error["type"], "other")
        node = self._at(spot)
        got = type_name(node) if node else "nothing"
        if expected == "mapping" and isinstance(node, Scalar) and (joined := _joined_key(node, spot.shape)):
            return joined
        return Finding("F05", locate(self.tree, spot.path), {"expected": expected, "got": got})

    def _wrong_pattern(self, error: ErrorDetails, spot: _Spot) -> Finding:
        expected = EXPECTED_PATTERNS.get(error["ctx"]["pattern"], "date")
        facts = {"expected": expected, "value": _short(str(error["input"]))}
        node = self._at(spot)
        odd = _odd_space(node, str(error["input"])) if isinstance(spot.shape, ValueShape) and node else None
        return odd or Finding("F06", locate(self.tree, spot.path), facts)

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


def _joined_key(node: Scalar, shape: Shape) -> Finding | None:
    """A key without a space after its colon, where nothing else of the part stands."""
    found = JOINED_KEY.match(node.value) if isinstance(node.value, str) and not node.style else None
    if not found or not isinstance(shape, PartShape):
        return None
    key, place = found["key"], node.place
    if not any(key in fields(variant) for variant in shape.variants):
        return None
    return Finding("Y18", replace(place, width=len(key) + 1), {"key": key})


def _odd_space(node: Node, text: str) -> Finding | None:
    """A space in a slug or a word that looks like any other and is none."""
    odd = ODD_SPACE.search(text)
    if not odd:
        return None
    place = node.place
    column = place.source.line(place.line).find(odd[0], place.column - 1) + 1
    at = Place(place.source, place.line, column or place.column)
    return Finding("Y22", at, {"character": code_point(odd[0])})


def _words(listing: str) -> list[str]:
    """The words of pydantic's ``'a', 'b' or 'c'``."""
    return [word for part in listing.split(" or ") for word in part.split(", ")]


def _short(text: str, limit: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
