"""Looks over a text's events before it is composed: what would hurt the composer, and what we refuse.

The event pass is iterative; composing is not, and thousands of levels would end the interpreter.
"""

import re
from dataclasses import dataclass
from typing import Any, Final

import yaml

from generator.findings.finding import Finding, SourceText
from generator.reading.syntax import place_of
from generator.reading.yaml_types import YAML_TAG, Loader

MAX_DEPTH: Final = 40
MAX_EVENTS: Final = 100_000

PROPERTIES: Final = re.compile(r"(?:[&!][^\s,\[\]{}]*[ \t]*)+")
"""The anchor and tag before a value."""


class RefusedError(Exception):
    """The text is nested too deeply or holds too much to be composed."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Mark:
    """An anchor, alias or tag; it is passed over, with its value where `is_all` there is."""

    finding: Finding
    line: int
    column: int
    width: int
    is_all: bool


def guard(text: str, source: SourceText) -> list[Mark]:
    """The anchors, aliases and tags of a text.

    Raises:
        RefusedError: It is nested too deeply, or holds too much.
        yaml.MarkedYAMLError: It is not YAML.
    """
    marks: list[Mark] = []
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=Loader)):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        start = event.start_mark
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            marks.append(_mark("Y04", event, source, text))
        if tag := getattr(event, "tag", None):
            marks.append(_mark("Y05", event, source, text, tag=tag.replace(YAML_TAG, "!!")))
        if depth > MAX_DEPTH:
            raise RefusedError(Finding("Y07", place_of(source, start, start), {"limit": MAX_DEPTH}))
        if count > MAX_EVENTS:
            raise RefusedError(Finding("Y10", place_of(source, start, start), {"limit": MAX_EVENTS}))
    return marks


def _mark(code: str, event: Any, source: SourceText, text: str, **facts: str) -> Mark:
    start, end = event.start_mark, event.end_mark
    finding = Finding(code, place_of(source, start, end), facts)
    if isinstance(event, yaml.AliasEvent):
        return Mark(finding, start.line, start.column, end.column - start.column, True)
    properties = PROPERTIES.match(text, start.index)
    width = len(properties[0].rstrip()) if properties else 0
    empty = isinstance(event, yaml.ScalarEvent) and not event.value and not event.style
    return Mark(finding, start.line, start.column, width, empty and width > 0)
