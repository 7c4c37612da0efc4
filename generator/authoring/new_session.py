"""Makes a session's first draft: a round, a teaching, an exercise and a closing, which fill its minutes."""

from dataclasses import dataclass
from typing import Final

from generator.authoring import guide
from generator.authoring.draft import Data, draft, title_in
from generator.authoring.proposal import Writer
from generator.model import layout
from generator.model.activity import CheckIn, Closing, Exercise, Input
from generator.model.part import Part
from generator.model.session import Session

LEAST_MINUTES: Final = 20
"""Four activities want some time each."""
LONGEST_FRAME: Final = 15
"""So long at most a round or a closing is; a teaching is that and five minutes more."""


@dataclass(frozen=True, slots=True)
class NewSession:
    """What is known of a session that is to be."""

    module: str
    slug: str
    title: str | None
    minutes: int
    objectives: tuple[str, ...]
    worksheets: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        return layout.session_file(self.module, self.slug)

    def files(self, writer: Writer) -> dict[str, str]:
        """The session's file and its translations."""
        return writer.files(self.file, Session, self._draft)

    def _draft(self, language: str, is_source: bool) -> Data:
        frame = min(LONGEST_FRAME, self.minutes // 9)
        teaching = min(LONGEST_FRAME + 5, self.minutes // 4)
        teaches = {"objectives": list(self.objectives)}
        sheets = {"worksheets": list(self.worksheets)} if self.worksheets else {}
        activities = [
            draft(CheckIn, language, slug="check-in", title=_name(CheckIn, language), minutes=frame),
            draft(Input, language, slug="input", minutes=teaching, **teaches),
            draft(
                Exercise,
                language,
                slug="exercise",
                minutes=self.minutes - 2 * frame - teaching,
                **teaches,
                **sheets,
            ),
            draft(Closing, language, slug="closing", title=_name(Closing, language), minutes=frame),
        ]
        known = title_in(Session, self.title, language, is_source)
        return draft(Session, language, **known, minutes=self.minutes, **teaches, activities=activities)


def _name(part: type[Part], language: str) -> str:
    return guide.of_part(part).title.in_language(language)
