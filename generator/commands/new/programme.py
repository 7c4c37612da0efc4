"""`tangguh new programme`: begins a programme: a meeting for each session."""

from pathlib import Path

import click

from generator.authoring.new_programme import NewProgramme
from generator.authoring.proposal import Proposal
from generator.commands.new.beginning import begin
from generator.commands.new.options import shared_options, slug_option, title_option
from generator.commands.new.words import REPORT
from generator.model import layout


@click.command("programme")
@title_option
@slug_option
@click.option("--module", "modules", multiple=True, help="A module whose sessions it holds; may be repeated.")
@click.option("--start", help="When each meeting begins; 16:00 if not said.")
@click.option("--days-apart", help="Days from one meeting to the next; 7 if not said.")
@shared_options
def programme_command(
    curriculum: Path,
    words: str,
    yes: bool,
    title: str | None,
    slug: str | None,
    modules: tuple[str, ...],
    start: str | None,
    days_apart: str | None,
) -> None:
    """Begin a programme: a meeting for each session."""
    beginning = begin(curriculum, words, yes)
    asking, course = beginning.asking, beginning.course
    asking.require({"--title": title, "--slug": slug})
    title = asking.answer("--title", title, "title", asking.title)
    slug = beginning.new_slug(slug, title, {one.slug: layout.COURSE for one in course.programmes})
    known = [module.slug for module in course.modules]
    chosen = asking.answer("--module", modules or None, "modules", asking.some_of(known), ",".join(known))
    clock = asking.answer("--start", start, "start", asking.clock, "16:00")
    apart = asking.answer("--days-apart", days_apart, "days_apart", asking.number(1, 366), 7)
    sessions = tuple(
        (module, session.slug, session.minutes)
        for module in chosen
        for session in beginning.module(module).sessions
    )
    programme = NewProgramme(slug, title, clock, apart, sessions)
    if not programme.ends_in_time:
        raise asking.refuse("midnight")
    changed = beginning.entries((layout.COURSE, ("programmes",), slug))
    steps = [REPORT[words]["days"], *beginning.translation_steps()]
    beginning.finish(Proposal(programme.files(beginning.writer), changed), steps)
