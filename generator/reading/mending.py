"""Puts what was meant in for what is wrong with a tree, so that the faults below it can be found."""

from dataclasses import dataclass, field, replace

from generator.reading.tree import Entry, Mapping, Node, Path, Scalar, Sequence


@dataclass(slots=True)
class Mending:
    """What is to be put in, by the path of what is wrong."""

    keys: dict[Path, str | None] = field(default_factory=dict)
    values: dict[Path, str] = field(default_factory=dict)
    items: set[Path] = field(default_factory=set)

    def remove(self, path: Path) -> None:
        """Take the list for one without the entry that stands at this path."""
        self.items.add(path)

    def rename(self, path: Path, key: str | None) -> None:
        """Take the key that ends this path for another; None: as if it could not be read."""
        self.keys[path] = key

    def put(self, path: Path, value: str | None) -> None:
        """Take what stands at this path for a text; None: it stays."""
        if value is not None:
            self.values[path] = value

    def applied(self, tree: Node) -> Node:
        """The tree with all of it put in; the same tree where there is nothing to put in."""
        return self._node(tree, ()) if self.keys or self.values or self.items else tree

    def _node(self, node: Node, path: Path) -> Node:
        if path in self.values:
            return Scalar(self.values[path], node.place, last_line=node.place.line)
        match node:
            case Mapping():
                entries = self._entries(node, path)
                return replace(
                    node, entries=entries, incomplete=node.incomplete or len(entries) < len(node.entries)
                )
            case Sequence():
                items = [(item, (*path, index)) for index, item in enumerate(node.items)]
                kept = (self._node(item, below) for item, below in items if below not in self.items)
                return replace(node, items=tuple(kept))
        return node

    def _entries(self, node: Mapping, path: Path) -> dict[str, Entry]:
        entries = {}
        for key, entry in node.entries.items():
            name = self.keys.get((*path, key), key)
            if name is not None:
                entries[name] = Entry(entry.key, self._node(entry.value, (*path, key)))
        return entries
