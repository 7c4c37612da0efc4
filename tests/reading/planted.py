"""Faults to plant in a sound file: for each class what is done to a line, and which finding tells it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.findings.finding import Finding
from generator.model.course import CourseFile
from generator.reading.form import validate
from generator.reading.loading import part_of
from generator.reading.yaml_file import parse_yaml

KEY_AND_TEXT = re.compile(
    r"(?P<indent> *(?:- )?)(?P<key>[a-z_]+): (?P<text>(?!true|false)[A-Za-z][^#'\":]*)$"
)
"""A line with a key and a text without quotes."""
KEY = re.compile(r"(?P<indent> *)(?P<key>[a-z_]+):(?P<rest>.*)$")
"""A line that starts with a key, with no hyphen before it."""


@dataclass(frozen=True)
class Fault:
    """What is done to a line, for the lines that `pattern` fits, and the codes of which one tells it.

    `below` counts the lines from the changed one to that at which it is told.
    """

    pattern: re.Pattern[str]
    change: Callable[[re.Match[str]], str]
    codes: tuple[str, ...]
    below: int = 0


def value(text: str) -> Callable[[re.Match[str]], str]:
    """The line with this in place of its text, in which `{}` is the text that stood there."""
    return lambda line: f"{line['indent']}{line['key']}: {text.format(line['text'].strip())}"


SYNTAX: dict[str, Fault] = {
    "a tab for indentation": Fault(KEY, lambda line: f"\t{line['key']}:{line['rest']}", ("Y15",)),
    "a colon in a text": Fault(KEY_AND_TEXT, value("{}: lagi"), ("Y16",)),
    "an at sign": Fault(KEY_AND_TEXT, value("@{}"), ("Y17",)),
    "a percent sign": Fault(KEY_AND_TEXT, value("%{}"), ("Y17",)),
    "a link": Fault(KEY_AND_TEXT, value("[{}](term:x) lagi"), ("Y17",)),
    "a quotation at the start": Fault(KEY_AND_TEXT, value("'{}' katanya"), ("Y17",)),
    "strong text": Fault(KEY_AND_TEXT, value("**{}**"), ("Y04",)),
    "an exclamation mark": Fault(KEY_AND_TEXT, value("!{}"), ("Y05", "Y17")),
    "no space after a colon": Fault(
        KEY_AND_TEXT, lambda line: f"{line['indent']}{line['key']}:{line['text']}", ("Y18",)
    ),
    "an open quote": Fault(KEY_AND_TEXT, value('"{}'), ("Y19",)),
    "an open single quote": Fault(KEY_AND_TEXT, value("'{}"), ("Y19",)),
    "an open bracket": Fault(KEY_AND_TEXT, value("[{}"), ("Y23", "Y17")),
    "an open brace": Fault(KEY_AND_TEXT, value("{{{}"), ("Y23", "Y17")),
    "a key further in": Fault(KEY, lambda line: f" {line[0]}", ("Y20",)),
    "a line of text between keys": Fault(
        KEY, lambda line: f"{line['indent']}Baris tanpa kunci.\n{line[0]}", ("Y01",)
    ),
    "a key that stands twice": Fault(
        KEY_AND_TEXT, lambda line: f"{line[0]}\n{' ' * len(line['indent'])}{line['key']}: lain", ("Y03",), 1
    ),
    "a number as key": Fault(KEY, lambda line: f"{line['indent']}1: x\n{line[0]}", ("Y08",)),
    "text behind a number sign": Fault(KEY_AND_TEXT, value("{} #lagi"), ("Y14",)),
    "a control character": Fault(KEY_AND_TEXT, value("{}\x07"), ("Y12",)),
    "a character without width": Fault(KEY_AND_TEXT, value("{}\u200b"), ("Y22",)),
    "a no-break space behind the colon": Fault(
        KEY_AND_TEXT, lambda line: f"{line['indent']}{line['key']}:\u00a0{line['text']}", ("Y22",)
    ),
}


def outside_texts(text: str) -> list[int]:
    """The lines, from 0, at which a key or a list's entry starts; none within a text of several lines."""
    lines: set[int] = set()
    tree = parse_yaml(text.encode(), "a.yaml").tree

    def walk(node: object) -> None:
        for entry in getattr(node, "entries", {}).values():
            lines.add(entry.key.line - 1)
            walk(entry.value)
        for item in getattr(node, "items", ()):
            lines.add(item.place.line - 1)
            walk(item)

    walk(tree)
    return sorted(lines)


def findings_of(text: str | bytes, file: str) -> list[Finding]:
    """What is wrong with a file alone, as YAML and in its form."""
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    read = parse_yaml(raw, file)
    part = CourseFile if file == "course.yaml" else part_of(file)
    if read.tree is None or part is None:
        return read.findings
    slug = Path(file).stem if part.__name__ in {"Chapter", "Programme", "Session", "Worksheet"} else None
    form = validate(read.tree, part, slug).findings
    return read.findings + [finding for finding in form if not read.explains(finding)]


def places(text: str, fault: Fault, lines: list[int] | None = None) -> Iterator[int]:
    """The lines, from 0, in which this fault can be planted."""
    split = text.split("\n")
    for number in outside_texts(text) if lines is None else lines:
        if fault.pattern.match(split[number]):
            yield number


def planted(text: str, fault: Fault, number: int) -> str:
    """The text with the fault in this line, counted from 0."""
    lines = text.split("\n")
    match = fault.pattern.match(lines[number])
    assert match
    lines[number] = fault.change(match)
    return "\n".join(lines)
