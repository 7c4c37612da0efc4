"""Tells from a line of YAML alone which entries start in it, without reading the file as YAML."""

import re
from dataclasses import dataclass
from typing import Final

KEY: Final = re.compile(r"""(?P<key>[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*:(?=\s|$)""")
HYPHEN: Final = re.compile(r"-(?:[ \t]+|$)")
DEEPEST: Final = 50
"""So many lists in lists are looked at in one line."""
JOINED_KEY: Final = re.compile(r"(?P<key>[A-Za-z][\w-]*):")
"""A key and its value without a space between them."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where an entry starts: a key, or (`key` is None) the hyphen of a list's entry; counted from 0."""

    line: int
    column: int
    key: str | None = None


def starts(text: str, line: int, joined: bool = False) -> list[Start]:
    """The entries that start in a line, the outermost first.

    Args:
        text: The line.
        line: Its number, from 0.
        joined: Whether a key counts that has no space after its colon.
    """
    found: list[Start] = []
    column = indentation(text)
    while (hyphen := HYPHEN.match(text, column)) and len(found) < DEEPEST:
        found.append(Start(line, column))
        column = hyphen.end()
    key = KEY.match(text, column) or (JOINED_KEY.match(text, column) if joined else None)
    if key:
        found.append(Start(line, column, key["key"]))
    return found


def indentation(text: str) -> int:
    """How many spaces and tabs a line starts with."""
    return len(text) - len(text.lstrip(" \t"))


def says_something(text: str) -> bool:
    """Whether a line holds more than spaces and a comment."""
    return bool(text.strip()) and not text.lstrip().startswith("#")
