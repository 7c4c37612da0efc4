"""Writes texts into a translation's YAML file and leaves every other byte of it as it was.

What is new stands in the source's order. A comment, the order of what is there and the way it is quoted stay.
"""

from collections.abc import Iterator
from collections.abc import Mapping as MappingType
from functools import cached_property
from typing import Any, Final

import yaml

from generator.reading.overlay import Steps
from generator.reading.tree import Mapping, Node, Scalar, Sequence
from generator.translating.yaml_text import INDENT, as_yaml, key_as_yaml

BOM: Final = "\ufeff"
_Loader: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Where something stands matters here, not what it means."""
Texts = MappingType[Steps, str]


def new_file(source: Node, texts: Texts, head: str = "") -> str:
    """A translation's whole file.

    Args:
        source: The tree of the source file.
        texts: The translated texts.
        head: Comments for its beginning, each with its line break.
    """
    return head + "\n".join(_Rendition(texts).of(source, (), 0)) + "\n"


def edited(text: str, source: Node, texts: Texts, changed: frozenset[Steps]) -> str:
    """A translation's file with some texts changed or added.

    Args:
        text: The file as it is; it is readable, and fits its source.
        source: The tree of the source file.
        texts: All translated texts, those that change as they are to be.
        changed: The ways to those that change.
    """
    line_break = "\r\n" if "\r\n" in text else "\n"
    root = yaml.compose(text.removeprefix(BOM), Loader=_Loader)
    edits = _Edits(text.removeprefix(BOM), texts, changed)
    edits.node(source, root, (), 0)
    return (BOM if text.startswith(BOM) else "") + edits.result(line_break)


class _Rendition:
    """Writes parts of the source's tree that are translated, as lines."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.places = {steps[:length] for steps in texts for length in range(len(steps) + 1)}

    def of(self, source: Node, steps: Steps, column: int) -> list[str]:
        """The lines of a part; only the first one is not indented."""
        match source:
            case Mapping():
                lines = [line for key in source.entries for line in self._key(source, key, steps, column)]
            case Sequence():
                lines = [line for item in self._items(source, steps, column) for line in item]
            case Scalar():
                lines = []
        return [lines[0].lstrip(), *lines[1:]] if lines else []

    def _key(self, source: Mapping, key: str, steps: Steps, column: int) -> list[str]:
        """A key with what stands below it; a slug where it tells which part of a list is meant."""
        if key == "slug" and steps and steps[-1] == source.text("slug"):
            return [f"{' ' * column}slug: {source.text('slug')}"]
        if (*steps, key) not in self.places:
            return []
        return self.entry(source.entries[key].value, (*steps, key), column)

    def entry(self, source: Node, steps: Steps, column: int) -> list[str]:
        """A key's lines, indented."""
        head = f"{' ' * column}{key_as_yaml(str(steps[-1]))}:"
        if isinstance(source, Scalar):
            return f"{head} {as_yaml(self.texts[steps], column + INDENT)}".split("\n")
        lines = self.of(source, steps, column + INDENT)
        return [head, f"{' ' * (column + INDENT)}{lines[0]}", *lines[1:]]

    def _items(self, source: Sequence, steps: Steps, column: int) -> Iterator[list[str]]:
        for index, item in enumerate(source.items):
            slug = item.text("slug") if isinstance(item, Mapping) else None
            if slug and (*steps, slug) in self.places:
                yield self.item(item, (*steps, slug), column)
            elif not slug or (*steps, index) in self.places or self._by_position(steps):
                yield self.item(item, (*steps, index), column)

    def _by_position(self, steps: Steps) -> bool:
        return any(place[:-1] == steps and isinstance(place[-1], int) for place in self.places if place)

    def item(self, source: Node, steps: Steps, column: int) -> list[str]:
        """A list entry's lines, indented; one without translation holds its place."""
        dash = f"{' ' * column}-"
        if steps not in self.places:
            return [dash if isinstance(source, Scalar) else f"{dash} {{}}"]
        if isinstance(source, Scalar):
            return f"{dash} {as_yaml(self.texts[steps], column + INDENT)}".split("\n")
        lines = self.of(source, steps, column + INDENT)
        return [f"{dash} {lines[0]}", *lines[1:]]


class _Edits:
    """Collects what to replace where, walking the source's tree and the file's nodes side by side."""

    def __init__(self, text: str, texts: Texts, changed: frozenset[Steps]) -> None:
        self.text = text
        self.texts = texts
        self.rendition = _Rendition(texts)
        self.wanted = {steps[:length] for steps in changed for length in range(len(steps) + 1)}
        self.edits: list[tuple[int, int, str]] = []

    def result(self, line_break: str) -> str:
        """The text with all edits."""
        parts, last = [], 0
        for start, end, new in sorted(self.edits, key=lambda edit: edit[:2]):
            parts += [self.text[last:start], new.replace("\n", line_break)]
            last = end
        return "".join([*parts, self.text[last:]])

    def node(self, source: Node, node: Any, steps: Steps, column: int) -> None:
        """Edit a value; `column` is where its lines begin if it has to be written anew."""
        if steps not in self.wanted:
            return
        if isinstance(source, Scalar):
            self._scalar(node, steps, column)
        elif isinstance(source, Mapping) and isinstance(node, yaml.MappingNode):
            self._mapping(source, node, steps, column)
        elif isinstance(source, Sequence) and isinstance(node, yaml.SequenceNode):
            self._sequence(source, node, steps, column)
        else:
            self._anew(source, node, steps, column)

    def _mapping(self, source: Mapping, node: Any, steps: Steps, column: int) -> None:
        there = {key.value: (key, value) for key, value in node.value}
        wanted = [key for key in source.entries if (*steps, key) in self.wanted]
        if node.flow_style and not there.keys() >= set(wanted):
            self._anew(source, node, steps, column)
            return
        column = column if node.flow_style else node.start_mark.column
        for key in wanted:
            if key in there:
                self.node(source.entries[key].value, there[key][1], (*steps, key), column + INDENT)
            else:
                lines = self.rendition.entry(source.entries[key].value, (*steps, key), column)
                order = [*source.entries]
                before = [*reversed(order[: order.index(key)]), "slug"]
                self._insert(lines, [there[one][1] for one in before if one in there], node.start_mark)

    def _sequence(self, source: Sequence, node: Any, steps: Steps, column: int) -> None:
        slugs = [item.text("slug") if isinstance(item, Mapping) else None for item in source.items]
        by_slug = any(slug and (*steps, slug) in self.wanted for slug in slugs)
        there = _by_slug(node) if by_slug else dict(enumerate(node.value))
        names: list[Any] = slugs if by_slug else list(range(len(slugs)))
        wanted = [name for name in names if (*steps, name) in self.wanted]
        if node.flow_style and not there.keys() >= set(wanted):
            self._anew(source, node, steps, column)
            return
        column = column if node.flow_style else node.start_mark.column
        for name in wanted:
            item = source.items[names.index(name)]
            if name in there:
                self.node(item, there[name], (*steps, name), column + INDENT)
            else:
                lines = self.rendition.item(item, (*steps, name), column)
                before = [there[one] for one in reversed(names[: names.index(name)]) if one in there]
                self._insert(lines, before, node.start_mark)

    def _insert(self, lines: list[str], before: list[Any], first: Any) -> None:
        """Put lines after the first of these nodes, or else in front of the first entry."""
        if before:
            end = self._line_end(self._end(before[0]))
            self.edits.append((end, end, "\n" + "\n".join(lines)))
        else:
            new = "\n".join(lines).lstrip() + "\n" + " " * first.column
            self.edits.append((first.index, first.index, new))

    def _anew(self, source: Node, node: Any, steps: Steps, column: int) -> None:
        """Write a whole part in place of braces, brackets or nothing."""
        lines = self.rendition.of(source, steps, column)
        start, end = node.start_mark.index, node.end_mark.index
        in_list = self.text[:start].rstrip(" ").endswith("-")
        while start and self.text[start - 1] == " ":
            start -= 1
        gap = " " if in_list else "\n" + " " * column
        rest = self.text[end : self._line_end(end)].strip()
        comment = f"  {rest}" if rest else ""
        if comment and in_list:
            lines[0] += comment
            comment = ""
        self.edits.append((start, self._line_end(end), comment + gap + "\n".join(lines)))

    def _scalar(self, node: Any, steps: Steps, column: int) -> None:
        style = node.style or None
        flow = self._in_flow(node)
        new = as_yaml(self.texts[steps], column, style if style in ("'", '"') else None, flow)
        start, end = node.start_mark.index, self._end(node)
        if flow:
            self.edits.append((start, end, new))
            return
        if style in ("|", ">"):
            header = self.text[start : self._line_end(start)]
            comment = header[header.index("#") - 1 :].strip() if "#" in header else ""
        else:
            comment = self.text[end : self._line_end(end)].strip()
            end = self._line_end(end)
        first, *rest = new.split("\n")
        space = " " if start and self.text[start - 1] in "-:" else ""
        with_comment = f"{first}  {comment}" if comment else first
        self.edits.append((start, end, space + "\n".join([with_comment, *rest])))

    def _in_flow(self, node: Any) -> bool:
        return any(start <= node.start_mark.index < end for start, end in self._braces)

    @cached_property
    def _braces(self) -> list[tuple[int, int]]:
        """From where to where there are braces or brackets."""
        return list(_flows(yaml.compose(self.text, Loader=_Loader)))

    def _end(self, node: Any) -> int:
        """Where the last character of a node stands; a block's own end lies after comments."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(node, yaml.MappingNode) else last)
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            keeps_blank_lines = "+" in self.text[start : self._line_end(start)].partition("#")[0]
            within = self.text[start:end]
            if keeps_blank_lines:
                return int(start + len(within.removesuffix("\n").removesuffix("\r")))
            return int(start + len(within.rstrip("\r\n ")))
        return int(end)

    def _line_end(self, index: int) -> int:
        end = self.text.find("\n", index)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[end - 1 : end] == "\r" and end > index else end


def _flows(node: Any) -> Iterator[tuple[int, int]]:
    if isinstance(node, yaml.CollectionNode):
        if node.flow_style:
            yield node.start_mark.index, node.end_mark.index
            return
        for child in node.value:
            yield from _flows(child[1] if isinstance(node, yaml.MappingNode) else child)


def _by_slug(node: Any) -> dict[str, Any]:
    return {
        value.value: item
        for item in node.value
        if isinstance(item, yaml.MappingNode)
        for key, value in item.value
        if key.value == "slug"
    }
