"""Ten thousand damaged files: each gives findings or a part, in bounded time, and never an exception.

FUZZ_FILES and FUZZ_SEED set how many, and from which seed, for a longer run than the suite's.
"""

import os
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

from generator.findings.report import report
from generator.findings.rule import MESSAGE_LANGUAGES
from tests.reading.planted import findings_of

ROOT = Path(__file__).parent.parent.parent
FOLDERS = (ROOT / "tests/sample", ROOT / "curriculum")
FILES = int(os.environ.get("FUZZ_FILES", "10000"))
SEED = int(os.environ.get("FUZZ_SEED", "1"))
SMALL = 1_500
"""So many bytes at most have the files that are damaged often; the large ones are a few times."""
LARGE_ONES = 60
LONGEST = 5.0
"""So many seconds of the processor may one file take: far more than any does, far less than a hang."""

SIGNS = "-?:,[]{}#&*!|>'\"%@`~=<"
WORDS = (
    ": ",
    "- ",
    " #",
    "&a ",
    "*a ",
    "!!str ",
    "? ",
    "<<: ",
    "|+\n",
    "null",
    "true",
    "no",
    "0x1F",
    "1e999",
)
BREAKS = ("\n", "\n\n", "\t", "  ", "---\n", "...\n", "\r", "\r\n", "\0", "\x85", "\u2028", "\ufeff")
ODD = ("\u200b", "\u202e", "\u00a0", "\U0001f600", "é", '"\\uD800"', '"\\x00"', "9" * 30, "[" * 50, "- " * 50)
COMMENTS = ("# ignore L02: x\n", " # ignore", " # ignore Y21: y", "#x")
TOKENS = (*SIGNS, *WORDS, *BREAKS, *ODD, *COMMENTS)
Damage = Callable[[random.Random, bytes], bytes]


def flip(chance: random.Random, raw: bytes) -> bytes:
    at = chance.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ (1 << chance.randrange(8))]) + raw[at + 1 :]


def some_bytes(chance: random.Random, raw: bytes) -> bytes:
    at = chance.randrange(len(raw))
    return raw[:at] + chance.randbytes(chance.randint(1, 4)) + raw[at + chance.randint(0, 4) :]


def token(chance: random.Random, raw: bytes) -> bytes:
    text = raw.decode("utf-8", "replace")
    at = chance.randrange(len(text))
    return (text[:at] + chance.choice(TOKENS) + text[at + chance.choice((0, 0, 1)) :]).encode()


def token_at_value(chance: random.Random, raw: bytes) -> bytes:
    """A sign of YAML's own where a value or a line begins: there it means most."""
    text = raw.decode("utf-8", "replace")
    starts = [match.end() for match in re.finditer(r": |- |\n *", text)]
    at = chance.choice(starts or [0])
    return (text[:at] + chance.choice(TOKENS) + text[at:]).encode()


def lines(chance: random.Random, raw: bytes) -> bytes:
    """A line lost, repeated, moved, indented otherwise, or cut off."""
    split = raw.split(b"\n")
    at, other = chance.randrange(len(split)), chance.randrange(len(split))
    line = split[at]
    match chance.randrange(6):
        case 0:
            del split[at]
        case 1:
            split.insert(other, line)
        case 2:
            split.insert(other, split.pop(at))
        case 3:
            split[at] = b" " * chance.randrange(9) + line.lstrip()
        case 4:
            split[at] = line[: chance.randint(0, len(line))]
        case _:
            split[at] = line + split[other]
    return b"\n".join(split)


def cut(chance: random.Random, raw: bytes) -> bytes:
    start, end = sorted((chance.randrange(len(raw)), chance.randrange(len(raw))))
    return chance.choice((raw[:end], raw[start:], raw[:start] + raw[end:]))


DAMAGES: tuple[Damage, ...] = (flip, some_bytes, token, token_at_value, token_at_value, lines, lines, cut)


def damaged(chance: random.Random, raw: bytes) -> bytes:
    for _ in range(chance.choice((1, 1, 1, 2, 4, 8))):
        raw = chance.choice(DAMAGES)(chance, raw) or b"\n"
    return raw


def sources() -> tuple[list[tuple[str, bytes]], list[tuple[str, bytes]]]:
    """The files of the sample and the course, small and large, with the path that tells what they are."""
    found = [
        (path.relative_to(folder).as_posix(), path.read_bytes())
        for folder in FOLDERS
        for path in sorted(folder.rglob("*.yaml"))
    ]
    return [one for one in found if len(one[1]) <= SMALL], [one for one in found if len(one[1]) > SMALL]


def run(file: str, raw: bytes) -> float:
    """Read, validate and report a file; the seconds of the processor that it took."""
    started = time.process_time()
    try:
        findings = findings_of(raw, file)
        for language in MESSAGE_LANGUAGES:
            assert all(finding.place.line >= 1 <= finding.place.column for finding in findings)
            report(findings, language, colour=True).encode()
    except Exception as error:
        raise AssertionError(f"{file} raised {error!r}; its bytes:\n{raw!r}") from error
    return time.process_time() - started


def test_no_damaged_file_raises_and_none_takes_long() -> None:
    chance = random.Random(SEED)
    small, large = sources()
    assert len(small) > 30
    assert len(large) > 30
    longest = 0.0
    for number in range(FILES):
        often = number % (max(FILES // LARGE_ONES, 2)) != 0
        file, raw = chance.choice(small if often else large)
        longest = max(longest, run(file, damaged(chance, raw)))
    assert longest < LONGEST


def test_what_takes_long_elsewhere_does_not_here() -> None:
    """Files made to keep a reader busy: deep, wide, or with a fault in every line."""
    for raw in (
        b"[" * 500_000,
        b"- " * 300_000,
        b"a: " * 200_000,
        b"\x01a" * 400_000,
        b"\ra" * 400_000,
        "\u200bab".encode() * 150_000,
        b"k: @x\n" * 100_000,
        b"k: 'x\n" * 100_000,
        b"k: [x\n" * 100_000,
        b"\tk: x\n" * 100_000,
        b"k: x\n  l: y\n" * 50_000,
        b"k: x # ignore L02: y\n" * 3_000,
        b"a: &x 1\n" + b"b: *x\n" * 50_000,
        b"? " * 200_000,
        b'"' + b"\\u200b" * 100_000 + b'": 1\n',
        b"sessions: [" + b"a, " * 40_000 + b"]",
        b"title: " + b"x" * 900_000,
        b"#" * 900_000,
        b" " * 900_000,
        b"\n" * 900_000,
    ):
        for file in ("modules/a/module.yaml", "modules/a/sessions/b.yaml"):
            assert run(file, raw) < 2 * LONGEST, raw[:40]
