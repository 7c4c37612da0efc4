"""A guide as its reader meets it: fenced examples, and the commands that stand in the text."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent
GUIDES: Final = ("README.md", "README.id.md", "CONTRIBUTING.md", "CONTRIBUTING.id.md")
FENCE: Final = re.compile(r"^```(?P<about>[^\n`]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE: Final = re.compile(r"`(?P<code>\./tangguh [^`]+)`")
START: Final = "./tangguh"


@dataclass(frozen=True)
class Example:
    """A fenced block: its language, what the fence says besides (nothing a reader sees), and its text."""

    guide: str
    line: int
    language: str
    says: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.guide}:{self.line}"


def examples(guide: str, language: str) -> list[Example]:
    """The fenced blocks of a guide that are in this language."""
    text = (ROOT / guide).read_text(encoding="utf-8")
    found = []
    for block in FENCE.finditer(text):
        first, _, rest = block["about"].partition(" ")
        if first == language:
            found.append(Example(guide, text.count("\n", 0, block.start()) + 1, first, rest, block["text"]))
    return found


def commands(text: str) -> list[list[str]]:
    """The arguments of each `./tangguh` line of a shell example, comments left out."""
    lines = [shlex.split(line, comments=True) for line in text.replace("\\\n", " ").split("\n")]
    return [words[1:] for words in lines if words and words[0] == START]


def all_commands(guide: str) -> list[list[str]]:
    """Every call of `./tangguh` that a guide names, in its examples and in its sentences."""
    text = (ROOT / guide).read_text(encoding="utf-8")
    fenced = [words for block in examples(guide, "sh") for words in commands(block.text)]
    return fenced + [shlex.split(found["code"])[1:] for found in INLINE.finditer(FENCE.sub("", text))]
