"""What is printed of a course: its handbooks by edition, and every sheet alone."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum
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
"""The folder in it with every sheet alone; also what one asks for to have them printed."""


class Setting(Enum):
    """How a document is set: what its style sheets and the engine make of the same templates."""

    STANDARD = "standard"
    LARGE_PRINT = "large-print"
    BOOKLET = "booklet"
    """Half as large, two pages on a sheet, in the order in which they are folded."""
    FILLABLE = "fillable"
    """With form fields where paper has lines and boxes."""


@dataclass(frozen=True, slots=True)
class PrintedEdition:
    """An edition of a handbook: `name` is what its files begin with, `template` what it is made with.

    `has_keys` says whether it ends with the keys to the modules' tests.
    """

    name: str
    audience: Audience
    template: str
    setting: Setting = Setting.STANDARD
    has_keys: bool = False

    @property
    def asked_as(self) -> str:
        """What one asks for to have it printed: who it is for, or how it is set."""
        return self.audience.value if self.setting is Setting.STANDARD else self.setting.value


FACILITATOR: Final = PrintedEdition("facilitator", Audience.FACILITATOR, "facilitator", has_keys=True)
PARTICIPANT: Final = PrintedEdition("participant", Audience.PARTICIPANT, "participant")
EVALUATION: Final = PrintedEdition("evaluation", Audience.EVALUATION, "evaluation", has_keys=True)
FILLABLE_EVALUATION: Final = PrintedEdition(
    "fillable-evaluation", Audience.EVALUATION, "evaluation", Setting.FILLABLE, has_keys=True
)
FILLABLE_WORKSHEETS: Final = PrintedEdition(
    "fillable-worksheets", Audience.FACILITATOR, "worksheets", Setting.FILLABLE
)
LARGE_PRINT: Final = PrintedEdition(
    "large-print-participant", Audience.PARTICIPANT, "participant", Setting.LARGE_PRINT
)
BOOKLET: Final = PrintedEdition("booklet-participant", Audience.PARTICIPANT, "participant", Setting.BOOKLET)
EDITIONS: Final = (
    FACILITATOR,
    PARTICIPANT,
    EVALUATION,
    FILLABLE_EVALUATION,
    FILLABLE_WORKSHEETS,
    LARGE_PRINT,
    BOOKLET,
)
ON_REQUEST: Final = (LARGE_PRINT.asked_as, BOOKLET.asked_as)
"""What is printed only when asked for: the same pages once more, set otherwise."""
PRINTABLE: Final = (*dict.fromkeys(edition.asked_as for edition in EDITIONS), SHEETS)
"""Everything that one can ask for."""
USUAL: Final = tuple(name for name in PRINTABLE if name not in ON_REQUEST)
"""What a build prints when nobody asks for anything else."""


@dataclass(frozen=True, slots=True)
class Handbook:
    """An edition of a module's book, or for None of the whole course's."""

    edition: PrintedEdition
    module: Module | None

    @property
    def path(self) -> str:
        """Where the PDF stands, below the language's site."""
        return f"{HANDBOOKS}/{self.edition.name}-{self.module.slug if self.module else WHOLE_COURSE}.pdf"


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


def handbooks(module: Module | None, asked: Collection[str] = USUAL) -> tuple[Handbook, ...]:
    """The editions of a module's book; for None of the whole course's.

    Args:
        module: The module.
        asked: Which of the editions, as one asks for them.
    """
    return tuple(Handbook(edition, module) for edition in EDITIONS if edition.asked_as in asked)


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
