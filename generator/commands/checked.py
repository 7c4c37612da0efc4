"""Checking from the command line: what every command says of the curriculum before it goes on."""

from datetime import date
from pathlib import Path

import click

from generator.checking.check import Checked, check_curriculum
from generator.commands.options import of_project
from generator.findings.message import severity
from generator.findings.report import report
from generator.reading.loading import Curriculum


def checked_curriculum(curriculum: Path, words: str) -> Checked:
    if not curriculum.is_dir():
        raise click.BadParameter(f"{curriculum} is no folder", param_hint="--curriculum")
    checked = check_curriculum(Curriculum(curriculum), date.today(), of_project("theme"))
    if checked.findings:
        click.echo(report(checked.findings, words), err=True)
    return checked


def summary(checked: Checked, words: str) -> str:
    errors = sum(severity(finding) == "error" for finding in checked.findings)
    warnings = len(checked.findings) - errors
    if words == "id":
        return f"{errors} kesalahan, {warnings} peringatan"
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
