"""Options that several commands share, and where things stand when nothing is said."""

import os
from collections.abc import Collection
from pathlib import Path
from typing import Final, TextIO

import click

from generator.findings.rule import MESSAGE_LANGUAGES
from generator.reading.loading import Curriculum, languages_of

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


def message_language(source: str | None = None) -> str:
    """The language of messages: that of the environment, else the course's, else English.

    Args:
        source: The course's source language, which counts where the environment names none that there are
            messages in.
    """
    named = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    code = next(filter(None, named), "").partition("_")[0].partition(".")[0]
    return next((word for word in (code, source) if word in MESSAGE_LANGUAGES), "en")


def source_language(curriculum: Path | None) -> str | None:
    """The language in which the course is written, where that can be read."""
    return next(iter(languages_of(Curriculum(curriculum))), None) if curriculum else None


def _or_of_course(context: click.Context, _: click.Parameter, chosen: str | None) -> str:
    return chosen or message_language(source_language(context.params.get("curriculum")))


def colour_on(stream: TextIO) -> bool:
    """Whether to colour what is written there, as NO_COLOR and FORCE_COLOR ask for, else on a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")


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
    default=None,
    callback=_or_of_course,
    help="The language of the messages. Without it that of the environment, else the course's.",
)
colour_option = click.option(
    "--color/--no-color", "colour", default=None, help="Colour the findings. Without it: on a terminal."
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
