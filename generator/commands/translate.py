"""`tangguh translate`: the group of commands for translators."""

import click

from generator.commands.translate_apply import apply_command
from generator.commands.translate_confirm import confirm_command
from generator.commands.translate_extract import extract_command
from generator.commands.translate_status import status_command


@click.group("translate")
def translate_command() -> None:
    """See, confirm, and exchange translations."""


for command in (status_command, confirm_command, extract_command, apply_command):
    translate_command.add_command(command)
