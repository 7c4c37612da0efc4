"""Turns a text into YAML as a person would write it: plain, in quotes where it must be, or in a block."""

import json
import re
from typing import Any, Final

import yaml

from generator.reading.tree import Mapping, Node, Scalar, Sequence
from generator.reading.yaml_file import parse_yaml

INDENT: Final = 2
UNPRINTABLE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
TEXT_TAG: Final = "tag:yaml.org,2002:str"
QUOTE: Final = "'"
_Resolver: Final[Any] = yaml.resolver.Resolver()


def as_yaml(text: str, column: int, style: str | None = None, flow: bool = False) -> str:
    """A text as the value of a key or a list's entry.

    Args:
        text: The text.
        column: How far the lines of a block are to be indented.
        style: How the text that it replaces was written: None for plain, or one of ``' " | >``.
        flow: Whether it stands inside braces or brackets.

    Returns:
        What stands after ``key: `` or ``- ``, without a line break at its end.
    """
    if "\n" in text:
        block = _block(text, column)
        lost_easily = text.endswith("\n\n")  # blank lines at a block's end
        if not (flow or lost_easily) and _reads_as(text, f"k:\n{' ' * (column - INDENT)}- {block}\n"):
            return block
    elif style != '"':
        written = f"'{text.replace(QUOTE, QUOTE * 2)}'" if style == QUOTE else text
        candidate = f"k: [{written}]" if flow else f"k: {written}"
        if (style == QUOTE or _is_text_everywhere(text)) and _reads_as(text, candidate):
            return written
    return _quoted(text)


def key_as_yaml(key: str) -> str:
    """A key, in quotes where it could be taken for something else, as ``true``."""
    return key if _is_text_everywhere(key) else _quoted(key)


def _block(text: str, column: int) -> str:
    body = text.removesuffix("\n")
    chomping = "-" if body == text else ""
    explicit = str(INDENT) if text[:1] in (" ", "\n") else ""
    lines = [f"{' ' * column}{line}" if line else "" for line in body.split("\n")]
    return "\n".join([f"|{explicit}{chomping}", *lines])


def _quoted(text: str) -> str:
    return UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def _is_text_everywhere(text: str) -> bool:
    """Whether every reader of YAML takes these words for text: not ``yes``, ``12:30`` or ``2026-11-01``."""
    tag = _Resolver.resolve(yaml.ScalarNode, text, (True, False))
    return bool(tag == TEXT_TAG) and " #" not in text


def _reads_as(text: str, written: str) -> bool:
    """Whether our own reader finds just this text."""
    file = parse_yaml(written.encode("utf-8", "replace"), "")
    node: Node | None = file.tree.get("k") if isinstance(file.tree, Mapping) else None
    if isinstance(node, Sequence):
        node = node.items[0] if len(node.items) == 1 else None
    return not file.findings and isinstance(node, Scalar) and node.value == text
