"""The commands of `tangguh`.

Exit codes: 0 done; 1 findings of severity error; 2 wrong usage; 3 something on this machine is missing.
"""

import sys

import click

from generator import __version__
from generator.commands.build import build_command
from generator.commands.check import check_command
from generator.commands.serve import serve_command
from generator.doctor import main as run_doctor


def main() -> None:
    """Run the command line."""
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


for command in (check_command, build_command, serve_command):
    cli.add_command(command)
