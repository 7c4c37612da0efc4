"""Lays the tree of a local file over the tree of the course's file, before translation and validation.

Keys are laid over keys, and entries of a list over the entries with the same slug; anything else is replaced
whole. An entry with a new slug is added: at the end, or after the one that its key `after` names.
"""

from dataclasses import dataclass, field
from typing import Final

from generator.findings.finding import Finding, Place
from generator.model.part import Part
from generator.model.shape import ListShape, PartShape, Shape, ValueShape, fields, has_slug, required
from generator.reading.tree import Entry, Mapping, Node, Scalar, Sequence, to_data

AFTER: Final = "after"
"""The key of a local entry that says behind which one it stands; no part has a key of this name."""

Names = tuple[str, ...]
"""A path in a file that no update of the course shifts: keys, and slugs instead of positions."""


@dataclass(frozen=True, slots=True)
class Change:
    """What the local folder says at a path, and what the course says there; None where it says nothing."""

    path: Names
    local: Node
    course: Node | None

    @property
    def place(self) -> Place:
        return self.local.place


@dataclass(slots=True)
class Changed:
    """The tree of both, what does not fit, and each thing that was replaced or added."""

    tree: Node
    findings: list[Finding] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


def lay_local_over(course: Node, local: Node, part: type[Part]) -> Changed:
    """Lay a local file over the course's file of the same name.

    Args:
        course: The tree of the course's file.
        local: The tree of the local file.
        part: The class that both together are validated against.
    """
    layer = _Layer()
    tree = layer.node(course, local, PartShape((part,)), ())
    return Changed(tree, layer.findings, layer.changes)


def lay_translation_over(course: Node, local: Node) -> Changed:
    """Lay a local translation over the course's, by keys and slugs alone: what it is a translation of says
    later whether it fits.
    """
    layer = _Layer(strict=False)
    tree = layer.node(course, local, ValueShape(), ())
    return Changed(tree, layer.findings, layer.changes)


def key_of(item: Node) -> str | None:
    """The slug (of a reference its `id`) that tells an entry from the others of its list."""
    if not isinstance(item, Mapping):
        return None
    return item.text("slug") or item.text("id")


def are_keyed(shape: Shape, *nodes: Node) -> bool:
    """Whether a list's entries are told apart by their slugs.

    Args:
        shape: The list's shape; a `ValueShape` where nobody knows it.
        nodes: The lists themselves.
    """
    if isinstance(shape, ListShape):
        return has_slug(shape.item) or _has_id(shape.item)
    return all(key_of(item) for node in nodes if isinstance(node, Sequence) for item in node.items)


def same_kind(course: Mapping, local: Mapping) -> bool:
    """Whether the local part is a change of the course's and not another kind of part in its place."""
    return "kind" not in local.entries or local.text("kind") == course.text("kind")


def shapes_below(shape: Shape, part: Mapping) -> dict[str, Shape]:
    """The shapes of a part's keys; none where its class is not known."""
    variant = shape.variant(part.text("kind")) if isinstance(shape, PartShape) else None
    return fields(variant) if variant else {}


def item_shape(shape: Shape) -> Shape:
    return shape.item if isinstance(shape, ListShape) else ValueShape()


def plain(node: Node | None, *keys: str) -> object:
    """The plain value of what stands under these keys; None where there is nothing."""
    for key in keys:
        node = node.get(key) if isinstance(node, Mapping) else None
    return to_data(node) if node is not None else None


def _has_id(shape: Shape) -> bool:
    return isinstance(shape, PartShape) and all("id" in fields(part) for part in shape.variants)


class _Layer:
    def __init__(self, strict: bool = True) -> None:
        self.strict = strict
        self.findings: list[Finding] = []
        self.changes: list[Change] = []

    def node(self, course: Node, local: Node, shape: Shape, path: Names) -> Node:
        """The course's node with what is local laid over it."""
        if isinstance(course, Mapping) and isinstance(local, Mapping) and same_kind(course, local):
            return self._part(course, local, shape, path)
        if isinstance(course, Sequence) and isinstance(local, Sequence) and are_keyed(shape, course, local):
            return self._entries(course, local, shape, path)
        if to_data(course) == to_data(local):
            return course
        self.changes.append(Change(path, local, course))
        return local

    def _part(self, course: Mapping, local: Mapping, shape: Shape, path: Names) -> Node:
        shapes = shapes_below(shape, course)
        entries = dict(course.entries)
        for key, entry in local.entries.items():
            before = course.entries.get(key)
            if before is None:
                self.changes.append(Change((*path, key), entry.value, None))
                entries[key] = entry
                continue
            value = self.node(before.value, entry.value, shapes.get(key, ValueShape()), (*path, key))
            entries[key] = entry if value is entry.value else Entry(before.key, value)
        return Mapping(entries, course.place)

    def _entries(self, course: Sequence, local: Sequence, shape: Shape, path: Names) -> Node:
        known = {key: item for item in course.items if (key := key_of(item))}
        items = list(course.items)
        seen: set[str] = set()
        for entry in local.items:
            key = key_of(entry)
            if not isinstance(entry, Mapping) or key is None:
                self._without_slug(entry, items)
                continue
            item, after = _without_after(entry)
            if key in seen:
                self.findings.append(Finding("F10", _place_of_key(item), {"slug": key}))
                continue
            seen.add(key)
            if key in known:
                laid = self.node(known[key], item, item_shape(shape), (*path, key))
                items[_position(items, key)] = laid
            elif not self._is_whole(item, item_shape(shape), key, tuple(known)):
                continue
            else:
                self.changes.append(Change((*path, key), item, None))
                items.append(item)
            if after is not None:
                self._put_after(items, key, after)
        return Sequence(tuple(items), course.place)

    def _without_slug(self, entry: Node, items: list[Node]) -> None:
        """Nobody can say which entry is meant; what is no part at all is told when it is validated."""
        if isinstance(entry, Mapping) and not {"slug", "id"} & entry.entries.keys():
            self.findings.append(Finding("F02", entry.place, {"key": "slug"}))
        else:
            items.append(entry)

    def _is_whole(self, item: Mapping, shape: Shape, key: str, known: Names) -> bool:
        """Whether an entry can be an addition; one that lacks keys was meant as a change."""
        missing = missing_keys(item, shape) if self.strict else ()
        if not missing:
            return True
        facts = {"slug": key, "missing": ", ".join(missing)}
        self.findings.append(Finding("O01", _place_of_key(item), facts, key, known))
        return False

    def _put_after(self, items: list[Node], key: str, after: Node) -> None:
        keys = [name for item in items if (name := key_of(item)) and name != key]
        name = str(after.value) if isinstance(after, Scalar) else "?"
        if name not in keys:
            facts = {"what": "entry", "slug": name}
            self.findings.append(Finding("R01", after.place, facts, name, tuple(keys)))
            return
        item = items.pop(_position(items, key))
        items.insert(_position(items, name) + 1, item)


def missing_keys(part: Mapping, shape: Shape, but: str = "") -> Names:
    """The keys without which this would be no part of its own, sorted; of an unknown kind none are missing.

    Args:
        part: The part.
        shape: Its shape.
        but: A key that need not stand there.
    """
    if not isinstance(shape, PartShape):
        return ()
    variant = shape.variant(part.text("kind"))
    if variant is None:
        return () if "kind" in part.entries else ("kind",)
    return tuple(sorted(required(variant) - part.entries.keys() - {but}))


def _without_after(entry: Mapping) -> tuple[Mapping, Node | None]:
    after = entry.get(AFTER)
    if after is None:
        return entry, None
    rest = {key: value for key, value in entry.entries.items() if key != AFTER}
    return Mapping(rest, entry.place), after


def _position(items: list[Node], key: str) -> int:
    return next(index for index, item in enumerate(items) if key_of(item) == key)


def _place_of_key(item: Mapping) -> Place:
    key = item.get("slug") or item.get("id")
    return key.place if key else item.place
