"""Options that several commands share, and where things stand when nothing is said."""

import os
from collections.abc import Collection
from pathlib import Path
from typing import Final

import click

from generator.findings.rule import MESSAGE_LANGUAGES

PROJECT: Final = Path(__file__).resolve().parent.parent.parent
FINDINGS: Final = 1
USAGE: Final = 2
MACHINE: Final = 3


def of_project(name: str) -> Path:
    """A file or folder of the project."""
    return PROJECT / name


def in_project(name: str) -> Path:
    """A folder of the project, seen from where the command was called."""
    return Path(os.path.relpath(of_project(name)))


def message_language() -> str:
    """The language of messages: that of the environment where there are messages in it, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(name, "").partition("_")[0].partition(".")[0]
        if code:
            return code if code in MESSAGE_LANGUAGES else "en"
    return "en"


curriculum_option = click.option(
    "--curriculum",
    type=click.Path(path_type=Path, file_okay=False),
    default=lambda: in_project("curriculum"),
    show_default="curriculum",
    help="The folder with the course.",
)
local_option = click.option(
    "--local",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="A folder with an organisation's own texts, laid over the course.",
)
quiet_option = click.option("--quiet", is_flag=True, help="Say only what is wrong.")
verbose_option = click.option("--verbose", is_flag=True, help="Name each file as it is made.")
language_option = click.option(
    "--language",
    "words",
    type=click.Choice(MESSAGE_LANGUAGES),
    default=message_language,
    help="The language of the messages.",
)


def require_known(value: str, known: Collection[str], option: str) -> None:
    if value not in known:
        raise click.BadParameter(f"{value!r} is not there; possible: {', '.join(known)}", param_hint=option)


def require_apart(curriculum: Path, local: Path | None) -> None:
    """A local folder is no part of the course, nor the course of it: files would be read twice."""
    if local is None:
        return
    course, own = curriculum.resolve(), local.resolve()
    if course != own and (own.is_relative_to(course) or course.is_relative_to(own)):
        raise click.BadParameter(f"{local} and {curriculum} must lie apart", param_hint="--local")
