"""The commands of `tangguh`.

Exit codes: 0 done; 1 findings of severity error; 2 wrong usage; 3 something on this machine is missing.
"""

import io
import sys

import click

from generator import __version__
from generator.commands.build import build_command
from generator.commands.check import check_command
from generator.commands.compare import compare_command
from generator.commands.explain import explain_command
from generator.commands.new.group import new_command
from generator.commands.schema import schema_command
from generator.commands.serve import serve_command
from generator.commands.translate import translate_command
from generator.doctor import main as run_doctor


def main() -> None:
    """Run the command line; a sign that a terminal cannot show is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    cli(prog_name="tangguh")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tangguh")
def cli() -> None:
    """Turn YAML training modules into a training site and printable handbooks."""


@cli.command("doctor", context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def doctor_command(arguments: tuple[str, ...]) -> None:
    """Say what this machine has and lacks, with the command that mends it."""
    sys.exit(run_doctor(list(arguments)))


for command in (
    build_command,
    check_command,
    compare_command,
    explain_command,
    new_command,
    schema_command,
    serve_command,
    translate_command,
):
    cli.add_command(command)
