"""`tangguh new`: begins a module, session, worksheet, programme or language with files that are valid."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

from generator.authoring.new_language import first_files, translations
from generator.authoring.new_module import LONGEST_SLUG, NewModule
from generator.authoring.new_programme import NewProgramme
from generator.authoring.new_session import LEAST_MINUTES, NewSession
from generator.authoring.new_worksheet import BLOCK_KINDS, TYPES, NewWorksheet
from generator.authoring.proposal import Proposal
from generator.commands.asking import slug_from
from generator.commands.beginning import Beginning, begin
from generator.commands.new_words import REPORT
from generator.commands.options import curriculum_option, language_option
from generator.model import layout
from generator.model.activity import BaseActivity, Exercise, Practice, Reflection
from generator.model.course import WHOLE_COURSE
from generator.model.part import LANGUAGE_PATTERN
from generator.model.session import Session
from generator.reading.tree import Path as TreePath

USUAL_MINUTES: Final = 90
MOST_MINUTES: Final = 600
HOME_PRACTICE: Final = "home-practice"
USUAL_BLOCKS: Final = {"worksheet": "prompts", "handout": "text", "certificate": "text"}

title_option = click.option("--title", help="Its title, in the course's source language.")
slug_option = click.option("--slug", help="Its name for ever: small letters, digits and hyphens.")
minutes_option = click.option("--minutes", help=f"How long a session takes; {USUAL_MINUTES} if not said.")
yes_option = click.option("--yes", is_flag=True, help="Ask nothing; take what is usual.")


def shared(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every `tangguh new`."""
    return curriculum_option(language_option(yes_option(command)))


@click.group("new")
def new_command() -> None:
    """Begin a part of the course with files that are valid."""


@new_command.command("module")
@title_option
@slug_option
@minutes_option
@shared
def new_module(
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
    steps = [REPORT[words]["objective"], *_translations(beginning), REPORT[words]["schedule"]]
    beginning.finish(Proposal(module.files(beginning.writer), changed), steps)


@new_command.command("session")
@click.option("--module", "module_slug", help="The module that it belongs to, by its slug.")
@title_option
@slug_option
@minutes_option
@click.option(
    "--objective", "objectives", multiple=True, help="An objective that it teaches; may be repeated."
)
@shared
def new_session(
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
    module = beginning.module(asking.answer("--module", module_slug, "module", asking.one_of(modules)))
    title = asking.answer("--title", title, "title", asking.title)
    file = layout.module_file(module.slug)
    slug = _slug(beginning, slug, title, {session.slug: file for session in module.sessions})
    length = asking.answer(
        "--minutes", minutes, "minutes", asking.number(LEAST_MINUTES, MOST_MINUTES), USUAL_MINUTES
    )
    known = [objective.slug for objective in module.objectives]
    taught = asking.answer("--objective", objectives or None, "objectives", asking.some_of(known), known[0])
    session = NewSession(module.slug, slug, title, length, taught)
    changed = beginning.entries((file, ("sessions",), slug))
    steps = [*_translations(beginning), REPORT[words]["schedule"]]
    beginning.finish(Proposal(session.files(beginning.writer), changed), steps)


@new_command.command("worksheet")
@click.option("--module", "module_slug", help="Its module's slug, or `course` for the whole course.")
@title_option
@slug_option
@click.option("--session", help="The session that hands it out; for the course's own as module/session.")
@click.option("--activity", help=f"The activity that does, by its slug, or {HOME_PRACTICE}.")
@click.option("--type", "sheet_type", help=f"One of {', '.join(TYPES)}.")
@click.option("--kind", "block", help=f"What it holds first: {', '.join(BLOCK_KINDS)}.")
@shared
def new_worksheet(
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
    homes = [one.slug for one in beginning.course.modules]
    home = asking.answer("--module", module_slug, "module-or-course", asking.one_of([*homes, WHOLE_COURSE]))
    title = asking.answer("--title", title, "title", asking.title)
    slug = _slug(beginning, slug, title, beginning.sheet_slugs())
    kind = asking.answer("--type", sheet_type, "type", asking.one_of(TYPES), TYPES[0])
    first = asking.answer("--kind", block, "block", asking.one_of(BLOCK_KINDS), USUAL_BLOCKS[kind])
    scales = beginning.course.scales
    if first == "rating-scale" and not scales:
        raise asking.refuse("scale")
    module = None if home == WHOLE_COURSE else home
    sheet = NewWorksheet(module, slug, title, kind, first, scales[0].slug if scales else None)
    listing = layout.module_file(module) if module else layout.COURSE
    handed = _handing(beginning, module, session, activity, slug)
    changed = beginning.entries((listing, ("worksheets",), slug), *handed)
    beginning.finish(Proposal(sheet.files(beginning.writer), changed), _translations(beginning))


@new_command.command("programme")
@title_option
@slug_option
@click.option("--module", "modules", multiple=True, help="A module whose sessions it holds; may be repeated.")
@click.option("--start", help="When each meeting begins; 16:00 if not said.")
@click.option("--days-apart", help="Days from one meeting to the next; 7 if not said.")
@shared
def new_programme(
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
    slug = _slug(beginning, slug, title, {one.slug: layout.COURSE for one in course.programmes})
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
    steps = [REPORT[words]["days"], *_translations(beginning)]
    beginning.finish(Proposal(programme.files(beginning.writer), changed), steps)


@new_command.command("language")
@click.argument("code")
@click.option("--all", "everything", is_flag=True, help="Begin the translation of every file at once.")
@shared
def new_language(curriculum: Path, words: str, yes: bool, code: str, everything: bool) -> None:
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


def _slug(beginning: Beginning, given: str | None, title: str, taken: dict[str, str]) -> str:
    asking = beginning.asking
    return asking.answer("--slug", given, "slug", asking.slug(taken), slug_from(title))


def _translations(beginning: Beginning) -> list[str]:
    return [REPORT[beginning.asking.words]["translate"]] if len(beginning.course.languages) > 1 else []


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
        asking.answer("--session", session, "session", asking.one_of(known), next(iter(known)))
    ]
    places = _places(chosen)
    place = asking.answer(
        "--activity", activity, "activity", asking.one_of(places), _usual_place(chosen, places)
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
