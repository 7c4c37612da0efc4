"""The course as an audience sees it: modules, sessions and sheets with their numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.course import Course
from generator.model.module import Module, Objective
from generator.model.programme import Programme, ProgrammeDay
from generator.model.session import Session
from generator.model.worksheet import Worksheet
from generator.views.audience import Audience, for_audience
from generator.views.timeline import TimedActivity, TimedEntry, timeline, timetable


@dataclass(frozen=True, slots=True)
class SheetView:
    """A worksheet or handout with the number that it is called by."""

    number: str
    sheet: Worksheet


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
class ProgrammeView:
    programme: Programme
    days: tuple[tuple[ProgrammeDay, tuple[TimedEntry, ...]], ...]


@dataclass(frozen=True, slots=True)
class CourseView:
    course: Course
    modules: tuple[ModuleView, ...]
    programmes: tuple[ProgrammeView, ...]

    def only(self, module: str) -> "CourseView":
        """The course with one of its modules; numbers stay what they are in the whole course."""
        chosen = tuple(view for view in self.modules if view.module.slug == module)
        return CourseView(self.course, chosen, self.programmes)


def course_view(course: Course, audience: Audience) -> CourseView:
    """The course as this audience sees it."""
    modules = tuple(
        _module_view(number, for_audience(module, audience))
        for number, module in enumerate(course.modules, 1)
    )
    return CourseView(course, modules, tuple(_programmes(course)))


def _module_view(number: int, module: Module) -> ModuleView:
    sheets = tuple(
        SheetView(f"{number}.{position}", sheet) for position, sheet in enumerate(module.worksheets, 1)
    )
    sessions = tuple(
        _session_view(position, module, session, sheets)
        for position, session in enumerate(module.sessions, 1)
    )
    return ModuleView(number, module, sessions, sheets)


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


def _programmes(course: Course) -> Iterator[ProgrammeView]:
    sessions = {
        (module.slug, session.slug): session for module in course.modules for session in module.sessions
    }
    for programme in course.programmes:
        yield ProgrammeView(programme, tuple((day, timetable(day, sessions)) for day in programme.days))
