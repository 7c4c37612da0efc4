"""`tangguh check`: every fault of the curriculum, nothing built.

The findings are the command's result and stand on the standard output: as text with how many there are, as
JSON (`generator/findings/json_report.py` says which), or as annotations for a code host.
"""

import os
import sys
from pathlib import Path
from typing import Final

import click

from generator.checking.check import Checked
from generator.commands.checked import findings_of, summary
from generator.commands.options import (
    FINDINGS,
    MACHINE,
    colour_on,
    colour_option,
    curriculum_option,
    language_option,
    local_option,
    of_project,
    quiet_option,
)
from generator.findings.annotations import annotations
from generator.findings.json_report import json_report
from generator.findings.report import report
from generator.findings.summary import read_more
from generator.reading.loading import Curriculum
from generator.reading.local.adapted import AdaptedCurriculum
from generator.reading.local.lock import LOCK

UNCONFIRMED: Final = {
    "id": "{number} perubahan belum disahkan; dengan --confirm kamu diberi tahu kalau kursus berubah di situ",
    "en": "{number} changes not confirmed; with --confirm you are told when the course changes there",
}
CONFIRMED: Final = {"id": "perubahan disahkan di {file}", "en": "changes confirmed in {file}"}


@click.command("check")
@curriculum_option
@local_option
@click.option(
    "--confirm",
    is_flag=True,
    help=f"Write what the --local folder changes into its {LOCK}, so that an update of the course that "
    "changes the same is told.",
)
@quiet_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs, or annotations for a code host's pull requests.",
)
@colour_option
@language_option
def check_command(
    curriculum: Path,
    local: Path | None,
    confirm: bool,
    quiet: bool,
    form: str,
    colour: bool | None,
    words: str,
) -> None:
    """Report every fault of the curriculum; build nothing."""
    if confirm and local is None:
        raise click.UsageError("--confirm needs --local")
    checked = findings_of(curriculum, local)
    match form:
        case "json":
            click.echo(json_report(checked.findings, checked.silenced, words))
        case "github":
            _echo(annotations(checked.findings, words, from_repository))
            _echo("" if quiet else summary(checked, words), err=True)
        case _:
            _tell(checked, words, colour_on(sys.stdout) if colour is None else colour, quiet)
    if not checked.sound:
        sys.exit(FINDINGS)
    if local is not None:
        adapted = AdaptedCurriculum(Curriculum(curriculum), local)
        _confirmation(adapted, local / LOCK, confirm, quiet or form != "text", words)


def _confirmation(adapted: AdaptedCurriculum, lock: Path, confirm: bool, quiet: bool, words: str) -> None:
    """Write the lock, or say that there is something to write into it."""
    line = ""
    if confirm:
        try:
            lock.write_text(adapted.lock_text(), encoding="utf-8", newline="")
        except OSError as error:
            click.echo(f"{error.strerror or error}: {lock}", err=True)
            sys.exit(MACHINE)
        line = CONFIRMED[words].format(file=lock)
    elif adapted.unconfirmed:
        line = UNCONFIRMED[words].format(number=adapted.unconfirmed)
    if line and not quiet:
        click.echo(line)


def _tell(checked: Checked, words: str, colour: bool, quiet: bool) -> None:
    text = report(checked.findings, words, colour)
    if text:
        click.echo(text, color=colour)
    if not quiet:
        click.echo("\n" * bool(text) + summary(checked, words))
        _echo(read_more(checked.findings, words))


def _echo(text: str, err: bool = False) -> None:
    if text:
        click.echo(text, err=err)


def from_repository(path: str) -> str:
    """A file's path from the repository's root: the code host's workspace, else the project."""
    here = Path(path).absolute()
    for root in (os.environ.get("GITHUB_WORKSPACE"), of_project(".")):
        if root and here.is_relative_to(Path(root).absolute()):
            return here.relative_to(Path(root).absolute()).as_posix()
    return path
