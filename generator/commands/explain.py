"""`tangguh explain`: what a finding means, why it is one, and how it is mended."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from textwrap import TextWrapper
from typing import Final

import click

from generator.commands.options import language_option
from generator.findings.difference import Line
from generator.findings.explanation import Explanation, explanation
from generator.findings.family import families
from generator.findings.rule import Severity, codes, rule

WIDTH: Final = 88
INDENT: Final = "    "
COLOURS: Final[dict[Severity, str]] = {"error": "red", "warning": "yellow", "advice": "cyan"}
WORDS: Final = {
    "id": {
        "wrong": "Salah",
        "right": "Benar",
        "in": "di {file}",
        "says": "Yang dikatakan `tangguh check`:",
        "may": "Boleh dibiarkan, dengan alasan. Tulis catatan ini di baris kuncinya atau butirnya, atau di "
        "baris di atasnya:",
        "may_not": "Tidak bisa dibiarkan: temuan ini harus diperbaiki.",
        "page": "Halamannya: site/id/{page}.html",
        "all": "`tangguh explain KODE` menjelaskan satu aturan, misalnya `tangguh explain {code}`.",
        "unknown": "tidak ada aturan `{code}`",
        "nearest": "; maksudnya {codes}?",
        "see_all": "; `tangguh explain` tanpa kode menyebut semuanya",
    },
    "en": {
        "wrong": "Wrong",
        "right": "Right",
        "in": "in {file}",
        "says": "What `tangguh check` says:",
        "may": "It may stay, with a reason. Write this comment on the line of the key or entry, or on the "
        "line above it:",
        "may_not": "It cannot be silenced: this finding has to be mended.",
        "page": "Its page: site/en/{page}.html",
        "all": "`tangguh explain CODE` explains one rule, such as `tangguh explain {code}`.",
        "unknown": "there is no rule `{code}`",
        "nearest": "; did you mean {codes}?",
        "see_all": "; `tangguh explain` without a code names them all",
    },
}


@click.command("explain")
@click.argument("wanted", nargs=-1, metavar="[CODE]...")
@language_option
def explain_command(wanted: tuple[str, ...], words: str) -> None:
    """Say what a finding means and how to mend it; without a CODE, name all rules."""
    known = [_code(text, words) for text in wanted]
    told = (_explained(explanation(rule(code), words)) for code in dict.fromkeys(known))
    click.echo("\n\n\n".join(told) if known else "\n".join(_all(words)))


def _code(text: str, words: str) -> str:
    """The code in what was typed, which may be copied from a report as it stands there: `error[F01]`.

    Raises:
        UsageError: There is no such rule.
    """
    code = re.sub(r"^.*\[|\].*$", "", text).upper()
    if code in codes():
        return code
    phrases = WORDS[words]
    near = get_close_matches(code, codes(), n=3, cutoff=0.6)
    hint = phrases["nearest"].format(codes=", ".join(sorted(near))) if near else phrases["see_all"]
    raise click.UsageError(phrases["unknown"].format(code=click.unstyle(text)[:40]) + hint)


def _all(words: str) -> Iterator[str]:
    for family in families():
        yield click.style(f"{family.letter}  {family.title.in_language(words)}", bold=True)
        for one in family.rules:
            told = explanation(one, words)
            yield f"  {told.code}  {_coloured(told.severity_word.ljust(10), told.severity)}  {told.title}"
        yield ""
    yield WORDS[words]["all"].format(code=codes()[0])


def _explained(told: Explanation) -> str:
    phrases = WORDS[told.language]
    head = _coloured(f"{told.severity_word} {told.code}", told.severity, bold=True)
    file = f" ({phrases['in'].format(file=told.file)})" if told.file else ""
    label = f"{told.severity_word}[{told.code}]"
    said = _wrapped(f"{label} {told.example_message}", INDENT)
    parts = [
        f"{head}: {click.style(told.title, bold=True)}",
        _wrapped(told.message),
        _wrapped(told.reason),
        f"{phrases['wrong']}{file}:\n\n{_code_lines(told.bad, 'red')}",
        f"{phrases['says']}\n\n{said.replace(label, _coloured(label, told.severity), 1)}",
        f"{phrases['right']}:\n\n{_code_lines(told.good, 'green')}",
        _wrapped(phrases["may"]) + f"\n\n{INDENT}{told.comment}" if told.comment else phrases["may_not"],
        phrases["page"].format(page=told.page),
    ]
    return "\n\n".join(parts)


def _coloured(text: str, severity: Severity, bold: bool = False) -> str:
    return click.style(text, fg=COLOURS[severity], bold=bold or None)


def _wrapped(text: str, indent: str = "") -> str:
    """A text in lines; no slug, path or code is broken."""
    wrapper = TextWrapper(
        WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n\n".join(wrapper.fill(paragraph) for paragraph in text.strip().split("\n\n"))


def _code_lines(lines: tuple[Line, ...], colour: str) -> str:
    return "\n".join(
        INDENT + "".join(click.style(p.text, fg=colour, bold=True) if p.changed else p.text for p in line)
        for line in lines
    )
