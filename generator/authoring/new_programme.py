"""Makes a programme's first draft: one meeting for each session, whose hours follow from the sessions."""

from dataclasses import dataclass
from typing import Any, Final

from generator.authoring.draft import Data, draft, title_in
from generator.authoring.proposal import Writer
from generator.model import layout
from generator.model.clock import clock_time, minutes_of
from generator.model.programme import Programme, ProgrammeDay, SessionEntry

MEETING: Final = {"id": "Pertemuan {number}", "en": "Meeting {number}"}
MIDNIGHT: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class NewProgramme:
    """What is known of a programme that is to be; `sessions` are module, session and minutes, in order."""

    slug: str
    title: str | None
    start: str
    days_apart: int
    sessions: tuple[tuple[str, str, int], ...]

    @property
    def file(self) -> str:
        return layout.programme_file(self.slug)

    @property
    def ends_in_time(self) -> bool:
        """Whether every meeting is over before midnight."""
        return all(minutes_of(self.start) + minutes < MIDNIGHT for _, _, minutes in self.sessions)

    def files(self, writer: Writer) -> dict[str, str]:
        """The programme's file and its translations."""
        return writer.files(self.file, Programme, self._draft)

    def _draft(self, language: str, is_source: bool) -> Data:
        days = [self._day(language, number, *one) for number, one in enumerate(self.sessions, 1)]
        title = title_in(Programme, self.title, language, is_source)
        return draft(Programme, language, **title, days_apart=self.days_apart, days=days)

    def _day(self, language: str, number: int, module: str, session: str, minutes: int) -> dict[str, Any]:
        return draft(
            ProgrammeDay,
            language,
            slug=f"meeting-{number}",
            title=MEETING.get(language, MEETING["en"]).format(number=number),
            start=self.start,
            end=clock_time(minutes_of(self.start) + minutes),
            entries=[draft(SessionEntry, language, module=module, session=session)],
        )
