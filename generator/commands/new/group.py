"""`tangguh new` and what it can begin."""

import click

from generator.commands.new.language import language_command
from generator.commands.new.module import module_command
from generator.commands.new.programme import programme_command
from generator.commands.new.session import session_command
from generator.commands.new.worksheet import worksheet_command


@click.group("new")
def new_command() -> None:
    """Begin a part of the course with files that are valid."""


for command in (module_command, session_command, worksheet_command, programme_command, language_command):
    new_command.add_command(command)
