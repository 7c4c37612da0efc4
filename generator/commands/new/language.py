"""`tangguh new language`: begins the translation into another language."""

import re
from pathlib import Path

import click

from generator.authoring.new_language import first_files, translations
from generator.authoring.proposal import Proposal
from generator.commands.new.beginning import begin
from generator.commands.new.options import shared_options
from generator.commands.new.words import REPORT
from generator.model import layout
from generator.model.part import LANGUAGE_PATTERN


@click.command("language")
@click.argument("code")
@click.option("--all", "everything", is_flag=True, help="Begin the translation of every file at once.")
@shared_options
def language_command(curriculum: Path, words: str, yes: bool, code: str, everything: bool) -> None:
    """Begin the translation into another language, such as jv.

    Without --all it begins with what readers see first and with all that is about safety.
    """
    beginning = begin(curriculum, words, yes)
    asking, course = beginning.asking, beginning.course
    if not re.fullmatch(LANGUAGE_PATTERN, code):
        raise asking.refuse("language", value=code)
    if code in course.languages:
        raise asking.refuse("known-language", value=code)
    files = beginning.curriculum.files() if everything else list(first_files(course))
    new = translations(beginning.curriculum, files, code, beginning.writer)
    changed = beginning.entries((layout.COURSE, ("languages",), code))
    beginning.finish(Proposal(new, changed), [REPORT[words]["status"].format(code=code)])
