"""The course as an audience sees it: modules, sessions and sheets with their numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.model.chapter import Chapter
from generator.model.course import WHOLE_COURSE, Course
from generator.model.edition import Edition
from generator.model.module import Module, Objective
from generator.model.programme import Programme, ProgrammeDay, SessionEntry
from generator.model.session import Session
from generator.model.worksheet import Worksheet
from generator.views.audience import Audience, for_audience
from generator.views.timeline import TimedActivity, TimedEntry, timeline, timetable

COURSE_NUMBER: Final = "A"
"""What the course's own sheets are numbered with, where a module's have its number."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """A worksheet or handout with the number that it is called by."""

    number: str
    sheet: Worksheet
    home: str
    """The slug of its module; what the whole course is called for its own."""

    @property
    def key(self) -> str:
        """The name of the sheet in forms to fill in."""
        return f"{self.home}/{self.sheet.slug}"


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session with its number in the module, its objectives in full and its running minutes."""

    number: int
    module: Module
    session: Session
    objectives: tuple[Objective, ...]
    timeline: tuple[TimedActivity, ...]
    sheets: tuple[SheetView, ...]

    @property
    def key(self) -> str:
        """How a cross-reference names the session."""
        return f"{self.module.slug}/{self.session.slug}"

    @property
    def short_minutes(self) -> int:
        """What is left of the session's minutes without the activities that may be left out."""
        return sum(timed.activity.minutes for timed in self.timeline if not timed.activity.optional)


@dataclass(frozen=True, slots=True)
class ModuleView:
    number: int
    module: Module
    sessions: tuple[SessionView, ...]
    sheets: tuple[SheetView, ...]

    @property
    def minutes(self) -> int:
        """The minutes of all sessions together."""
        return sum(view.session.minutes for view in self.sessions)

    def sessions_using(self, worksheet: str) -> tuple[SessionView, ...]:
        """The sessions that hand out a worksheet."""
        return tuple(view for view in self.sessions if worksheet in view.session.used_worksheets)

    def objective(self, slug: str) -> Objective:
        return next(objective for objective in self.module.objectives if objective.slug == slug)


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of a programme, `after` days after its first, with its timetable and its sessions."""

    day: ProgrammeDay
    after: int
    entries: tuple[TimedEntry, ...]
    sessions: tuple[SessionView, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    programme: Programme
    days: tuple[DayView, ...]


@dataclass(frozen=True, slots=True)
class CourseView:
    """`whole` is False where the view shows one module.

    `sheets` are the course's own; a handbook's are without the one on its back cover.
    """

    course: Course
    chapters: tuple[Chapter, ...]
    sheets: tuple[SheetView, ...]
    back_cover: SheetView | None
    modules: tuple[ModuleView, ...]
    programmes: tuple[ProgrammeView, ...]
    whole: bool = True

    @property
    def frame(self) -> tuple[Chapter, ...]:
        return tuple(chapter for chapter in self.chapters if not chapter.safety)

    @property
    def safety(self) -> tuple[Chapter, ...]:
        return tuple(chapter for chapter in self.chapters if chapter.safety)

    def sessions_using(self, worksheet: str) -> tuple[SessionView, ...]:
        """The sessions of any module that hand out a worksheet."""
        return tuple(session for view in self.modules for session in view.sessions_using(worksheet))

    def only(self, module: str) -> "CourseView":
        """The course with one of its modules and its safety chapters; numbers stay what they are."""
        chosen = tuple(view for view in self.modules if view.module.slug == module)
        return replace(self, modules=chosen, chapters=self.safety, whole=False)


def course_view(course: Course, audience: Audience | None = None) -> CourseView:
    """The course as this audience's handbook shows it; everything for None, as on the site."""
    numbered = _numbered(COURSE_NUMBER, WHOLE_COURSE, course.worksheets)
    back_cover = next((view for view in numbered if view.sheet.slug == course.back_cover), None)
    sheets = tuple(
        view
        for view in numbered
        if audience is None or (view is not back_cover and _belongs(view.sheet.editions, audience))
    )
    modules = tuple(
        _module_view(number, for_audience(module, audience), numbered, audience)
        for number, module in enumerate(course.modules, 1)
    )
    return CourseView(
        course,
        tuple(chapter for chapter in course.chapters if _belongs(chapter.editions, audience)),
        sheets,
        back_cover,
        modules,
        tuple(_programmes(course, modules)),
    )


def _belongs(editions: tuple[Edition, ...], audience: Audience | None) -> bool:
    return audience is None or audience.value in editions


def _numbered(prefix: str, home: str, worksheets: tuple[Worksheet, ...]) -> tuple[SheetView, ...]:
    return tuple(
        SheetView(f"{prefix}.{position}", sheet, home) for position, sheet in enumerate(worksheets, 1)
    )


def _module_view(
    number: int, module: Module, of_course: tuple[SheetView, ...], audience: Audience | None
) -> ModuleView:
    sheets = _numbered(str(number), module.slug, module.worksheets)
    sessions = tuple(
        _session_view(position, module, session, (*sheets, *of_course))
        for position, session in enumerate(module.sessions, 1)
    )
    shown = tuple(view for view in sheets if _belongs(view.sheet.editions, audience))
    return ModuleView(number, module, sessions, shown)


def _session_view(
    number: int, module: Module, session: Session, sheets: tuple[SheetView, ...]
) -> SessionView:
    by_slug = {objective.slug: objective for objective in module.objectives}
    return SessionView(
        number,
        module,
        session,
        tuple(by_slug[slug] for slug in session.objectives),
        timeline(session),
        tuple(view for view in sheets if view.sheet.slug in session.used_worksheets),
    )


def _programmes(course: Course, modules: tuple[ModuleView, ...]) -> Iterator[ProgrammeView]:
    views = {(view.module.slug, one.session.slug): one for view in modules for one in view.sessions}
    sessions = {key: view.session for key, view in views.items()}
    for programme in course.programmes:
        days = []
        for position, day in enumerate(programme.days):
            led = tuple(
                views[entry.module, entry.session] for entry in day.entries if isinstance(entry, SessionEntry)
            )
            days.append(DayView(day, position * programme.days_apart, timetable(day, sessions), led))
        yield ProgrammeView(programme, tuple(days))
