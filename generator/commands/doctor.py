"""`tangguh doctor`: what this machine has and lacks."""

import sys

import click

from generator.doctor import main


@click.command("doctor", context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def doctor_command(arguments: tuple[str, ...]) -> None:
    """Say what this machine has and lacks, with the command that mends it."""
    sys.exit(main(list(arguments)))
