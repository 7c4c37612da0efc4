"""The commands of `tangguh`.

Exit codes: 0 done; 1 findings of severity error; 2 wrong usage; 3 something on this machine is missing.
"""

import gc
import io
import sys
from importlib import import_module
from typing import Final

import click

from generator import __version__

COMMANDS: Final = {
    "build": "build",
    "check": "check",
    "compare": "compare",
    "doctor": "doctor",
    "explain": "explain",
    "new": "new.group",
    "schema": "schema",
    "serve": "serve",
    "translate": "translate",
}
"""Each command's module in this package. A command is imported when it is called: `check` needs no engine."""


def main() -> None:
    """Run the command line; a sign that a terminal cannot show is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        cli(prog_name="tangguh")
    finally:
        gc.freeze()  # the process ends: to look through the whole course for garbage would take a moment more


class _Commands(click.Group):
    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = import_module(f"generator.commands.{COMMANDS[name]}")
        command: click.Command = getattr(module, f"{name}_command")
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tangguh")
def cli() -> None:
    """Turn YAML training modules into a training site and printable handbooks."""
