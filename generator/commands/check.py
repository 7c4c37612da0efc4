"""`tangguh check`: every fault of the curriculum, nothing built."""

import sys
from pathlib import Path

import click

from generator.commands.checked import checked_curriculum, summary
from generator.commands.options import (
    FINDINGS,
    curriculum_option,
    language_option,
    local_option,
    quiet_option,
)


@click.command("check")
@curriculum_option
@local_option
@quiet_option
@language_option
def check_command(curriculum: Path, local: Path | None, quiet: bool, words: str) -> None:
    """Report every fault of the curriculum; build nothing."""
    checked = checked_curriculum(curriculum, words, local)
    if not quiet:
        click.echo(summary(checked, words))
    sys.exit(0 if checked.sound else FINDINGS)
