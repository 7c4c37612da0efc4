"""Reads on after a fault of syntax: cuts the smallest entry that holds it out of the text.

What is cut keeps its place: a key stays, with a value that nobody knows (`key: ~`), and so does a list's
entry (`- ~`), so that no key seems missing, no list too short, and what stands below keeps its line. Where a
line is no entry of its own, it is left out, and the parts around it are known to be incomplete.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from generator.findings.finding import Finding, SourceText
from generator.reading.entries import Start, indentation, says_something, starts
from generator.reading.guard import RefusedError, guard
from generator.reading.syntax import syntax_error
from generator.reading.yaml_types import Loader

MOST_CUTS: Final = 20
"""A file with more faults of syntax than this is read no further: it is hardly YAML."""
MOST_READ: Final = 3_000_000
"""So many characters are read in all attempts together; it bounds the time that a broken file takes."""

NEAR: Final = 8
"""So many lines above an entry are looked at for the column in which it was meant to stand."""
INDENTATION: Final = frozenset({"Y15", "Y20"})
"""Faults of indentation: where the next line has the same, it is the same fault."""


@dataclass(frozen=True, slots=True)
class Holes:
    """What was cut: where values stand that nobody knows, and the lines that were left out; from 0.

    `shifted` says of lines that were read with another indentation how many columns further in.
    """

    values: frozenset[tuple[int, int]] = frozenset()
    lines: frozenset[int] = frozenset()
    shifted: Mapping[int, int] = field(default_factory=dict)

    def between(self, first: int, last: int) -> bool:
        """Whether lines were left out from `first` to `last`."""
        return any(first <= line <= last for line in self.lines)


@dataclass(slots=True)
class Readable:
    """A text that YAML can read, or (`root` is None) the faults that nothing could be read for."""

    text: str
    root: yaml.Node | None = None
    findings: list[Finding] = field(default_factory=list)
    holes: Holes = field(default_factory=Holes)


def read_with_cuts(text: str, source: SourceText) -> Readable:
    """Compose a text; each fault of syntax is told and cut out, until the rest can be read.

    Args:
        text: What to read; as many lines as the source has, of the same length.
        source: The file as it is, for the places of findings.
    """
    return _Reading(text, source).run()


class _Reading:
    def __init__(self, text: str, source: SourceText) -> None:
        self.lines = text.split("\n")
        self.source = source
        self.findings: list[Finding] = []
        self.values: set[tuple[int, int]] = set()
        self.left_out: set[int] = set()
        self.shifted: dict[int, int] = {}
        self.read = 0
        self.last: _LastCut | None = None

    def run(self) -> Readable:
        root = None
        for _ in range(MOST_CUTS + 1):
            try:
                root = self._compose()
                break
            except RefusedError as refused:
                fault, mark = refused.finding, None
            except yaml.MarkedYAMLError as error:
                fault, mark = syntax_error(error, self.text, self.source), _mark(error)
            if not (self.last and self.last.goes_on_with(fault, self.lines)):
                self.findings.append(fault)
            if fault.code == "Y10" or not self._cut(fault, mark):
                return Readable(self.text, None, self.findings)
        holes = Holes(frozenset(self.values), frozenset(self.left_out), self.shifted)
        return Readable(self.text, root, self.findings, holes)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def _compose(self) -> yaml.Node | None:
        """The text as nodes; anchors, aliases and tags are told and passed over."""
        text = self.text
        self.read += len(text)
        marks = guard(text, self.source)
        for mark in marks:
            self.findings.append(mark.finding)
            line, end = self.lines[mark.line], mark.column + mark.width
            sign = "~" if mark.is_all else " "
            self.lines[mark.line] = f"{line[: mark.column]}{sign:{mark.width}}{line[end:]}"
            if mark.is_all:
                self.values.add((mark.line, mark.column))
        return yaml.compose(self.text if marks else text, Loader=Loader)

    def _cut(self, fault: Finding, mark: Any) -> bool:
        """Cut out the smallest entry that holds the fault and without which the text reads on."""
        line = self._line_of(fault)
        if line is None:
            return False
        for cut in self._attempts(fault, line):
            if self.read > MOST_READ:
                return False
            if self._reads_beyond(cut, mark):
                self.last = _LastCut(fault.code, cut.last, indentation(self.lines[line]))
                self.lines = cut.lines
                if cut.value:
                    self.values.add(cut.value)
                if cut.shift:
                    self.shifted[cut.first] = cut.shift
                if fault.code == "Y15" or not (cut.value or cut.shift):
                    self.left_out.update(range(cut.first, cut.last + 1))
                return True
        return False

    def _line_of(self, fault: Finding) -> int | None:
        """The fault's line; where there is nothing in it, the last one above that holds something."""
        start = min(fault.place.line, len(self.lines)) - 1
        return next((line for line in range(start, -1, -1) if says_something(self.lines[line])), None)

    def _attempts(self, fault: Finding, line: int) -> Iterator["_Cut"]:
        """What to try, the smallest cut first."""
        joined = fault.code == "Y18"
        column = fault.place.column - 1 if line == fault.place.line - 1 else len(self.lines[line])
        inside = self._starts(line, joined)
        own = [start for start in inside if start.column <= column] or inside[:1]
        if fault.code == "Y07":
            own = own[:1]
        depth = indentation(self.lines[line])
        above = list(self._above(line, depth))
        shifted = fault.code in INDENTATION
        if not own and not (above and above[0].column < depth):
            yield self._left_out(line, depth)
        for start in reversed(own):
            if shifted and start.column == depth:
                columns = self._columns_near(start, fault.code == "Y15")
                yield from (self._moved(start, column) for column in columns)
                yield from (self._replaced(start, column) for column in columns if start.key)
            yield self._replaced(start, start.column)
            if shifted:
                yield self._left_out(line, depth)
        if own:
            yield self._left_out(line, depth)
        for start in above:
            if start.column < depth:
                yield self._replaced(start, start.column)

    def _starts(self, line: int, joined: bool = False) -> list[Start]:
        return starts(self.lines[line], line, joined)

    def _above(self, line: int, depth: int) -> Iterator[Start]:
        """The entries around and right above a line, the nearest first, each further out than the last."""
        limit = depth + 1
        for number in range(line - 1, -1, -1):
            for start in reversed(self._starts(number)):
                if start.column < limit:
                    yield start
                    limit = start.column
            if limit == 0:
                return

    def _columns_near(self, start: Start, tab: bool) -> list[int]:
        """The columns of the entries next to this one, the likeliest first: in one it was meant to stand.

        A tab says nothing of how far in that is: the entry below tells best, then the one above.
        """
        line, near = start.line, range(1, NEAR)
        above = [other.column for number in near for other in reversed(self._alike(line - number, start))]
        below = [other.column for number in near for other in reversed(self._alike(line + number, start))]
        depth = self._deepest(start) if tab else start.column
        around = [other.column for other in self._above(line, depth) if bool(other.key) == bool(start.key)]
        if tab:
            sibling = self._alike(line + 1, start) and not self._is_item(line + 1)
            columns = [*(below[:1] if sibling else []), *around, *(below[:1] if around else []), 0]
            columns = [column for column in columns if column <= depth]
        else:
            columns = sorted([*above[:1], *around, *above, *below[:1]], key=lambda c: abs(c - start.column))
        return [column for column in dict.fromkeys(columns) if column != start.column][:4]

    def _deepest(self, start: Start) -> int:
        """How far in an entry can stand without taking what stands below it for a part of another."""
        text = self.lines[start.line].rstrip()
        below = next(filter(says_something, self.lines[start.line + 1 :]), "")
        if not below or text[-1:] not in (":", "|", ">"):
            return len(text)
        return indentation(below) - (text[-1:] != ":")

    def _is_item(self, line: int) -> bool:
        """Whether a list's entry starts in this line."""
        return any(start.key is None for start in self._starts(line))

    def _alike(self, line: int, start: Start) -> list[Start]:
        """The keys, or hyphens, that start in a line."""
        inside = self._starts(line) if 0 <= line < len(self.lines) else []
        return [other for other in inside if (other.key is None) == (start.key is None)]

    def _end(self, start: Start) -> int:
        """The last line of an entry."""
        end = start.line
        for number in range(start.line + 1, len(self.lines)):
            text = self.lines[number]
            if not says_something(text):
                continue
            depth = indentation(text)
            sign = text[depth]
            belongs = depth > start.column or (
                depth == start.column and ((start.key is not None and sign == "-") or sign in "]}")
            )
            if not belongs:
                break
            end = number
        return end

    def _replaced(self, start: Start, column: int) -> "_Cut":
        """The entry with a value that nobody knows, at this column."""
        end = self._end(Start(start.line, column, start.key))
        lines = list(self.lines)
        before = lines[start.line][: start.column] if column == start.column else " " * column
        entry = f"{start.key}: ~" if start.key else "- ~"
        comma = "," if lines[end].rstrip().endswith(",") else ""
        lines[start.line] = f"{before}{entry}{comma}"
        lines[start.line + 1 : end + 1] = [""] * (end - start.line)
        return _Cut(lines, start.line, end, (start.line, len(before) + len(entry) - 1))

    def _moved(self, start: Start, column: int) -> "_Cut":
        """The entry as it is, but starting in this column."""
        lines = list(self.lines)
        lines[start.line] = " " * column + lines[start.line][start.column :]
        return _Cut(lines, start.line, start.line, shift=column - start.column)

    def _left_out(self, line: int, depth: int) -> "_Cut":
        """The text without this line and what is indented below it."""
        end = self._end(Start(line, depth))
        lines = list(self.lines)
        lines[line : end + 1] = [""] * (end + 1 - line)
        return _Cut(lines, line, end)

    def _reads_beyond(self, cut: "_Cut", before: Any) -> bool:
        """Whether YAML gets beyond the cut, and stumbles over something else than before if at all."""
        text = "\n".join(cut.lines)
        self.read += len(text)
        enough = max(cut.last, before[0] if before else 0) + 1
        try:
            for event in yaml.parse(text, Loader=Loader):
                if event.start_mark and event.start_mark.line > enough:
                    return True
        except yaml.MarkedYAMLError as error:
            mark = _mark(error)
            return bool(mark and mark[0] > cut.last and mark != before)
        return True


@dataclass(frozen=True, slots=True)
class _Cut:
    """The lines after a cut from `first` to `last`, and where in them a value stands that nobody knows.

    `shift` says how many columns further in the first line starts, where that is all that was done.
    """

    lines: list[str]
    first: int
    last: int
    value: tuple[int, int] | None = None
    shift: int = 0


@dataclass(frozen=True, slots=True)
class _LastCut:
    code: str
    last: int
    indent: int

    def goes_on_with(self, fault: Finding, lines: list[str]) -> bool:
        """Whether this is the same fault of indentation once more, in the next line that says something."""
        line = fault.place.line - 1
        return (
            fault.code == self.code
            and fault.code in INDENTATION
            and line < len(lines)
            and indentation(lines[line]) == self.indent
            and not any(map(says_something, lines[self.last + 1 : line]))
        )


def _mark(error: yaml.MarkedYAMLError) -> tuple[int, int, str] | None:
    mark = error.problem_mark or error.context_mark
    return (mark.line, mark.column, error.problem or "") if mark else None
