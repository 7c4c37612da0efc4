"""Checking from the command line: what every command says of the curriculum before it goes on."""

import sys
from datetime import date
from pathlib import Path

import click

from generator.checking.check import Checked, check_curriculum
from generator.commands.options import colour_on, of_project, require_apart
from generator.findings.message import severity
from generator.findings.report import report
from generator.findings.summary import summary as summary_of
from generator.reading.local.adapted import open_curriculum


def findings_of(curriculum: Path, local: Path | None = None) -> Checked:
    """Check a curriculum, with an organisation's folder laid over it where there is one.

    Where there is no curriculum, that is wrong usage.
    """
    if not curriculum.is_dir():
        raise click.BadParameter(f"{curriculum} is no folder", param_hint="--curriculum")
    require_apart(curriculum, local)
    return check_curriculum(open_curriculum(curriculum, local), date.today(), of_project("theme"))


def checked_curriculum(curriculum: Path, words: str, local: Path | None = None) -> Checked:
    """Check a curriculum and tell its errors and warnings on the error stream; advice is `check`'s."""
    checked = findings_of(curriculum, local)
    tell_findings(told_findings(checked, words))
    return checked


def told_findings(checked: Checked, words: str) -> str:
    """Errors and warnings as they are told on the error stream; an empty text where there are none."""
    told = [finding for finding in checked.findings if severity(finding) != "advice"]
    return report(told, words, colour_on(sys.stderr)) if told else ""


def tell_findings(told: str) -> None:
    """Tell errors and warnings on the error stream."""
    if told:
        click.echo(told, err=True, color=colour_on(sys.stderr))


def summary(checked: Checked, words: str) -> str:
    """How many findings there are, in words."""
    return summary_of(checked.findings, len(checked.silenced), words)
