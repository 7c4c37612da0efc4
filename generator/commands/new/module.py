"""`tangguh new module`: begins a module: an objective, a session, a sheet and what assesses it."""

from pathlib import Path

import click

from generator.authoring.new_module import LONGEST_SLUG, NewModule
from generator.authoring.new_session import LEAST_MINUTES
from generator.authoring.proposal import Proposal
from generator.commands.new.asking import slug_from
from generator.commands.new.beginning import begin
from generator.commands.new.options import (
    MOST_MINUTES,
    USUAL_MINUTES,
    minutes_option,
    shared_options,
    slug_option,
    title_option,
)
from generator.commands.new.words import REPORT
from generator.model import layout
from generator.model.course import WHOLE_COURSE


@click.command("module")
@title_option
@slug_option
@minutes_option
@shared_options
def module_command(
    curriculum: Path, words: str, yes: bool, title: str | None, slug: str | None, minutes: str | None
) -> None:
    """Begin a module: an objective, a session, a sheet and what assesses it."""
    beginning = begin(curriculum, words, yes)
    asking, course = beginning.asking, beginning.course
    asking.require({"--title": title, "--slug": slug})
    title = asking.answer("--title", title, "title", asking.title)
    taken = {module.slug: layout.COURSE for module in course.modules}
    check = asking.slug(taken, LONGEST_SLUG, reserved=WHOLE_COURSE)
    slug = asking.answer("--slug", slug, "slug", check, slug_from(title, LONGEST_SLUG))
    length = asking.answer(
        "--minutes", minutes, "minutes", asking.number(LEAST_MINUTES, MOST_MINUTES), USUAL_MINUTES
    )
    module = NewModule(slug, title, length, course.scales[0].slug if course.scales else None)
    for sheet in module.sheets:
        asking.answer("--slug", sheet, "slug", asking.slug(beginning.sheet_slugs()))
    changed = beginning.entries((layout.COURSE, ("modules",), slug))
    steps = [REPORT[words]["objective"], *beginning.translation_steps(), REPORT[words]["schedule"]]
    beginning.finish(Proposal(module.files(beginning.writer), changed), steps)
