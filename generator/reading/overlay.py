"""Lays a translation's tree over the source's tree, before either is validated.

Objects in lists are matched by ``slug`` where they have one, everything else by position. Only texts
may be translated; a text without translation, or with nothing in its place, stays in the source language and
is reported. What was laid over what is kept, so that nothing else has to match the two once more.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeGuard, TypeVar

from generator.findings.finding import Finding, Place
from generator.model.part import Part
from generator.model.placeholder import is_placeholder
from generator.model.shape import (
    ListShape,
    PartShape,
    Shape,
    TextShape,
    fields,
    has_slug,
    holds_text,
    required,
)
from generator.reading.tree import Entry, Mapping, Node, Scalar, Sequence, Unread, to_data, type_name

N = TypeVar("N", Mapping, Sequence)
Steps = tuple[str | int, ...]
"""The way to a text: keys, slugs where a list's entries have them, else positions from 0."""


@dataclass(frozen=True, slots=True)
class TextPair:
    """A text of the source with its translation, None where it has none.

    `steps` lead to it, whatever the order of entries with slugs; `safety` says that it stands in a part that
    the course marks so. It is not `aligned` in a list of another length, where nobody knows what belongs to
    what.
    """

    steps: Steps
    source: Scalar
    translation: Scalar | None
    markup: Literal["plain", "markdown"]
    safety: bool = False
    aligned: bool = True

    @property
    def key(self) -> str:
        """The way to the text in one word."""
        return "/".join(map(str, self.steps))

    @property
    def source_text(self) -> str:
        return str(self.source.value)

    @property
    def translated_text(self) -> str | None:
        return str(self.translation.value) if self.translation else None


@dataclass(slots=True)
class Overlay:
    """The tree in the translation's language, what is wrong, and every text with its translation."""

    tree: Node
    findings: list[Finding] = field(default_factory=list)
    pairs: list[TextPair] = field(default_factory=list)

    @property
    def untranslated(self) -> set[str]:
        """The texts left in the source language."""
        return {pair.source_text for pair in self.pairs if pair.translation is None}


def lay_over(
    source: Node, translation: Node | None, part: type[Part], language: str, file: str = ""
) -> Overlay:
    """Lay a translation over a source file.

    Args:
        source: The tree of the source file.
        translation: The tree of the file that translates it; None where there is no such file.
        part: The class that the source file is validated against.
        language: The translation's language, for findings.
        file: Where the translation stands or should stand, for findings.
    """
    layer = _Layer(language, file)
    tree = layer.node(source, translation, PartShape((part,)), ())
    return Overlay(tree, layer.findings, layer.pairs)


class _Layer:
    def __init__(self, language: str, file: str, safety: bool = False) -> None:
        self.language = language
        self.file = file
        self.safety = safety
        self.aligned = True
        self.findings: list[Finding] = []
        self.pairs: list[TextPair] = []

    def node(self, source: Node, translation: Node | None, shape: Shape, steps: Steps) -> Node:
        """The source's node with the translation's texts in it; what could not be read changes nothing."""
        if isinstance(source, Unread) or isinstance(translation, Unread):
            return source
        match source, shape:
            case Scalar(), TextShape():
                return self._text(source, translation, shape, steps)
            case Mapping(), PartShape():
                return self._part(source, translation, shape, steps)
            case Sequence(), ListShape() if has_slug(shape.item):
                return self._by_slug(source, translation, shape, steps)
            case Sequence(), ListShape():
                return self._by_position(source, translation, shape, steps)
        if translation is not None:
            self.findings.append(Finding("L03", translation.place))
        return source

    def _text(self, source: Scalar, translation: Node | None, shape: TextShape, steps: Steps) -> Node:
        if not isinstance(source.value, str):
            return source  # that it is no text is told of the source
        translated = translation if _is_text(translation) and not _is_unwritten(translation) else None
        self.pairs.append(TextPair(steps, source, translated, shape.markup, self.safety, self.aligned))
        if translated:
            return translated
        if translation is None or _is_nothing(translation):
            self.findings.append(self._missing(source))
        elif _is_text(translation):
            # A first draft's placeholder says where a translation belongs; it is none yet.
            facts = {"text": str(translation.value).strip()}
            self.findings.append(Finding("F23", translation.place, facts))
        else:
            facts = {"expected": "text", "got": type_name(translation)}
            self.findings.append(Finding("F05", translation.place, facts))
        return source

    def _missing(self, source: Scalar) -> Finding:
        if self.safety:
            return Finding("S07", source.place, {"language": self.language, "file": self.file})
        return Finding("L02", source.place, {"language": self.language})

    def _silent(self) -> "_Layer":
        """A layer whose findings nobody reads: what it misses follows from something that is told."""
        silent = _Layer(self.language, self.file, self.safety)
        silent.pairs, silent.aligned = self.pairs, self.aligned
        return silent

    def _part(self, source: Mapping, translation: Node | None, shape: PartShape, steps: Steps) -> Node:
        variant = shape.variant(source.text("kind"))
        if variant is None:
            return source  # the source's own finding says that its kind is unknown
        translated = self._expect(translation, Mapping)
        shapes = fields(variant)
        entries = {}
        around, self.safety = self.safety, self.safety or is_safety(source)
        silent = self._silent()
        meant = _meant(translated, shapes) if translated else frozenset()
        for key, entry in source.entries.items():
            below = translated.entries.get(key) if translated else None
            only_follows = translated and not below and (translated.incomplete or key in meant)
            layer = silent if only_follows else self
            entries[key] = Entry(entry.key, layer._field(key, entry, below, shapes.get(key), steps))
        self.safety = around
        if translated and not source.incomplete:
            self._foreign_keys(source, translated, variant)
        return Mapping(entries, source.place, source.incomplete)

    def _field(
        self, key: str, entry: Entry, translated: Entry | None, shape: Shape | None, steps: Steps
    ) -> Node:
        if shape is None:
            return entry.value
        if key == "slug" and translated:
            self._same_slug(entry.value, translated.value)
            return entry.value
        if translated and not holds_text(shape):
            self.findings.append(Finding("L03", translated.key, {"key": key}))
            return entry.value
        return self.node(entry.value, translated.value if translated else None, shape, (*steps, key))

    def _same_slug(self, source: Node, translation: Node) -> None:
        """A slug only says which part is translated."""
        if isinstance(source, Unread) or isinstance(translation, Unread):
            return
        if to_data(source) != to_data(translation):
            slug, allowed = str(to_data(translation)), (str(to_data(source)),)
            self.findings.append(Finding("L05", translation.place, {"slug": slug}, slug, allowed))

    def _foreign_keys(self, source: Mapping, translated: Mapping, variant: type[Part]) -> None:
        """Report what the translation says that its source does not."""
        shapes = fields(variant)
        misspelt = not source.entries.keys() <= shapes.keys()
        told_of_source = shapes.keys() if misspelt else required(variant) - {"slug"}
        for key, entry in translated.entries.items():
            if key in source.entries or key in told_of_source:
                continue
            if key in shapes:
                self.findings.append(Finding("L07", entry.key, {"key": key}))
            else:
                allowed = tuple(name for name, shape in shapes.items() if holds_text(shape))
                self.findings.append(Finding("F01", entry.key, {"key": key}, found=key, allowed=allowed))

    def _by_slug(self, source: Sequence, translation: Node | None, shape: ListShape, steps: Steps) -> Node:
        translated = self._expect(translation, Sequence)
        by_slug: dict[str | None, Node] = {}
        known = {_slug(item) for item in source.items}
        matches = not (translated and _has_unread(translated))
        for item in translated.items if translated else ():
            slug = _slug(item)
            if slug is None and _is_unread(item):
                continue
            if slug not in known and _hides_slugs(source):
                continue
            if slug not in known or slug is None:
                matches = False
                allowed = tuple(sorted(filter(None, known)))
                place = _place_of_slug(item)
                self.findings.append(Finding("L05", place, {"slug": slug or "?"}, slug or "", allowed))
            elif slug in by_slug:
                self.findings.append(Finding("F10", _place_of_slug(item), {"slug": slug}))
            else:
                by_slug[slug] = item
        pairs = [
            ((*steps, _slug(item) or index), item, by_slug.get(_slug(item)))
            for index, item in enumerate(source.items)
        ]
        return Sequence(self._items(pairs, shape, matches), source.place, source.incomplete)

    def _by_position(
        self, source: Sequence, translation: Node | None, shape: ListShape, steps: Steps
    ) -> Node:
        translated = self._expect(translation, Sequence)
        items = translated.items if translated else ()
        incomplete = source.incomplete or (translated is not None and translated.incomplete)
        if translated and len(items) != len(source.items) and not incomplete:
            facts = {"source": len(source.items), "translation": len(items)}
            self.findings.append(Finding("L04", translated.place, facts))
        others = [*items[: len(source.items)], *[None] * (len(source.items) - len(items))]
        pairs = [
            ((*steps, index), item, other)
            for index, (item, other) in enumerate(zip(source.items, others, strict=True))
        ]
        matches = not translated or (len(items) == len(source.items) and not incomplete)
        around, self.aligned = self.aligned, self.aligned and matches
        laid = self._items(pairs, shape, matches)
        self.aligned = around
        return Sequence(laid, source.place, source.incomplete)

    def _items(
        self, pairs: list[tuple[Steps, Node, Node | None]], shape: ListShape, matches: bool
    ) -> tuple[Node, ...]:
        """The list's entries; where the lists do not match, that is told and not each missing entry."""
        silent = self._silent()
        return tuple(
            (self if other or matches else silent).node(item, other, shape.item, steps)
            for steps, item, other in pairs
        )

    def _expect(self, translation: Node | None, wanted: type[N]) -> N | None:
        if isinstance(translation, wanted):
            return translation
        if translation is None or _is_nothing(translation):
            return None
        facts = {"expected": "mapping" if wanted is Mapping else "list", "got": type_name(translation)}
        self.findings.append(Finding("F05", translation.place, facts))
        return None


def is_safety(part: Node) -> bool:
    """Whether the course marks this part as one that people in danger rely on."""
    mark = part.get("safety") if isinstance(part, Mapping) else None
    return isinstance(mark, Scalar) and mark.value is True


def _is_text(node: Node | None) -> TypeGuard[Scalar]:
    return isinstance(node, Scalar) and isinstance(node.value, str)


def _is_unwritten(text: Scalar) -> bool:
    return is_placeholder(str(text.value))


def _is_nothing(node: Node) -> bool:
    """Whether it only holds a place in a list, or a key, for what is yet to be translated."""
    return isinstance(node, Scalar) and node.value is None


def _meant(translated: Mapping, shapes: dict[str, Shape]) -> frozenset[str | None]:
    """The keys that misspelt ones were meant to be: they are not missing besides."""
    unknown = [(key, entry.key) for key, entry in translated.entries.items() if key not in shapes]
    return frozenset(Finding("F01", place, {}, key, tuple(shapes)).nearest for key, place in unknown)


def _is_unread(item: Node) -> bool:
    """Whether it cannot be known which part this is."""
    return isinstance(item, Unread) or (
        isinstance(item, Mapping) and (item.incomplete or isinstance(item.get("slug"), Unread))
    )


def _has_unread(parts: Sequence) -> bool:
    return parts.incomplete or any(_slug(item) is None and _is_unread(item) for item in parts.items)


def _hides_slugs(parts: Sequence) -> bool:
    """Whether a part stands here whose slug is not known: another finding tells why."""
    return parts.incomplete or any(_slug(item) is None for item in parts.items)


def _slug(item: Node) -> str | None:
    return item.text("slug") if isinstance(item, Mapping) else None


def _place_of_slug(item: Node) -> Place:
    slug = item.get("slug") if isinstance(item, Mapping) else None
    return slug.place if slug else item.place
