"""Turns the bytes of one YAML file into a tree with positions, or into findings.

YAML 1.2 values only: ``true``, ``false``, ``null``, decimal numbers; everything else is text, so
``10:30``, ``no`` and ``2026-11-01`` stay what the author wrote. Anchors, aliases, tags and duplicate
keys are refused.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any, ClassVar, Final

import yaml

from generator.findings.finding import Finding, Place, SourceText
from generator.reading.tree import Entry, Mapping, Node, Scalar, Sequence

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 40
MAX_EVENTS: Final = 100_000
MAX_DIGITS: Final = 15
REMEMBERED: Final = 512
"""Files; a course in two languages has some three hundred."""

YAML_TAG: Final = "tag:yaml.org,2002:"

UNWANTED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)")
"""Control characters, byte order marks, and line breaks that YAML counts and editors do not."""
LOST_TEXT: Final = re.compile(r"\s+(?P<comment>#\w.*)")
"""What follows a text and was hardly meant as a comment, as in ``title: Modul #3``."""
ENTRY: Final = re.compile(r"\s*(?:- |[\w-]+:(?:\s|$))")
"""A line that looks like an entry of its own, not like the rest of a text."""
ONE_WORD: Final = re.compile(r"(?:\s|- )*(?P<key>[\w-]+)\s*")
"""What stands before the colon of a line that starts with a key."""
NO_SPACE: Final = re.compile(r"(?:\s|- )*(?P<key>[A-Za-z][\w-]*):(?=[^\s/])")
"""A key without a space after its colon, as in ``minutes:5``; not a web address."""

NO_TOKEN: Final = "cannot start any token"
NO_COLON_HERE: Final = "mapping values are not allowed"
TEXT_GOES_ON: Final = (
    NO_COLON_HERE,
    "did not find expected key",
    "did not find expected '-' indicator",
    "did not find expected <document start>",
    "but found '<scalar>'",
)
"""What the C and the Python reader of PyYAML say where text follows a value that was complete."""

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """PyYAML's safe loader with YAML 1.2's implicit types instead of 1.1's."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for _name, _pattern, _first in (
    ("bool", r"^(?:true|false)$", ["t", "f"]),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("int", r"^[-+]?(?:0|[1-9][0-9]*)$", list("-+0123456789")),
    ("float", r"^[-+]?[0-9]+\.[0-9]+$", list("-+0123456789")),
):
    _Loader.add_implicit_resolver(YAML_TAG + _name, re.compile(_pattern), _first)


@dataclass(slots=True)
class YamlFile:
    """One file as read: its tree (None where it cannot be read at all) and what is wrong with it."""

    source: SourceText
    tree: Node | None = None
    findings: list[Finding] = field(default_factory=list)


def read_yaml(path: FilePath, shown_as: str) -> YamlFile:
    """Read a file from disk.

    Args:
        path: Where it stands on disk.
        shown_as: Its path as findings name it.
    """
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        source = SourceText(shown_as)
        reason = error.strerror or "?"
        return YamlFile(source, findings=[Finding("Y11", Place(source), {"reason": reason})])
    if size > MAX_BYTES:
        source = SourceText(shown_as)
        return YamlFile(source, findings=[Finding("Y06", Place(source), {"limit": MAX_BYTES})])
    return parse_yaml(raw, shown_as)


@lru_cache(REMEMBERED)
def parse_yaml(raw: bytes, shown_as: str) -> YamlFile:
    """Turn a file's bytes into a tree; whatever they hold, the result is a tree or findings.

    Nobody changes what it returns: the same bytes give the same object, and a preview reads again only the
    file that was saved.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(raw, error.start, shown_as)
    source = SourceText(shown_as, tuple(text.split("\n")))
    if unwanted := UNWANTED.search(text):
        return YamlFile(source, findings=[_unwanted_character(unwanted, source)])
    file = YamlFile(source)
    try:
        file.findings = _guard(text, source)
        if not file.findings:
            root = yaml.compose(text, Loader=_Loader)
            if root is None:
                file.findings.append(Finding("Y09", Place(source)))
            else:
                file.tree = _Builder(source, file.findings).build(root)
    except yaml.MarkedYAMLError as error:
        file.tree = None
        file.findings.append(_syntax_error(error, source))
    return file


def _not_utf8(raw: bytes, start: int, shown_as: str) -> YamlFile:
    source = SourceText(shown_as, tuple(raw.decode("utf-8", "replace").split("\n")))
    before = raw[:start].decode("utf-8", "replace")
    place = Place(source, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return YamlFile(source, findings=[Finding("Y02", place)])


def _guard(text: str, source: SourceText) -> list[Finding]:
    """Refuse what would hurt the composer: the event pass is iterative, composing is not."""
    findings = []
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=_Loader)):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            findings.append(Finding("Y04", _place(source, event.start_mark, event.end_mark)))
        if tag := getattr(event, "tag", None):
            place = _place(source, event.start_mark, event.end_mark)
            findings.append(Finding("Y05", place, {"tag": tag.replace(YAML_TAG, "!!")}))
        if depth > MAX_DEPTH:
            place = _place(source, event.start_mark, event.start_mark)
            return [*findings, Finding("Y07", place, {"limit": MAX_DEPTH})]
        if count > MAX_EVENTS:
            place = _place(source, event.start_mark, event.start_mark)
            return [*findings, Finding("Y10", place, {"limit": MAX_EVENTS})]
    return findings


def _place(source: SourceText, start: Any, end: Any) -> Place:
    last = end.column if end.line == start.line else len(source.line(start.line + 1).rstrip())
    return Place(source, start.line + 1, start.column + 1, max(1, last - start.column))


def _last_line(end: Any) -> int:
    """A block of text ends where the next line begins."""
    return int(end.line + (end.column > 0))


def _syntax_error(error: yaml.MarkedYAMLError, source: SourceText) -> Finding:
    if error.context in ("while scanning an alias", "while scanning an anchor"):  # as in `a: **strong**`
        return Finding("Y04", _place(source, error.context_mark, error.problem_mark))
    if error.problem_mark:
        fault = _Fault(
            source, error.problem or "", error.context or "", error.problem_mark, error.context_mark
        )
        for explain in (_tab, _open_quote, _missing_space, _needs_quotes, _colon_in_text):
            if finding := explain(fault):
                return finding
    mark = error.problem_mark or error.context_mark
    reason = ", ".join(filter(None, (error.context, error.problem)))
    place = _place(source, mark, mark) if mark else Place(source)
    return Finding("Y01", place, {"reason": reason})


@dataclass(frozen=True, slots=True)
class _Fault:
    """What PyYAML says of a syntax error, and where."""

    source: SourceText
    problem: str
    context: str
    mark: Any
    context_mark: Any

    @property
    def line(self) -> str:
        return self.source.line(self.mark.line + 1)

    def at(self, mark: Any) -> Place:
        return _place(self.source, mark, mark)

    def character(self, mark: Any) -> str:
        return self.source.line(mark.line + 1)[mark.column : mark.column + 1]


def _tab(fault: _Fault) -> Finding | None:
    if "tab character" in fault.problem or (
        NO_TOKEN in fault.problem and fault.character(fault.mark) == "\t"
    ):
        return Finding("Y15", fault.at(fault.mark))
    indent = fault.line[: len(fault.line) - len(fault.line.lstrip())]
    if NO_COLON_HERE in fault.problem and "\t" in indent:
        return Finding("Y15", Place(fault.source, fault.mark.line + 1, indent.index("\t") + 1))
    return None


def _open_quote(fault: _Fault) -> Finding | None:
    opened = None
    if fault.context == "while scanning a quoted scalar" and "found unexpected" in fault.problem:
        opened = fault.context_mark
    elif (value := _value_before(fault)) and value[0].line < value[1].line:
        # The quote that opens a later entry has closed this one.
        opened = value[0] if ENTRY.match(fault.source.line(value[1].line + 1)) else None
    if opened and (quote := fault.character(opened)) in ("'", '"'):
        return Finding("Y19", fault.at(opened), {"quote": quote})
    return None


def _missing_space(fault: _Fault) -> Finding | None:
    if "could not find expected ':'" in fault.problem and fault.context_mark:
        return _key_without_space(fault, fault.context_mark.line + 1, fault.context_mark.column)
    if NO_COLON_HERE not in fault.problem:
        return None
    if own := NO_SPACE.match(fault.line):
        return _key_without_space(fault, fault.mark.line + 1, own.start("key"))
    key = ONE_WORD.fullmatch(fault.line[: fault.mark.column])
    return _key_without_space(fault, fault.mark.line, key.start("key")) if key else None


def _key_without_space(fault: _Fault, line: int, column: int) -> Finding | None:
    found = NO_SPACE.match(fault.source.line(line))
    if not found or found.start("key") != column:
        return None
    key = found["key"]
    return Finding("Y18", Place(fault.source, line, column + 1, len(key) + 1), {"key": key})


def _needs_quotes(fault: _Fault) -> Finding | None:
    start = None
    if NO_TOKEN in fault.problem:
        start = fault.mark
    elif fault.context == "while scanning a directive":
        start = fault.context_mark
    elif any(said in fault.problem for said in TEXT_GOES_ON) and (value := _value_before(fault)):
        start = value[0]
    if not start:
        return None
    line = fault.source.line(start.line + 1)
    citation = line[: start.column + 1].endswith("[@")  # its bracket is the first sign of the text
    column = start.column - citation
    character = line[column : column + 1]
    quote = '"' if character == "'" else "'"
    place = Place(fault.source, start.line + 1, column + 1)
    return Finding("Y17", place, {"character": character, "quote": quote})


def _colon_in_text(fault: _Fault) -> Finding | None:
    if NO_COLON_HERE not in fault.problem:
        return None
    if key := ONE_WORD.fullmatch(fault.line[: fault.mark.column]):
        place = Place(fault.source, fault.mark.line + 1, key.start("key") + 1, len(key["key"]))
        return Finding("Y20", place, {"key": key["key"]})
    return Finding("Y16", fault.at(fault.mark))


def _value_before(fault: _Fault) -> tuple[Any, Any] | None:
    """Start and end of the value in quotes or brackets that ends before the fault, on its line."""
    value = None
    opened = []
    with suppress(yaml.MarkedYAMLError):
        for token in yaml.scan("\n".join(fault.source.lines), Loader=_Loader):
            start, end = token.start_mark, token.end_mark
            if (end.line, end.column) > (fault.mark.line, fault.mark.column):
                break
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                opened.append(start)
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
                value = (opened.pop() if opened else start, end)
            elif isinstance(token, yaml.ScalarToken):
                value = (start, end) if token.style in ("'", '"') else None
            elif start.index < end.index:
                value = None
    return value if value and value[1].line == fault.mark.line else None


def _unwanted_character(match: re.Match[str], source: SourceText) -> Finding:
    start = match.start()
    line = match.string.count("\n", 0, start) + 1
    place = Place(source, line, start - match.string.rfind("\n", 0, start))
    return Finding("Y12", place, {"character": _code_point(match)})


def _code_point(match: re.Match[str]) -> str:
    return f"U+{ord(match[0]):04X}"


class _Builder:
    """Builds a tree from YAML's nodes and collects what is not allowed in it."""

    def __init__(self, source: SourceText, findings: list[Finding]) -> None:
        self.source = source
        self.findings = findings

    def build(self, node: Any) -> Node:
        place = _place(self.source, node.start_mark, node.end_mark)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.build(item) for item in node.value), place)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        self._lost_text(node)
        return Scalar(self._value(node, place), place, node.style or None, _last_line(node.end_mark))

    def _lost_text(self, node: yaml.ScalarNode) -> None:
        end = node.end_mark
        lost = LOST_TEXT.match(self.source.line(end.line + 1), end.column)
        if lost and not node.style and node.tag == YAML_TAG + "str":
            place = Place(self.source, end.line + 1, lost.start("comment") + 1, len(lost["comment"].rstrip()))
            self.findings.append(Finding("Y14", place, {"comment": lost["comment"].strip()[:40]}))

    def _mapping(self, node: yaml.MappingNode, place: Place) -> Mapping:
        entries: dict[str, Entry] = {}
        for key, value in node.value:
            key_place = _place(self.source, key.start_mark, key.end_mark)
            if not isinstance(key, yaml.ScalarNode) or key.tag != YAML_TAG + "str":
                self.findings.append(Finding("Y08", key_place))
            elif key.value in entries:
                first = entries[key.value].key.line
                self.findings.append(Finding("Y03", key_place, {"key": key.value, "line": first}))
            else:
                entries[key.value] = Entry(key_place, self.build(value))
        return Mapping(entries, place)

    def _value(self, node: yaml.ScalarNode, place: Place) -> str | int | float | bool | None:
        text = str(node.value)
        match node.tag.removeprefix(YAML_TAG):
            case "null":
                return None
            case "bool":
                return text == "true"
            case "int" | "float" if len(text) > MAX_DIGITS:
                self.findings.append(Finding("Y13", place, {"limit": MAX_DIGITS}))
                return 0
            case "int":
                return int(text)
            case "float":
                return float(text)
        if escaped := UNWANTED.search(text):  # written as an escape such as "\\0"
            self.findings.append(Finding("Y12", place, {"character": _code_point(escaped)}))
        return text
