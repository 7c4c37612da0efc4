"""Turns plain data into the text of a YAML file as one writes it by hand, with notes above the keys."""

import json
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

WIDTH: Final = 88
INDENT: Final = "  "
QUOTATION: Final = "> "
PLAIN: Final = re.compile(r"(?!\d)[\w(“‘…][^\n:#\"'{}\[\]&*!|>%@`\\]*")
"""Texts that need no quotes for what they hold."""
WORDS_OF_YAML: Final = frozenset("y yes n no on off true false null nan inf".split())
"""Words that some reader of YAML takes for true, false, nothing or a number."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with a note, which becomes a comment above its key or entry."""

    value: Any
    note: str


def yaml_text(data: dict[str, Any]) -> str:
    """The text of a file that holds these data; values may be `Noted`."""
    return "".join(f"{line}\n" for line in _mapping(data))


def comment(text: str) -> list[str]:
    """A text as lines of comment, paragraph by paragraph; a quotation (``> ``) stays marked in each line."""
    return [line for paragraph in text.split("\n") if paragraph.strip() for line in _wrapped(paragraph)]


def _wrapped(paragraph: str) -> list[str]:
    opening = f"# {QUOTATION}" if paragraph.startswith(QUOTATION) else "# "
    words = paragraph.removeprefix(QUOTATION)
    return textwrap.wrap(words, WIDTH, initial_indent=opening, subsequent_indent=opening)


def scalar(value: str | int | float | bool | None) -> str:
    """A value in one line; in quotes where it would be read as something else without."""
    if not isinstance(value, str):
        return json.dumps(value)
    if PLAIN.fullmatch(value) and value.lower() not in WORDS_OF_YAML and _reads_as_itself(value):
        return value
    return f"'{value}'" if '"' in value and "'" not in value else json.dumps(value, ensure_ascii=False)


def _reads_as_itself(plain: str) -> bool:
    """Whether a reader, even of YAML 1.1, takes the text for this text."""
    try:
        return bool(yaml.safe_load(plain) == plain)
    except yaml.YAMLError:
        return False


def _mapping(data: dict[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        yield from _noted(value)
        yield from _entry(key, _bare(value))


def _entry(key: str, value: Any) -> Iterator[str]:
    if not isinstance(value, dict | list | tuple):
        yield f"{key}: {scalar(value)}"
    elif not value:
        yield f"{key}: {'{}' if isinstance(value, dict) else '[]'}"
    else:
        yield f"{key}:"
        below = _mapping(value) if isinstance(value, dict) else _sequence(value)
        yield from (INDENT + line for line in below)


def _sequence(items: list[Any] | tuple[Any, ...]) -> Iterator[str]:
    for item in items:
        yield from _noted(item)
        value = _bare(item)
        lines = list(_mapping(value)) if isinstance(value, dict) and value else [_single(value)]
        opened = next(number for number, line in enumerate(lines) if not line.startswith("#"))
        yield from lines[:opened]  # notes on the first key stand above the dash
        yield f"- {lines[opened]}"
        yield from (INDENT + line for line in lines[opened + 1 :])


def _single(value: Any) -> str:
    return "{}" if value == {} else scalar(value)


def _noted(value: Any) -> Iterator[str]:
    if isinstance(value, Noted):
        yield from comment(value.note)


def _bare(value: Any) -> Any:
    return value.value if isinstance(value, Noted) else value
