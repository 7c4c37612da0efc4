"""`tangguh new worksheet`: begins a worksheet, which an activity of a session hands out."""

from pathlib import Path
from typing import Any, Final

import click

from generator.authoring.new_worksheet import BLOCK_KINDS, TYPES, NewWorksheet
from generator.authoring.proposal import Proposal
from generator.commands.new.beginning import Beginning, begin
from generator.commands.new.options import shared_options, slug_option, title_option
from generator.model import layout
from generator.model.activity import BaseActivity, Exercise, Practice, Reflection
from generator.model.course import WHOLE_COURSE
from generator.model.session import Session
from generator.reading.tree import Path as TreePath

HOME_PRACTICE: Final = "home-practice"
USUAL_BLOCKS: Final = {"worksheet": "prompts", "handout": "text", "certificate": "text"}


@click.command("worksheet")
@click.option("--module", "module_slug", help="Its module's slug, or `course` for the whole course.")
@title_option
@slug_option
@click.option("--session", help="The session that hands it out; for the course's own as module/session.")
@click.option("--activity", help=f"The activity that does, by its slug, or {HOME_PRACTICE}.")
@click.option("--type", "sheet_type", help=f"One of {', '.join(TYPES)}.")
@click.option("--kind", "block", help=f"What it holds first: {', '.join(BLOCK_KINDS)}.")
@shared_options
def worksheet_command(
    curriculum: Path,
    words: str,
    yes: bool,
    module_slug: str | None,
    title: str | None,
    slug: str | None,
    session: str | None,
    activity: str | None,
    sheet_type: str | None,
    block: str | None,
) -> None:
    """Begin a worksheet, which an activity of a session hands out."""
    beginning = begin(curriculum, words, yes)
    asking = beginning.asking
    needed = {"--module": module_slug, "--title": title, "--slug": slug}
    asking.require(needed | ({} if module_slug == WHOLE_COURSE else {"--session": session}))
    homes = [*(one.slug for one in beginning.course.modules), WHOLE_COURSE]
    home = asking.answer("--module", module_slug, "module-or-course", asking.one_of(homes), choices=homes)
    title = asking.answer("--title", title, "title", asking.title)
    slug = beginning.new_slug(slug, title, beginning.sheet_slugs())
    kind = asking.answer("--type", sheet_type, "type", asking.one_of(TYPES), TYPES[0], TYPES)
    first = asking.answer(
        "--kind", block, "block", asking.one_of(BLOCK_KINDS), USUAL_BLOCKS[kind], BLOCK_KINDS
    )
    scales = beginning.course.scales
    if first == "rating-scale" and not scales:
        raise asking.refuse("scale")
    module = None if home == WHOLE_COURSE else home
    sheet = NewWorksheet(module, slug, title, kind, first, scales[0].slug if scales else None)
    listing = layout.module_file(module) if module else layout.COURSE
    handed = _handing(beginning, module, session, activity, slug)
    changed = beginning.entries((listing, ("worksheets",), slug), *handed)
    beginning.finish(Proposal(sheet.files(beginning.writer), changed), beginning.translation_steps())


def _handing(
    beginning: Beginning, module: str | None, session: str | None, activity: str | None, slug: str
) -> list[tuple[str, TreePath, str]]:
    """The list in a session's file that hands the sheet out: none for a sheet that no session does."""
    asking = beginning.asking
    if module is None and session is None:
        return []
    homes = [module] if module else [one.slug for one in beginning.course.modules]
    known: dict[str, tuple[str, Session]] = {}
    for home in homes:
        for one in beginning.module(home).sessions:
            known[one.slug if module else f"{home}/{one.slug}"] = (home, one)
    home, chosen = known[
        asking.answer("--session", session, "session", asking.one_of(known), next(iter(known)), known)
    ]
    places = _places(chosen)
    place = asking.answer(
        "--activity", activity, "activity", asking.one_of(places), _usual_place(chosen, places), places
    )
    return [(layout.session_file(home, chosen.slug), (*places[place], "worksheets"), slug)]


def _places(session: Session) -> dict[str, tuple[Any, ...]]:
    """Where a session may hand out a sheet, by what it is asked for as."""
    places: dict[str, tuple[Any, ...]] = {
        activity.slug: ("activities", index)
        for index, activity in enumerate(session.activities)
        if isinstance(activity, BaseActivity)
    }
    return places | ({HOME_PRACTICE: ("home_practice",)} if session.home_practice else {})


def _usual_place(session: Session, places: dict[str, tuple[Any, ...]]) -> str:
    """An activity in which one writes, where there is one."""
    writing = (one.slug for one in session.activities if isinstance(one, Exercise | Practice | Reflection))
    return next(writing, next(iter(places)))
