"""Adds an entry to a list of slugs in a file's text and leaves every other byte as it is."""

from generator.authoring.yaml_text import scalar
from generator.findings.finding import Place
from generator.reading.tree import Mapping, Node, Path, Scalar, Sequence, child, to_data
from generator.reading.yaml_file import parse_yaml


class ListingError(Exception):
    """Where the entry belongs is written in a way that cannot be edited safely; a person has to add it.

    `path` leads to the list in the file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(".".join(map(str, path)))
        self.path = path


def with_entry(text: str, path: Path, slug: str) -> str:
    """A file's text with a slug added at the end of a list, which is begun where it does not stand yet.

    Args:
        text: The file's text.
        path: Keys and indexes that lead to the list.
        slug: What to add to it.

    Raises:
        ListingError: It cannot be added without risk to what stands there.
    """
    tree = _parsed(text)
    around = _at(tree, path[:-1])
    if not isinstance(around, Mapping):
        raise ListingError(path)
    edited = _edited(text, around, path, slug)
    if edited is None or _data(edited) != _expected(tree, path, slug):
        raise ListingError(path)
    return edited


def _edited(text: str, around: Mapping, path: Path, slug: str) -> str | None:
    value = around.get(str(path[-1]))
    lines = text.splitlines(keepends=True)
    match value:
        case None:
            return _with_list(lines, around, path, slug)
        case Scalar(value=None):
            key = around.entries[str(path[-1])].key
            return _inserted(lines, key.line, f"{_indent(key)}  - {scalar(slug)}")
        case Sequence(items=items, place=place) if _character(lines, place) == "[":
            if not items:
                return _spliced(lines, place.line, place.column, scalar(slug))
            last = items[-1].place
            return _spliced(lines, last.line, last.column - 1 + last.width, f", {scalar(slug)}")
        case Sequence(items=(*_, Scalar() as last)):
            before = lines[last.place.line - 1][: last.place.column - 1]
            return (
                _inserted(lines, last.last_line, f"{before}{scalar(slug)}") if before.strip() == "-" else None
            )
    return None


def _with_list(lines: list[str], around: Mapping, path: Path, slug: str) -> str | None:
    """The list begun below the last key that has a value of one line; at the top level, at the file's end."""
    *_, last = around.entries.values()
    indent = _indent(last.key)
    added = f"{indent}{path[-1]}:\n{indent}  - {scalar(slug)}"
    if len(path) == 1:
        return _inserted(lines, len(lines), added)
    for entry in reversed(around.entries.values()):
        if isinstance(entry.value, Scalar) and entry.value.style is None and entry.value.value is not None:
            return _inserted(lines, entry.value.last_line, added)
    return None


def _indent(key: Place) -> str:
    return " " * (key.column - 1)


def _character(lines: list[str], place: Place) -> str:
    return lines[place.line - 1][place.column - 1 : place.column]


def _spliced(lines: list[str], line: int, column: int, added: str) -> str:
    """The text with something put behind a column of a line."""
    old = lines[line - 1]
    return "".join([*lines[: line - 1], old[:column] + added + old[column:], *lines[line:]])


def _inserted(lines: list[str], after: int, added: str) -> str:
    """The text with lines added after one, with the line breaks that the file has."""
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    before = "".join(lines[:after])
    if before and not before.endswith("\n"):
        before += end
    return before + added.replace("\n", end) + end + "".join(lines[after:])


def _parsed(text: str) -> Node | None:
    file = parse_yaml(text.encode(), "")
    return file.tree if file.is_sound else None


def _data(text: str) -> object:
    tree = _parsed(text)
    return to_data(tree) if tree else None


def _at(tree: Node | None, path: Path) -> Node | None:
    for step in path:
        tree = child(tree, step) if tree else None
    return tree


def _expected(tree: Node | None, path: Path, slug: str) -> object:
    """The data as they have to be after the edit."""

    def with_slug(node: Node | None, rest: Path) -> object:
        if not rest:
            return (*(to_data(node) or () if node else ()), slug)
        if isinstance(node, Mapping):
            data = {key: to_data(entry.value) for key, entry in node.entries.items()}
            return data | {rest[0]: with_slug(node.get(str(rest[0])), rest[1:])}
        if isinstance(node, Sequence):
            return tuple(
                with_slug(item, rest[1:]) if index == rest[0] else to_data(item)
                for index, item in enumerate(node.items)
            )
        return None

    return with_slug(tree, path)
