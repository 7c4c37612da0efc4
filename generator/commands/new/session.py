"""`tangguh new session`: begins a session: a round, a teaching, an exercise and a closing."""

from pathlib import Path

import click

from generator.authoring.new_session import LEAST_MINUTES, NewSession
from generator.authoring.proposal import Proposal
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


@click.command("session")
@click.option("--module", "module_slug", help="The module that it belongs to, by its slug.")
@title_option
@slug_option
@minutes_option
@click.option(
    "--objective", "objectives", multiple=True, help="An objective that it teaches; may be repeated."
)
@shared_options
def session_command(
    curriculum: Path,
    words: str,
    yes: bool,
    module_slug: str | None,
    title: str | None,
    slug: str | None,
    minutes: str | None,
    objectives: tuple[str, ...],
) -> None:
    """Begin a session: a round, a teaching, an exercise and a closing."""
    beginning = begin(curriculum, words, yes)
    asking = beginning.asking
    asking.require({"--module": module_slug, "--title": title, "--slug": slug})
    modules = [one.slug for one in beginning.course.modules]
    module = beginning.module(
        asking.answer("--module", module_slug, "module", asking.one_of(modules), choices=modules)
    )
    title = asking.answer("--title", title, "title", asking.title)
    file = layout.module_file(module.slug)
    slug = beginning.new_slug(slug, title, {session.slug: file for session in module.sessions})
    length = asking.answer(
        "--minutes", minutes, "minutes", asking.number(LEAST_MINUTES, MOST_MINUTES), USUAL_MINUTES
    )
    known = [objective.slug for objective in module.objectives]
    taught = asking.answer(
        "--objective", objectives or None, "objectives", asking.some_of(known), known[0], known
    )
    session = NewSession(module.slug, slug, title, length, taught)
    changed = beginning.entries((file, ("sessions",), slug))
    steps = [*beginning.translation_steps(), REPORT[words]["schedule"]]
    beginning.finish(Proposal(session.files(beginning.writer), changed), steps)
