"""What is printed of a course: its handbooks by edition, and every sheet alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.model.course import WHOLE_COURSE, Course
from generator.model.evaluation import EvaluationSheet
from generator.model.module import Module
from generator.model.worksheet import Worksheet
from generator.views.audience import Audience
from generator.views.course import CourseView, ModuleView, SheetView
from generator.views.evaluation_sheets import PrintedSheet, printed_sheets

HANDBOOKS: Final = "handbooks"
"""The folder of everything printed, below a language's site."""
SHEETS: Final = "sheets"
"""The folder in it with every sheet alone."""


@dataclass(frozen=True, slots=True)
class Handbook:
    """An edition of a module's book, or for None of the whole course's."""

    edition: Audience
    module: Module | None

    @property
    def path(self) -> str:
        """Where the PDF stands, below the language's site."""
        return f"{HANDBOOKS}/{self.edition.value}-{self.module.slug if self.module else WHOLE_COURSE}.pdf"


@dataclass(frozen=True, slots=True)
class SingleSheet:
    """A worksheet (with its number) or an evaluation sheet, printed alone."""

    kind: str
    """The scheme by which cross-references name it."""
    part: Worksheet | EvaluationSheet
    view: SheetView | None
    module: Module | None
    printed: PrintedSheet | None = None
    """Which of the sheets that an evaluation's part is printed as; None for a worksheet."""

    @property
    def path(self) -> str:
        """Where the PDF stands, below the language's site."""
        return sheet_path(self.printed.name if self.printed else self.part.slug)


def sheet_path(name: str) -> str:
    """Where the PDF of a sheet alone stands, below the language's site; a worksheet's name is its slug."""
    return f"{HANDBOOKS}/{SHEETS}/{name}.pdf"


def handbooks(module: Module | None) -> tuple[Handbook, ...]:
    """The editions of a module's book; for None of the whole course's."""
    return tuple(Handbook(edition, module) for edition in Audience)


def single_sheets(course: Course, home: CourseView | ModuleView) -> Iterator[SingleSheet]:
    """Every sheet of the course's own or of a module, worksheets first.

    Args:
        course: The course.
        home: The whole course as everyone sees it, for its own sheets, or one of its modules.
    """
    module = home.module if isinstance(home, ModuleView) else None
    for view in home.sheets:
        yield SingleSheet("worksheet", view.sheet, view, module)
    evaluation = (module or course).evaluation
    for printed in printed_sheets(evaluation, module.slug if module else None) if evaluation else ():
        yield SingleSheet(printed.kind, printed.part, None, module, printed)
