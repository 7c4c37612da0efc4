"""Turns the bytes of one YAML file into a tree with positions and into findings.

YAML 1.2 values only: ``true``, ``false``, ``null``, decimal numbers; everything else is text, so
``10:30``, ``no`` and ``2026-11-01`` stay what the author wrote. Anchors, aliases, tags and duplicate
keys are refused. A fault hides nothing else: what can be read around it is read.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Final

from generator.findings.finding import Finding, Place, SourceText
from generator.findings.message import severity
from generator.findings.silencing import Silencing
from generator.model.limits import MAX_BYTES, MAX_LINE
from generator.reading.characters import is_no_text, read_on
from generator.reading.folder import TooLargeError, read_plain
from generator.reading.node_builder import NodeBuilder
from generator.reading.recovery import read_with_cuts
from generator.reading.silencings import silencings
from generator.reading.tree import Node

REMEMBERED: Final = 512
"""Files; a course in two languages has some three hundred."""
TAB: Final = "Y15"
OF_COMMENTS: Final = frozenset({"I02"})
"""What is wrong with a comment leaves the tree as it is."""


@dataclass(slots=True)
class YamlFile:
    """One file as read: its tree (None where nothing can be read) and what is wrong with it.

    `silencings` are the comments that keep findings of this file quiet.
    """

    source: SourceText
    tree: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    silencings: list[Silencing] = field(default_factory=list)

    def explains(self, finding: Finding) -> bool:
        """Whether what is wrong with the file as YAML is behind a finding of its form: it stands in the same
        place, or nobody knows how far in its line does.
        """
        path, line = finding.place.source.path, finding.place.line
        return path == self.source.path and any(
            own.place == finding.place or (own.code == TAB and own.place.line == line)
            for own in self.findings
            if severity(own) == "error"
        )

    @property
    def is_sound(self) -> bool:
        """Whether the tree is all that the file says, as it says it."""
        return not any(
            severity(finding) == "error" and finding.code not in OF_COMMENTS for finding in self.findings
        )


def read_yaml(path: FilePath, shown_as: str) -> YamlFile:
    """Read a file from disk.

    Args:
        path: Where it stands on disk.
        shown_as: Its path as findings name it.
    """
    source = SourceText(shown_as)
    try:
        raw = read_plain(path, MAX_BYTES)
    except OSError as error:
        return YamlFile(source, findings=[Finding("Y11", Place(source), {"reason": error.strerror or "?"})])
    except TooLargeError:
        return YamlFile(source, findings=[Finding("Y06", Place(source), {"limit": MAX_BYTES})])
    return parse_yaml(raw, shown_as)


@lru_cache(REMEMBERED)
def parse_yaml(raw: bytes, shown_as: str) -> YamlFile:
    """Turn a file's bytes into a tree; whatever they hold, the result is a tree or findings.

    Nobody changes what it returns: the same bytes give the same object, and a preview reads again only the
    file that was saved.
    """
    text = raw.decode("utf-8-sig", "replace")
    file = YamlFile(SourceText(shown_as, tuple(text.split("\n"))))
    if wrong := _not_utf8(raw, file.source):
        file.findings.append(wrong)
    readable, unwanted = read_on(text, file.source)
    if is_no_text(text):
        file.findings += [] if wrong else unwanted[:1]
        return file
    file.findings += unwanted
    read = read_with_cuts(readable, file.source)
    garbled = {finding.place.line for finding in file.findings}
    file.findings += [finding for finding in read.findings if finding.place.line not in garbled]
    builder = NodeBuilder(read.events, file.source, read.holes)
    file.tree = builder.root()
    file.findings += builder.findings
    if file.tree is not None:
        file.silencings, wrong_comments = silencings(read.text, file.tree, file.source)
        file.findings += wrong_comments
    elif not file.findings:
        file.findings.append(Finding("Y09", Place(file.source)))
    if not file.findings and (long := _long_line(file.source)):
        file.findings.append(long)
    file.findings.sort(key=lambda finding: (finding.place.line, finding.place.column))
    return file


def _long_line(source: SourceText) -> Finding | None:
    """A line longer than people write, over which patterns would brood for minutes."""
    for number, line in enumerate(source.lines, 1):
        if len(line) > MAX_LINE:
            return Finding("Y28", Place(source, number), {"limit": MAX_LINE})
    return None


def _not_utf8(raw: bytes, source: SourceText) -> Finding | None:
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        return Finding("Y02", Place(source, before.count("\n") + 1, len(before) - before.rfind("\n")))
    return None
