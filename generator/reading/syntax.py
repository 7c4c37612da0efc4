"""Turns what PyYAML says of a syntax error into a finding that says what to write instead."""

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

import yaml

from generator.findings.finding import Finding, Place, SourceText
from generator.reading.characters import ODD_SPACE, code_point
from generator.reading.entries import KEY, Start, indentation, says_something, starts
from generator.reading.yaml_types import Loader

LOST_TEXT: Final = re.compile(r"\s+(?P<comment>#(?!ignore\b)\w.*)")
"""What follows a text and was hardly meant as a comment, as in ``title: Modul #3``."""
ENTRY: Final = re.compile(r"\s*(?:- |[\w-]+:(?:\s|$))")
"""A line that looks like an entry of its own, not like the rest of a text."""
ONE_WORD: Final = re.compile(r"(?:\s|- )*(?P<key>[\w-]+)\s*")
"""What stands before the colon of a line that starts with a key."""
NO_SPACE: Final = re.compile(r"(?:\s|- )*(?P<key>[A-Za-z][\w-]*):(?=[^\s/])")
"""A key without a space after its colon, as in ``minutes:5``; not a web address."""
ODD_VALUE: Final = re.compile(rf"[\w-]+ ?:(?P<space>{ODD_SPACE.pattern})")
"""A key and its value without a real space between them."""
BEFORE_VALUE: Final = re.compile(rf"[ \t]*(?:- *)*(?:[\w-]+ ?:)?(?P<space>{ODD_SPACE.pattern})")
"""A space that is none for YAML, before a key, behind a hyphen or behind a key's colon."""

NO_TOKEN: Final = "cannot start any token"
NO_COLON_HERE: Final = "mapping values are not allowed"
NO_KEY: Final = "could not find a key"
NOT_ANOTHER: Final = (
    "did not find expected <document start>",
    "expected '<document start>', but found '<block mapping start>'",
)
"""What they say where the file's first entries have come to an end and others follow."""
OUT_OF_LINE: Final = ("did not find expected key", "did not find expected '-' indicator")
TEXT_GOES_ON: Final = (
    NO_COLON_HERE,
    *OUT_OF_LINE,
    "did not find expected <document start>",
    "but found '<scalar>'",
)
"""What the C and the Python reader of PyYAML say where text follows a value that was complete."""


def place_of(source: SourceText, start: Any, end: Any) -> Place:
    """The place between two of PyYAML's marks, as far as its first line goes."""
    line, column = start.line, start.column
    last = end.column if end.line == line else len(source.line(line + 1).rstrip())
    return Place(source, line + 1, column + 1, last - column if last > column else 1)


def syntax_error(error: yaml.MarkedYAMLError, text: str, source: SourceText) -> Finding:
    """The finding for an error.

    Args:
        error: What PyYAML raised.
        text: What it was given to read, where earlier faults may have been cut out of the file's text.
        source: The file as it is.
    """
    mark = error.problem_mark or error.context_mark
    if "could not find expected ':'" in (error.problem or "") and error.context_mark:
        mark = error.context_mark  # a line that is neither a key nor the rest of a text
    if error.problem_mark:
        problem, context = error.problem or "", error.context or ""
        lines = text.split("\n")
        fault = _Fault(source, lines, problem, context, error.problem_mark, error.context_mark)
        for explain in EXPLANATIONS:
            if finding := explain(fault):
                return finding
    reason = ", ".join(filter(None, (error.context, error.problem)))
    return Finding("Y01", place_of(source, mark, mark) if mark else Place(source), {"reason": reason})


@dataclass(frozen=True, slots=True)
class _Fault:
    """What PyYAML says of a syntax error, and where; `lines` are those that it read."""

    source: SourceText
    lines: list[str]
    problem: str
    context: str
    mark: Any
    context_mark: Any

    @property
    def line(self) -> str:
        return self.at_line(self.mark.line)

    def at_line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""

    def at(self, mark: Any) -> Place:
        return place_of(self.source, mark, mark)

    def character(self, mark: Any) -> str:
        return self.at_line(mark.line)[mark.column : mark.column + 1]


def _odd_space(fault: _Fault) -> Finding | None:
    before = _text_before(fault)
    lines = [mark.line for mark in (before and before.start_mark, fault.context_mark, fault.mark) if mark]
    for number in lines:
        if odd := BEFORE_VALUE.match(fault.at_line(number)):
            place = Place(fault.source, number + 1, odd.start("space") + 1)
            return Finding("Y22", place, {"character": code_point(odd["space"])})
    return None


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
    for token in [] if opened else _tokens_before(fault):
        if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"') and _swallows(fault, token):
            opened = token.start_mark
            break
    if opened and (quote := fault.character(opened)) in ("'", '"'):
        return Finding("Y19", fault.at(opened), {"quote": quote})
    return None


def _swallows(fault: _Fault, text: Any) -> bool:
    """Whether a text in quotes goes on over entries that stand beside its own: its end is another's start."""
    first, last = text.start_mark.line, text.end_mark.line
    around = [start.column for start in starts(fault.at_line(first), first)]
    deepest = max((column for column in around if column < text.start_mark.column), default=0)
    lines = (fault.at_line(number) for number in range(first + 1, last + 1))
    return any(ENTRY.match(line) and indentation(line) <= deepest for line in lines)


def _anchor(fault: _Fault) -> Finding | None:
    """An asterisk or ampersand that starts a text, as in ``**strong**``."""
    if fault.context in ("while scanning an alias", "while scanning an anchor"):
        return Finding("Y04", place_of(fault.source, fault.context_mark, fault.mark))
    return None


def _lost_text(fault: _Fault) -> Finding | None:
    """A comment that was meant as text, and after which the text goes on or a bracket is not closed."""
    number = max((n for n in range(fault.mark.line) if fault.at_line(n).strip()), default=None)
    if number is None or not any(said in fault.problem for said in (*TEXT_GOES_ON, "expected ',' or")):
        return None
    start = _end_of_tokens(fault, number)
    lost = LOST_TEXT.match(fault.at_line(number), start) if start else None
    if not lost:
        return None
    comment = lost["comment"].rstrip()
    place = Place(fault.source, number + 1, lost.start("comment") + 1, len(comment))
    return Finding("Y14", place, {"comment": comment[:40]})


def _open_bracket(fault: _Fault) -> Finding | None:
    """A bracket whose next line is an entry of its own, or the file's end."""
    opened = _brackets(fault) if fault.context.startswith("while parsing a flow") else []
    if not opened or opened[-1].line >= fault.mark.line:
        return None
    mark = opened[-1]
    around = [
        start.column for start in starts(fault.at_line(mark.line), mark.line) if start.column < mark.column
    ]
    deepest = max(around, default=0)
    line = fault.line
    if line.strip() and not (ENTRY.match(line) and indentation(line) <= deepest):
        return None
    bracket = fault.character(mark)
    closing = {"[": "]", "{": "}"}.get(bracket)
    return Finding("Y23", fault.at(mark), {"bracket": bracket, "closing": closing}) if closing else None


def _missing_space(fault: _Fault) -> Finding | None:
    if "could not find expected ':'" in fault.problem and fault.context_mark:
        return _key_without_space(fault, fault.context_mark.line, fault.context_mark.column)
    if NO_COLON_HERE not in fault.problem:
        return None
    if own := NO_SPACE.match(fault.line):
        return _key_without_space(fault, fault.mark.line, own.start("key"))
    key = ONE_WORD.fullmatch(fault.line[: fault.mark.column])
    return _key_without_space(fault, fault.mark.line - 1, key.start("key")) if key else None


def _key_without_space(fault: _Fault, line: int, column: int) -> Finding | None:
    found = NO_SPACE.match(fault.at_line(line))
    if not found or found.start("key") != column:
        return None
    key = found["key"]
    return Finding("Y18", Place(fault.source, line + 1, column + 1, len(key) + 1), {"key": key})


def _stray_line(fault: _Fault) -> Finding | None:
    """A line of text where a key was expected; the next line's key is taken for its end."""
    text = _text_before(fault)
    if NO_COLON_HERE not in fault.problem or text is None or text.start_mark.line >= fault.mark.line:
        return None
    line = fault.at_line(text.start_mark.line)
    if text.start_mark.column != indentation(line) or KEY.match(line, text.start_mark.column):
        return None
    return Finding("Y01", fault.at(text.start_mark), {"reason": NO_KEY})


def _first_key(fault: _Fault) -> Finding | None:
    """The file's first key, further in than those below it."""
    if fault.problem not in NOT_ANOTHER:
        return None
    first = next((number for number, line in enumerate(fault.lines) if says_something(line)), 0)
    line = fault.at_line(first)
    key = KEY.match(line, indentation(line))
    if not key or not indentation(line) or indentation(fault.line):
        return None
    place = Place(fault.source, first + 1, indentation(line) + 1, len(key["key"]))
    return Finding("Y20", place, {"key": key["key"]})


def _needs_quotes(fault: _Fault) -> Finding | None:
    start = None
    if NO_TOKEN in fault.problem:
        start = fault.mark
    elif fault.context in ("while scanning a directive", "while scanning a tag", "while parsing a tag"):
        start = fault.context_mark
    elif any(said in fault.problem for said in TEXT_GOES_ON) and (value := _value_before(fault)):
        start = value[0]
    if not start:
        return None
    line = fault.at_line(start.line)
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


def _out_of_line(fault: _Fault) -> Finding | None:
    """A key further out than those above it, and further in than those around them; or the only one above
    it, where those below stand in line with this one.
    """
    key = KEY.match(fault.line, fault.mark.column)
    if not key or fault.line[: fault.mark.column].strip() or fault.problem not in OUT_OF_LINE:
        return None
    number = fault.mark.line
    if first := _first_further_in(fault):
        number, key = first.line, KEY.match(fault.at_line(first.line), first.column)
    if not key:
        return None
    place = Place(fault.source, number + 1, key.start("key") + 1, len(key["key"]))
    return Finding("Y20", place, {"key": key["key"]})


def _first_further_in(fault: _Fault) -> Start | None:
    """The first key of its part, right above the fault's line, where this key is the one too far in."""
    above = starts(fault.at_line(fault.mark.line - 1), fault.mark.line - 1)
    around = starts(fault.at_line(fault.mark.line - 2), fault.mark.line - 2)
    below = starts(fault.at_line(fault.mark.line + 1), fault.mark.line + 1)
    column = fault.mark.column
    if len(above) != 1 or above[0].key is None or not around or around[-1].column >= column:
        return None
    if below and below[0].column in (column, above[0].column):
        return above[0] if below[0].column == column else None
    return above[0] if column % 2 == 0 and above[0].column % 2 else None


EXPLANATIONS: Final = (
    _odd_space,
    _tab,
    _open_quote,
    _anchor,
    _lost_text,
    _open_bracket,
    _missing_space,
    _stray_line,
    _first_key,
    _needs_quotes,
    _colon_in_text,
    _out_of_line,
)
"""What may be behind a syntax error; the first that fits is told."""


def _value_before(fault: _Fault) -> tuple[Any, Any] | None:
    """Start and end of the value in quotes or brackets that ends before the fault, on its line."""
    value = None
    opened = []
    for token in _tokens_before(fault):
        start, end = token.start_mark, token.end_mark
        if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
            opened.append(start)
        elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
            value = (opened.pop() if opened else start, end)
        elif isinstance(token, yaml.ScalarToken):
            value = (start, end) if token.style in ("'", '"') else None
        elif start.index < end.index:
            value = None
    return value if value and value[1].line == fault.mark.line else None


def _brackets(fault: _Fault) -> list[Any]:
    """The brackets that are open at the fault."""
    opened: list[Any] = []
    for token in _tokens_before(fault):
        if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
            opened.append(token.start_mark)
        elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
            del opened[-1:]
    return opened


def _end_of_tokens(fault: _Fault, line: int) -> int | None:
    """Where on this line its last text without quotes ends, in columns from 0."""
    ends = None
    for token in _tokens_before(fault):
        if token.end_mark.line == line and token.start_mark.index < token.end_mark.index:
            plain = isinstance(token, yaml.ScalarToken) and token.plain
            ends = token.end_mark.column if plain else None
    return ends


def _text_before(fault: _Fault) -> Any | None:
    """The last text without quotes that ends before the fault."""
    tokens = [token for token in _tokens_before(fault) if isinstance(token, yaml.ScalarToken)]
    return tokens[-1] if tokens and tokens[-1].plain else None


def _tokens_before(fault: _Fault) -> list[Any]:
    tokens: list[Any] = []
    with suppress(yaml.MarkedYAMLError):
        for token in yaml.scan("\n".join(fault.lines), Loader=Loader):
            if (token.end_mark.line, token.end_mark.column) > (fault.mark.line, fault.mark.column):
                break
            tokens.append(token)
    return tokens
