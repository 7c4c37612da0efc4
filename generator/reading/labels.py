"""Turns the theme's labels, and those that a course brings along, into the words that site and books say.

In a language without labels of its own stand those of the course's source language; a translation of the
course may hold what is missing, in `translations/<language>/labels.yaml`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

from generator.findings.finding import Finding
from generator.model.layout import LABELS, translation_file
from generator.reading.folder import is_plain
from generator.reading.locale_words import locale_words
from generator.reading.overlay import Steps, TextPair
from generator.reading.tree import Mapping, Node, Scalar, Sequence, Unread, type_name
from generator.reading.yaml_file import YamlFile, read_yaml

FALLBACK_LANGUAGE: Final = "en"
N = TypeVar("N", Mapping, Sequence)
PLACE: Final = re.compile(r"\{\w*\}|[{}]")
"""What is filled in, and braces that mean nothing: who fills in could not read them."""


@dataclass(slots=True)
class Labels:
    """The labels of one language: `words` as templates use them, complete; what is wrong with the files.

    `pairs` are the labels that the theme does not have in this language, with what translates them.
    """

    words: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    pairs: list[TextPair] = field(default_factory=list)


def label_files(
    theme: Path, folders: tuple[Path, ...], language: str, source: str | None
) -> tuple[Path, ...]:
    """The files that say a language's labels; the later ones go before the earlier, and may not be there.

    Args:
        theme: The theme's folder.
        folders: The course's folders, where they may bring labels along; the last goes before the first.
        language: The language that is wanted.
        source: The course's source language, whose labels stand in for missing ones.
    """
    folder = theme / "labels"
    ground = folder / f"{source or language}.yaml"
    if not ground.is_file():
        ground = folder / f"{FALLBACK_LANGUAGE}.yaml"
    name = translation_file(LABELS, language)
    own = [folder / name for folder in folders if is_plain(folder, name)]
    return (ground, folder / f"{language}.yaml", *own)


def read_labels(theme: Path, folders: tuple[Path, ...], language: str, source: str | None = None) -> Labels:
    """Read a language's labels; whatever a file lacks or has wrong falls back.

    Args:
        theme: The theme's folder.
        folders: The course's folders, where they may bring labels along; the last goes before the first.
        language: The language that is wanted.
        source: The course's source language.
    """
    ground, *others = label_files(theme, folders, language, source)
    if not ground.is_file():
        return Labels()
    read = _read(ground)
    labels = Labels(findings=list(read.findings))
    if not isinstance(read.tree, Mapping):
        return labels
    over = [_layer(path, labels) if path != ground else None for path in others]
    complete = ground == others[0]
    layers = _Layers(labels, complete)
    labels.words = layers.mapping(read.tree, over, ())
    if not complete:
        _fill_in(labels, locale_words(language), {key for layer in over if layer for key in layer.entries})
    return labels


def _layer(path: Path, labels: Labels) -> Mapping | None:
    if not path.is_file():
        return None
    file = _read(path)
    labels.findings += file.findings
    if file.tree is None or isinstance(file.tree, Mapping):
        return file.tree
    facts = {"expected": "mapping", "got": type_name(file.tree)}
    labels.findings.append(Finding("F05", file.tree.place, facts))
    return None


def _fill_in(labels: Labels, known: dict[str, Any], told: set[str]) -> None:
    """Take from the locale what no file says; nobody has to translate that."""
    taken = known.keys() & labels.words.keys() - told
    labels.words |= {key: known[key] for key in taken}
    labels.pairs = [pair for pair in labels.pairs if pair.steps[0] not in taken]


def _read(path: Path) -> YamlFile:
    return read_yaml(path, path.as_posix())


class _Layers:
    """Lays label files over each other, the theme's first; `complete` says that nothing is left to do."""

    def __init__(self, labels: Labels, complete: bool) -> None:
        self.labels = labels
        self.complete = complete

    def node(self, ground: Node, over: list[Node | None], steps: Steps) -> Any:
        match ground:
            case Mapping():
                return self.mapping(ground, self._of_kind(Mapping, over), steps)
            case Sequence():
                return self._list(ground, self._of_kind(Sequence, over), steps)
            case Scalar():
                return self._text(ground, over, steps)

    def mapping(self, ground: Mapping, over: list[Mapping | None], steps: Steps) -> dict[str, Any]:
        """The words of a group of labels."""
        for layer in filter(None, over):
            for key in layer.entries.keys() - ground.entries.keys():
                place, allowed = layer.entries[key].key, tuple(ground.entries)
                self.labels.findings.append(Finding("F01", place, {"key": key}, key, allowed))
        return {
            key: self.node(entry.value, [layer.get(key) if layer else None for layer in over], (*steps, key))
            for key, entry in ground.entries.items()
        }

    def _list(self, ground: Sequence, over: list[Sequence | None], steps: Steps) -> list[Any]:
        fitting = [layer if layer and self._as_long(layer, ground) else None for layer in over]
        return [
            self.node(item, [layer.items[index] if layer else None for layer in fitting], (*steps, index))
            for index, item in enumerate(ground.items)
        ]

    def _as_long(self, layer: Sequence, ground: Sequence) -> bool:
        if len(layer.items) == len(ground.items):
            return True
        facts: dict[str, str | int] = {"source": len(ground.items), "translation": len(layer.items)}
        self.labels.findings.append(Finding("L04", layer.place, facts))
        return False

    def _text(self, ground: Scalar, over: list[Node | None], steps: Steps) -> Any:
        if steps[-1] == "slug" or not isinstance(ground.value, str):
            return ground.value
        themes, *own = [self._fitting(ground, layer) for layer in over]
        translation = next(filter(None, reversed(own)), None)
        if not self.complete and not themes:
            markup: Literal["markdown", "plain"] = "markdown" if "\n" in ground.value else "plain"
            self.labels.pairs.append(TextPair(steps, ground, translation, markup))
        return (translation or themes or ground).value

    def _fitting(self, ground: Scalar, layer: Node | None) -> Scalar | None:
        """The text that may stand instead; it has the same places to fill in."""
        if layer is None or _says_nothing(layer):
            return None
        if not isinstance(layer, Scalar) or not isinstance(layer.value, str):
            self._other_kind("text", layer)
            return None
        wanted, there = (_places(str(text.value)) for text in (ground, layer))
        if wanted != there:
            only = {"source": wanted - there, "translation": there - wanted}
            facts = {where: ", ".join(sorted(names)) or "–" for where, names in only.items()}
            self.labels.findings.append(Finding("L11", layer.place, facts))
        return layer if wanted == there else None

    def _of_kind(self, kind: type[N], over: Iterable[Node | None]) -> list[N | None]:
        """The layers of this kind; another one is told, but for nothing at all."""
        fitting: list[N | None] = []
        for layer in over:
            fits = isinstance(layer, kind)
            if layer is not None and not fits and not _says_nothing(layer):
                self._other_kind("mapping" if kind is Mapping else "list", layer)
            fitting.append(layer if isinstance(layer, kind) else None)
        return fitting

    def _other_kind(self, expected: str, layer: Node) -> None:
        facts = {"expected": expected, "got": type_name(layer)}
        self.labels.findings.append(Finding("F05", layer.place, facts))


def _places(text: str) -> set[str]:
    """The places of a text where something is filled in, and what of it nobody could fill in.

    Only a bare name is a place: more within the braces could ask for anything, such as a million spaces.
    """
    return set(PLACE.findall(text))


def _says_nothing(layer: Node) -> bool:
    """Whether nothing stands there yet, or nothing that could be read, which another finding tells."""
    return isinstance(layer, Unread) or (isinstance(layer, Scalar) and layer.value is None)
