"""Turns a file's text into one that YAML can read, and tells every character that must not stand there.

Nobody sees these characters: control characters and byte order marks, characters without width, those that
turn the direction of writing round, and in keys and slugs the spaces at which no line breaks. The joiners of
other scripts (U+200C, U+200D) belong to their words and stay.
"""

import re
from typing import Final

from generator.findings.finding import Finding, Place, SourceText

UNWANTED: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]|\r(?!\n)"
)
"""Control characters, byte order marks, and line breaks that YAML counts and editors do not."""
HIDDEN: Final = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\U000e0000-\U000e007f]"
)
"""Characters without width, and those that turn the direction of writing round."""
ODD_SPACE: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces that YAML takes for letters."""
MOST_TOLD: Final = 20
"""So many characters of a file are told: where more are wrong, the file is, and one reason is enough."""


def read_on(text: str, source: SourceText) -> tuple[str, list[Finding]]:
    """The text with a space for each character that YAML would refuse, and a finding for each."""
    findings = [
        *_told("Y12", UNWANTED, text, source),
        *_told("Y22", HIDDEN, text, source),
    ]
    return UNWANTED.sub(" ", text), findings


def is_no_text(text: str) -> bool:
    """Whether this is something else than text, or written in two bytes a letter."""
    return text.count("\0") * 4 >= len(text) > 0


def code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def _told(code: str, pattern: re.Pattern[str], text: str, source: SourceText) -> list[Finding]:
    """One finding for each run of the same character; all line ends of old Macs are one cause."""
    findings: list[Finding] = []
    line, line_start, last_end, last = 1, 0, -1, ""
    for match in pattern.finditer(text):
        character, start = match[0], match.start()
        again = character == last and (start == last_end or character == "\r")
        last_end, last = match.end(), character
        if again:
            continue
        line += text.count("\n", line_start, start)
        line_start = max(line_start, text.rfind("\n", line_start, start) + 1)
        place = Place(source, line, start - line_start + 1)
        findings.append(Finding(code, place, {"character": code_point(character)}))
        if len(findings) == MOST_TOLD:
            break
    return findings
