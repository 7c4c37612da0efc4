"""Makes whole courses of any size, valid and with nothing to warn of, from a size and a seed.

    .venv/bin/python -m tests.generated.course FOLDER [MODULES [SEED]]

They use every kind of activity, block, item and figure that the model has as soon as they are large enough.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final, get_args

from generator.model import layout
from generator.model.activity import Activity, Break, CheckIn, Closing, Opening
from generator.model.chapter import Chapter
from generator.model.clock import clock_time, minutes_of
from generator.model.contact import Contact
from generator.model.course import CourseFile, Organisation
from generator.model.glossary import Term
from generator.model.module import ModuleFile, Objective
from generator.model.programme import PauseEntry, Programme, ProgrammeDay
from generator.model.scale import ResponseScale, ScalePoint
from generator.model.session import HomePractice, Session
from generator.model.wording import AvoidedTerm
from generator.model.worksheet import Block, ContactsBlock, RatingScaleBlock, TextBlock, Worksheet
from tests.generated.dice import Dice
from tests.generated.evaluation import EvaluationMaker
from tests.generated.fitting import Tree
from tests.generated.part import PartMaker
from tests.generated.references import work
from tests.generated.sentences import Sentences
from tests.generated.size import Size
from tests.generated.targets import Targets, citation, reference
from tests.generated.text import Words, Writer, in_language, overlay
from tests.generated.yaml_file import write_yaml

PICTURE: Final = """\
<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" viewBox="0 0 120 60">
  <rect x="20" y="20" width="20" height="30" fill="#dddddd" stroke="#000000"/>
</svg>
"""
SCALES: Final = {"two": (1, 2), "four": (1, 4), "ten": (0, 10)}
"""Response scales by slug, with their lowest and their highest value."""
START: Final = "08:00"
SAFETY: Final = "when-in-danger"
OWN_SHEETS: Final = ("help-card", "self-check")
TYPES: Final = ("worksheet", "handout")
BLOCKS: Final = get_args(get_args(Block)[0])
MIDDLE: Final = [kind for kind in get_args(get_args(Activity)[0]) if kind not in (Opening, CheckIn, Closing)]
"""The kinds of activity that stand between those that every session has."""
Write = Callable[[Dice, tuple[str, ...], Targets], Writer]


def write_course(
    folder: Path, size: Size, seed: int = 0, checked_on: date | None = None, writer: Write = Sentences
) -> None:
    """Write a curriculum.

    Args:
        folder: Where to; made where it is not there.
        size: How large.
        seed: Which of the many courses of this size.
        checked_on: When its contacts were checked; today where nothing is said.
        writer: Makes who writes its texts.
    """
    maker = CourseMaker(size, seed, checked_on or date.today(), writer)
    for file, tree in maker.files():
        write_yaml(folder / file, in_language(tree, size.languages[0]))
        for language in size.languages[1:]:
            if said := overlay(tree, language):
                write_yaml(folder / layout.translation_file(file, language), said)
    for module in maker.modules:
        picture = folder / layout.media_file(f"{module}/picture.svg")
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_text(PICTURE, encoding="utf-8")


class CourseMaker:
    """Makes a course's files, one after the other, so that the same seed makes the same course."""

    def __init__(self, size: Size, seed: int, checked_on: date, writer: Write) -> None:
        self.size = size
        self.checked_on = checked_on
        self.dice = Dice(seed)
        self.targets = Targets(self.dice)
        self.maker = PartMaker(self.dice, writer(self.dice, size.languages, self.targets), SCALES)
        self.evaluations = EvaluationMaker(self.maker, size)
        self.modules = [f"module-{number}" for number in range(1, size.modules + 1)]
        self.minutes: dict[tuple[str, str], int] = {}
        self.terms: list[Tree] = []
        self.works: list[Tree] = []

    def files(self) -> Iterator[tuple[str, Tree]]:
        """Each file by its path below the curriculum, its texts in all languages."""
        for number in range(1, self.size.modules + 1):
            yield from self._module(number)
        self.targets.enter("course", self._targets_of_course())
        yield layout.COURSE, self._course()
        for chapter in self._chapters():
            yield layout.chapter_file(chapter["slug"]), _without_slug(chapter)
        yield from self._own_sheets()
        yield layout.evaluation_file(None), self.evaluations.of_course()
        yield layout.programme_file("all-sessions"), _without_slug(self._programme())
        yield layout.GLOSSARY, {"terms": self.terms}
        yield layout.REFERENCES, {"references": self.works}
        yield layout.CONTACTS, {"contacts": self._contacts()}
        yield layout.SCALES, {"scales": [self._scale(slug) for slug in SCALES]}
        yield layout.WORDING, {"terms": [self._avoided(language) for language in self.size.languages]}

    # --- The modules ---------------------------------------------------------------------------------------

    def _module(self, number: int) -> Iterator[tuple[str, Tree]]:
        slug, size = self.modules[number - 1], self.size
        sessions = [f"session-{number}-{n}" for n in range(1, size.sessions + 1)]
        sheets = [f"sheet-{number}-{n}" for n in range(1, size.sheets + 1)]
        terms = [f"term-{number}-{n}" for n in range(1, size.terms + 1)]
        works = [f"work-{number}-{n}" for n in range(1, size.works + 1)]
        own = [*(reference("term", term) for term in terms), *(citation(work) for work in works)]
        self.targets.enter(slug, [
            *own,
            *(reference("session", f"{slug}/{session}") for session in sessions),
            *(reference("worksheet", sheet) for sheet in sheets),
            reference("module", slug),
            reference("knowledge-test", f"test-{number}"),
            reference("evaluation-form", f"form-{number}"),
            reference("chapter", "chapter-1"),
            reference("programme", "all-sessions"),
        ])  # fmt: skip
        self.terms += [self.maker.part(Term, term) for term in terms]
        self.works += [work(self.maker, self.dice, key, len(self.works)) for key in works]
        objectives = [
            self.maker.part(Objective, f"{session}-aim-{n}") for session in sessions for n in (1, 2)
        ]
        picture = f"![Two chairs that face each other](media:{slug}/picture.svg)"
        background = self.maker.writer.prose("long")
        yield (
            layout.module_file(slug),
            self.maker.part(
                ModuleFile,
                objectives=objectives,
                background=_with(background, f"{', '.join(own)}.", picture),
                sessions=sessions,
                worksheets=sheets,
            ),
        )
        for place, session in enumerate(sessions):
            aims = [f"{session}-aim-{n}" for n in (1, 2)]
            used = sheets[place :: len(sessions)]
            yield layout.session_file(slug, session), self._session(slug, session, aims, used)
        yield from self._sheets(slug, sheets)
        aims = [objective["slug"] for objective in objectives]
        yield layout.evaluation_file(slug), self.evaluations.of_module(number, aims)

    def _session(self, module: str, slug: str, aims: list[str], sheets: list[str]) -> Tree:
        activities = [
            self._activity(Opening, "opening"),
            self._activity(CheckIn, "check-in", objectives=aims),
        ]
        for number in range(1, self.size.activities - 2):
            kind = self.dice.one_of(MIDDLE, "kinds of activity")
            use = {} if kind is Break else {"objectives": aims[number % 2 :][:1], "worksheets": sheets[:1]}
            activities.append(self._activity(kind, f"activity-{number}", **use))
        activities.append(self._activity(Closing, "closing", worksheets=sheets))
        minutes = sum(activity["minutes"] for activity in activities)
        self.minutes[module, slug] = minutes
        practice = self.maker.part(HomePractice, worksheets=sheets[-1:])
        session = self.maker.part(
            Session,
            minutes=minutes,
            objectives=aims,
            activities=activities,
            home_practice=practice if self.dice.chance("home practice") else None,
            slug=slug,
        )
        return _without_slug(session)

    def _activity(self, kind: Any, slug: str, **given: Any) -> Tree:
        optional = True if self.dice.number(1, 4) == 1 else None
        return self.maker.part(kind, slug, minutes=5 * self.dice.number(1, 4), optional=optional, **given)

    def _sheets(self, module: str | None, slugs: Iterable[str]) -> Iterator[tuple[str, Tree]]:
        for slug in slugs:
            blocks = [
                self.maker.one_of(BLOCKS, f"block-{n}", "blocks") for n in range(1, self.size.blocks + 1)
            ]
            sheet = self.maker.part(Worksheet, slug, type=self.dice.one_of(TYPES, "types"), blocks=blocks)
            yield layout.worksheet_file(module, slug), _without_slug(sheet)

    # --- What belongs to the whole course ------------------------------------------------------------------

    def _targets_of_course(self) -> list[str]:
        return [
            *(reference("module", module) for module in self.modules),
            *(reference("worksheet", sheet) for sheet in OWN_SHEETS),
            reference("programme", "all-sessions"),
        ]

    def _course(self) -> Tree:
        return self.maker.part(
            CourseFile,
            languages=list(self.size.languages),
            organisation=self.maker.part(Organisation, logo=None),
            back_cover="help-card",
            chapters=[SAFETY, *(f"chapter-{n}" for n in range(1, self.size.chapters + 1))],
            worksheets=list(OWN_SHEETS),
            modules=self.modules,
            programmes=["all-sessions"],
        )

    def _chapters(self) -> Iterator[Tree]:
        both = ["facilitator", "participant"]
        yield self.maker.part(Chapter, SAFETY, safety=True, editions=both)
        for number in range(1, self.size.chapters + 1):
            chapter = self.maker.part(Chapter, f"chapter-{number}", editions=both[:number])
            text = chapter["sections"][0]["text"]
            chapter["sections"][0]["text"] = _with(text, *(reference("worksheet", one) for one in OWN_SHEETS))
            yield chapter

    def _own_sheets(self) -> Iterator[tuple[str, Tree]]:
        """The card on the back cover, and a sheet on which every scale is used."""
        card = [self.maker.part(ContactsBlock, "numbers"), self.maker.part(TextBlock, "text")]
        scales = [self.maker.part(RatingScaleBlock, f"scale-{slug}", scale=slug) for slug in SCALES]
        for slug, kind, blocks in (("help-card", "handout", card), ("self-check", "worksheet", scales)):
            sheet = self.maker.part(Worksheet, slug, type=kind, blocks=blocks)
            yield layout.worksheet_file(None, slug), _without_slug(sheet)

    def _programme(self) -> Tree:
        """A day for each session, with a pause before it."""
        days = []
        for number, ((module, session), minutes) in enumerate(self.minutes.items(), 1):
            pause = self.maker.part(PauseEntry, "welcome", minutes=15)
            entry = {"kind": "session", "module": module, "session": session}
            end = clock_time(minutes_of(START) + 15 + minutes)
            facts = {"start": START, "end": end, "entries": [pause, entry]}
            days.append(self.maker.part(ProgrammeDay, f"day-{number}", **facts))
        starts_on = "2027-03-05" if self.dice.chance("a first day") else None
        return self.maker.part(Programme, "all-sessions", starts_on=starts_on, days_apart=7, days=days)

    def _contacts(self) -> list[Tree]:
        """One that is shown, and one that nobody is sure of."""
        day = self.checked_on.isoformat()
        return [
            self.maker.part(
                Contact,
                f"contact-{confidence}",
                dial=dial,
                confidence=confidence,
                source="https://example.org/contact",
                checked_by=self.maker.writer.line("usual"),
                checked_on=day,
            )
            for confidence, dial in (("high", "119"), ("low", "https://example.org/chat"))
        ]

    def _scale(self, slug: str) -> Tree:
        low, high = SCALES[slug]
        points = [
            self.maker.part(ScalePoint, value=value, label=self.maker.writer.line("short") if ends else None)
            for value in range(low, high + 1)
            for ends in [value in (low, high)]
        ]
        return self.maker.part(ResponseScale, slug, points=points)

    def _avoided(self, language: str) -> Tree:
        facts = {"language": language, "avoid": f"xkata-{language}", "write": f"ykata-{language}"}
        return self.maker.part(AvoidedTerm, f"avoided-{language}", **facts)


def _with(words: Words, *more: str) -> Words:
    """A prose with more paragraphs at its end, the same in every language."""
    return Words({language: "\n\n".join((text, *more)) for language, text in words.by_language.items()})


def _without_slug(tree: Tree) -> Tree:
    """What stands in the part's own file, which is named for its slug."""
    return {key: value for key, value in tree.items() if key != "slug"}


def main(folder: str, modules: str = "1", seed: str = "0") -> None:
    """Write a course for who wants to look at one."""
    write_course(Path(folder), Size().times(int(modules)), int(seed))


if __name__ == "__main__":
    main(*sys.argv[1:])
