"""`tangguh check`: every fault of the curriculum, nothing built."""

import sys
from pathlib import Path
from typing import Final

import click

from generator.commands.checked import checked_curriculum, summary
from generator.commands.options import (
    FINDINGS,
    MACHINE,
    curriculum_option,
    language_option,
    local_option,
    quiet_option,
)
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
@language_option
def check_command(curriculum: Path, local: Path | None, confirm: bool, quiet: bool, words: str) -> None:
    """Report every fault of the curriculum; build nothing."""
    if confirm and local is None:
        raise click.UsageError("--confirm needs --local")
    checked = checked_curriculum(curriculum, words, local)
    if not quiet:
        click.echo(summary(checked, words))
    if not checked.sound:
        sys.exit(FINDINGS)
    if local is not None:
        _confirmation(AdaptedCurriculum(Curriculum(curriculum), local), local / LOCK, confirm, quiet, words)


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
