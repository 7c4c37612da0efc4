"""What a command imports: which modules those are, and what it takes to do nothing else.

python imports.py --list FILE COMMAND...   runs the command, then lists what it has imported
python imports.py --only FILE              imports what is listed, and ends
"""

import importlib
import sys
from contextlib import suppress
from pathlib import Path


def listed(file: str, *command: str) -> None:
    from generator.commands.cli import main

    sys.argv = ["tangguh", *command]
    try:
        main()
    finally:
        names = [name for name in sys.modules if name != "__main__"]
        Path(file).write_text("\n".join(names), encoding="utf-8")


def only(file: str) -> None:
    for name in Path(file).read_text(encoding="utf-8").splitlines():
        with suppress(ImportError):  # what a module makes up at run time cannot be imported again
            importlib.import_module(name)


if __name__ == "__main__":
    {"--list": listed, "--only": only}[sys.argv[1]](*sys.argv[2:])
