"""Reads comments such as ``# ignore W01: the reason``: where in a file they silence which findings.

A comment counts for the key or list entry in whose line it stands, with all that belongs to it; a comment in
a line of its own for the next one below. On the first line of a list's entry it counts for the whole entry.
Before the first key it also counts for what is said of the file itself.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Final

import yaml

from generator.findings.finding import Finding, Place, SourceText
from generator.findings.rule import codes, rule
from generator.findings.silencing import Silencing
from generator.model.limits import MAX_SILENCINGS
from generator.reading.tree import Mapping, Node, Sequence
from generator.reading.yaml_types import Loader

WORD: Final = "ignore"
"""What such a comment begins with; a file without this word holds none."""
COMMENT: Final = re.compile(rf"(?:^|(?<=[ \t]))#[ \t]*{WORD}\b(?P<rest>[^\n]*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment's place, what follows its first word, and whether its line holds nothing else."""

    place: Place
    rest: str
    alone: bool


def silencings(text: str, tree: Node, source: SourceText) -> tuple[list[Silencing], list[Finding]]:
    """The comments of a file that silence findings, and findings for those that cannot.

    Args:
        text: The text that the tree was read from.
        tree: The file's tree, for what belongs to each key and entry.
        source: The file as it is.
    """
    if WORD not in text:
        return [], []
    comments = list(islice(_comments(text, source), MAX_SILENCINGS + 1))
    spans = _spans(tree, len(source.lines)) if comments else []
    found, findings = [], []
    if len(comments) > MAX_SILENCINGS:
        findings.append(Finding("I02", comments.pop().place, {"what": "too-many-comments"}))
    for comment in comments:
        before, _, after = comment.rest.strip(" \t:").partition(":")
        named = tuple(code.strip().upper() for code in before.split(",") if code.strip())
        reason = after.strip()
        if wrong := _wrong(comment.place, named, reason):
            findings.append(wrong)
        else:
            first, last = _span(comment, spans)
            found.append(Silencing(comment.place, named, reason, first, last))
    return found, findings


def _wrong(place: Place, named: tuple[str, ...], reason: str) -> Finding | None:
    """Why a comment cannot silence anything."""
    known = codes()
    if not named:
        return Finding("I02", place, {"what": "no-code"})
    for code in named:
        allowed = tuple(one for one in known if rule(one).may_be_silenced)
        if code not in known:
            return Finding("I02", place, {"what": "unknown-code"}, code, allowed)
        if code not in allowed:
            return Finding("I02", place, {"what": "not-to-be-silenced"})
    return None if reason else Finding("I02", place, {"what": "no-reason"})


def _comments(text: str, source: SourceText) -> Iterator[_Comment]:
    """The comments that begin with the word, not what looks like one inside a text."""
    texts = _texts(text)
    line, line_start = 1, 0
    for match in COMMENT.finditer(text):
        start = match.start()
        before = bisect_right(texts, (start, len(text))) - 1
        if before >= 0 and start < texts[before][1]:
            continue
        line += text.count("\n", line_start, start)
        line_start = max(line_start, text.rfind("\n", line_start, start) + 1)
        place = Place(source, line, start - line_start + 1, len(match[0].rstrip()))
        yield _Comment(place, match["rest"], alone=not text[line_start:start].strip())


def _texts(text: str) -> list[tuple[int, int]]:
    """Where the file's values stand, from and to which character; a block of text from its second line."""
    found = []
    with suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=Loader):
            if isinstance(token, yaml.ScalarToken):
                start = token.start_mark.index
                if token.style in ("|", ">"):
                    start = text.find("\n", start)
                found.append((start, token.end_mark.index))
    return found


def _spans(tree: Node, last: int) -> list[tuple[int, int]]:
    """The lines of each key and each list's entry with all that belongs to it, from and to."""
    match tree:
        case Mapping():
            inside = [(entry.key.line, entry.value) for entry in tree.entries.values()]
        case Sequence():
            inside = [(item.place.line, item) for item in tree.items]
        case _:
            return []
    spans = []
    ends = [*(first - 1 for first, _ in inside), last][1:]
    for (first, node), end in zip(inside, ends, strict=True):
        end = max(first, end)
        spans += [(first, end), *_spans(node, end)]
    return spans


def _span(comment: _Comment, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """The lines in which a comment silences."""
    line = comment.place.line
    if comment.alone:
        first = min((start for start, _ in spans if start > line), default=line)
        at_top = not any(start < line for start, _ in spans)
        end = max((end for start, end in spans if start == first), default=line)
        return (1 if at_top else line), end
    if ends := [end for start, end in spans if start == line]:
        return line, max(ends)
    around = [(start, end) for start, end in spans if start <= line <= end]
    return max(around, key=lambda span: (span[0], -span[1]), default=(line, line))
