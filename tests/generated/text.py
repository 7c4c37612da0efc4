"""Texts in every language of a course, and who writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

Length = Literal["short", "cell", "usual", "long"]
"""Two words for a narrow column; a sentence for a table's cell; a title or some sentences; paragraphs."""


@dataclass(frozen=True, slots=True)
class Words:
    """One text, by language."""

    by_language: Mapping[str, str]


class Writer(Protocol):
    """Writes the texts of a course; no two are the same."""

    def line(self, length: Length) -> Words:
        """One line of plain text."""

    def prose(self, length: Length) -> Words:
        """Markdown, never without a word."""


def in_language(tree: Any, language: str) -> Any:
    """A tree of plain data with its texts in one language."""
    match tree:
        case Words():
            return tree.by_language[language]
        case dict():
            return {key: in_language(value, language) for key, value in tree.items()}
        case list():
            return [in_language(item, language) for item in tree]
        case _:
            return tree


def overlay(tree: Any, language: str) -> Any:
    """What a translation's file says: the texts, with the shape and slugs by which they are matched; None
    where there is no text.
    """
    match tree:
        case Words():
            return tree.by_language[language]
        case dict():
            said = {
                key: text for key, value in tree.items() if (text := overlay(value, language)) is not None
            }
            return _slug_of(tree) | said if said else None
        case list():
            entries = [overlay(item, language) for item in tree]
            if all(entry is None for entry in entries):
                return None
            pairs = zip(entries, tree, strict=True)
            return [_slug_of(item) if entry is None else entry for entry, item in pairs]
    return None


def _slug_of(part: Mapping[str, Any]) -> dict[str, Any]:
    return {"slug": part["slug"]} if "slug" in part else {}
