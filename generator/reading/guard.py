"""Turns a text into YAML's events, and looks over them: what we refuse, and what nobody could build from.

Reading events is iterative; building a tree is not, and thousands of levels would end the interpreter.
"""

import re
from dataclasses import dataclass
from typing import Any, Final

import yaml

from generator.findings.finding import Finding, SourceText
from generator.model.limits import MAX_DEPTH, MAX_EVENTS
from generator.reading.syntax import place_of
from generator.reading.yaml_types import YAML_TAG, Loader

PROPERTIES: Final = re.compile(r"(?:[&!][^\s,\[\]{}]*[ \t]*)+")
"""The anchor and tag before a value."""


class RefusedError(Exception):
    """The text is nested too deeply or holds too much."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


STARTS: Final = frozenset({yaml.SequenceStartEvent, yaml.MappingStartEvent})
ENDS: Final = frozenset({yaml.SequenceEndEvent, yaml.MappingEndEvent})
NODES: Final = STARTS | {yaml.ScalarEvent, yaml.AliasEvent}


@dataclass(frozen=True, slots=True)
class Mark:
    """An anchor, alias or tag; it is passed over, with its value where `is_all` there is."""

    finding: Finding
    line: int
    column: int
    width: int
    is_all: bool


def guarded(text: str, source: SourceText) -> tuple[list[Any], list[Mark]]:
    """The events of a text's only document, and its anchors, aliases and tags.

    Raises:
        RefusedError: It is nested too deeply, or holds too much.
        yaml.MarkedYAMLError: It is not YAML, or more than one document.
    """
    events: list[Any] = []
    marks: list[Mark] = []
    depth = 0
    event: Any
    for count, event in enumerate(yaml.parse(text, Loader=Loader)):
        kind = type(event)  # asked for every event of every file: isinstance would take twice as long
        if kind in NODES:
            events.append(event)
            if event.anchor:
                marks.append(_mark("Y04", event, source, text))
            if tag := getattr(event, "tag", None):
                marks.append(_mark("Y05", event, source, text, tag=tag.replace(YAML_TAG, "!!")))
        elif kind in ENDS:
            events.append(event)
            depth -= 1
        elif kind is yaml.DocumentStartEvent and events:
            raise yaml.MarkedYAMLError(problem="found another document", problem_mark=event.start_mark)
        if kind in STARTS:
            depth += 1
        if depth > MAX_DEPTH or count > MAX_EVENTS:
            code, limit = ("Y07", MAX_DEPTH) if depth > MAX_DEPTH else ("Y10", MAX_EVENTS)
            place = place_of(source, event.start_mark, event.start_mark)
            raise RefusedError(Finding(code, place, {"limit": limit}))
    return events, marks


def _mark(code: str, event: Any, source: SourceText, text: str, **facts: str) -> Mark:
    start, end = event.start_mark, event.end_mark
    finding = Finding(code, place_of(source, start, end), facts)
    if isinstance(event, yaml.AliasEvent):
        return Mark(finding, start.line, start.column, end.column - start.column, True)
    properties = PROPERTIES.match(text, start.index)
    width = len(properties[0].rstrip()) if properties else 0
    empty = isinstance(event, yaml.ScalarEvent) and not event.value and not event.style
    return Mark(finding, start.line, start.column, width, empty and width > 0)
