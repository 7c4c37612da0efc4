"""The command line on a project of the test's own, in a process of its own."""

import sys
from pathlib import Path
from typing import Final

from tests.publishing.built import ROOT

CODE: Final = """
import sys
from pathlib import Path

sys.path.insert(0, sys.argv.pop(1))
from generator.commands import options

options.PROJECT = Path(sys.argv.pop(1))
from generator.commands.cli import cli

cli()
"""


def command_in(project: Path, *arguments: str) -> list[str]:
    """What starts `tangguh` with these arguments on a project, as `project_in` makes one."""
    return [sys.executable, "-c", CODE, str(ROOT), str(project), *arguments]
