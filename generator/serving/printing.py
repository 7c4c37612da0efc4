"""What is printed: a session's pages, a sheet or a handbook, made when somebody looks at it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from queue import SimpleQueue
from threading import Condition, Thread
from typing import Final

from generator.model.course import Course
from generator.publishing.errors import PublishingError
from generator.publishing.print_preview import PrintedPages, PrintPreview
from generator.publishing.security_policy import with_policy
from generator.rendering.print import Printable
from generator.rendering.theme import PRINT_STYLE_SHEETS
from generator.serving.page_parts import version
from generator.views.course import CourseView, ModuleView, course_view
from generator.views.handbook import (
    FACILITATOR,
    HANDBOOKS,
    PARTICIPANT,
    PRINTABLE,
    SHEETS,
    Handbook,
    PrintedEdition,
    handbooks,
    sheet_path,
    single_sheets,
)

EDITIONS: Final = {edition.name: edition for edition in (FACILITATOR, PARTICIPANT)}
"""The handbooks whose sessions can be looked at one by one."""
MEDIA: Final = re.compile(r'"media:')


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document to look at: its language, and the rest of its address.

    The rest is ``facilitator/<module>/<session>``, ``participant/<module>/<session>``, ``sheet/<name>`` or
    ``handbook/<name>``.
    """

    language: str
    name: str

    @property
    def address(self) -> str:
        """Where it is looked at, without the leading slash."""
        return f"preview/{self.language}/{self.name}"

    def shown_on(self, pages: Iterable[str]) -> str | None:
        """Which of these pages, as Markdown files, shows the same; None for a handbook."""
        match self.name.split("/"):
            case [_, module, session]:
                end = f"{module}/sessions/{session}.md"
            case ["sheet", name]:
                end = f"/sheets/{name}.md"
            case _:
                return None
        return next((page for page in pages if page.endswith(end)), None)


@dataclass(frozen=True, slots=True)
class PrintedNow:
    """What a document looks like now; `fault` says why it could not be printed as it was saved last."""

    version: str
    pages: PrintedPages | None
    fault: str | None = None


def printed_address(path: str) -> str | None:
    """Where a PDF, by its path below the language's site, is looked at: below /preview/<language>/."""
    folder, _, name = path.removesuffix(".pdf").rpartition("/")
    if folder == f"{HANDBOOKS}/{SHEETS}":
        return f"sheet/{name}"
    return f"handbook/{name}" if folder == HANDBOOKS else None


def edition_of(wanted: Wanted) -> PrintedEdition | None:
    """The handbook that a session's pages are from; None for what is no session."""
    return EDITIONS.get(wanted.name.partition("/")[0])


def document_path(wanted: Wanted) -> str:
    """Where a sheet's or a handbook's PDF stands below the language's site."""
    kind, _, name = wanted.name.partition("/")
    return sheet_path(name) if kind == "sheet" else f"{HANDBOOKS}/{name}.pdf"


def session_of(wanted: Wanted, course: Course) -> tuple[Handbook, str] | None:
    """The handbook and the session of a session's pages."""
    edition = edition_of(wanted)
    match wanted.name.split("/"):
        case [_, module, session] if edition:
            found = next((one for one in course.modules if one.slug == module), None)
            return (Handbook(edition, found), session) if found else None
    return None


def title_of(wanted: Wanted, course: Course) -> str:
    """What a document is called: a session's or a worksheet's title, or its own name."""
    name = wanted.name.rpartition("/")[2]
    if found := session_of(wanted, course):
        sessions = found[0].module.sessions if found[0].module else ()
        return next((session.title for session in sessions if session.slug == name), name)
    return next((sheet.title for _, sheet in course.all_worksheets() if sheet.slug == name), name)


def is_there(wanted: Wanted, course: Course) -> bool:
    """Whether the course has such a document."""
    if edition_of(wanted):
        found = session_of(wanted, course)
        module = found[0].module if found else None
        return any(session.slug == found[1] for session in module.sessions) if found and module else False
    view = course_view(course)
    homes: tuple[CourseView | ModuleView, ...] = (view, *view.modules)
    sheets = {sheet.path for home in homes for sheet in single_sheets(course, home)}
    books = {book.path for module in (None, *course.modules) for book in handbooks(module, PRINTABLE)}
    return document_path(wanted) in sheets | books


def as_page(document: Printable, language: str) -> str:
    """A print document as a page that a browser shows by itself, without a printing engine."""
    sheets = "".join(f'<link rel="stylesheet" href="/preview/theme/{name}">' for name in PRINT_STYLE_SHEETS)
    own = '<link rel="stylesheet" href="/preview/unprinted.css">'
    html = MEDIA.sub(f'"/{language}/media/', document.html)
    return with_policy(html.replace("</head>", f"{sheets}{own}</head>", 1))


class Printing:
    """Prints what is asked for, one document after the other, in a thread of its own."""

    def __init__(
        self,
        engine: PrintPreview,
        document: Callable[[Wanted], Printable],
        made: Callable[[Wanted, PrintedNow], None],
    ) -> None:
        """Start the thread.

        Args:
            engine: What prints.
            document: Makes a document; what it raises is told as a fault.
            made: Called, in the thread, with everything that was printed.
        """
        self._engine = engine
        self._document = document
        self._made = made
        self._waiting: SimpleQueue[Wanted | None] = SimpleQueue()
        self._changed = Condition()
        self._done: dict[Wanted, PrintedNow] = {}
        self._queued: set[Wanted] = set()
        self._at: Wanted | None = None
        self._stopped = False
        self._thread = Thread(target=self._print_all, name="printing", daemon=True)
        self._thread.start()

    def ask(self, wanted: Wanted) -> None:
        """Have a document printed as it is now; asking again before it is begun changes nothing."""
        with self._changed:
            if wanted not in self._queued:
                self._queued.add(wanted)
                self._waiting.put(wanted)

    def last(self, wanted: Wanted) -> PrintedNow | None:
        """What was printed last."""
        return self._done.get(wanted)

    def wait(self, wanted: Wanted) -> PrintedNow | None:
        """A document as it is now, once it is printed; None where the preview ends before."""
        self.ask(wanted)
        with self._changed:
            self._changed.wait_for(
                lambda: self._stopped or (wanted not in self._queued and wanted != self._at)
            )
        return None if self._stopped else self._done.get(wanted)

    def stop(self) -> None:
        """End thread and engine, whatever they are at."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        self._waiting.put(None)
        self._engine.stop()
        self._thread.join()

    def _print_all(self) -> None:
        while (wanted := self._waiting.get()) and not self._stopped:
            with self._changed:
                self._queued.discard(wanted)
                self._at = wanted
            now = self._printed(wanted)
            with self._changed:
                self._done[wanted], self._at = now, None
                self._changed.notify_all()
            self._made(wanted, now)

    def _printed(self, wanted: Wanted) -> PrintedNow:
        last = self._done.get(wanted)
        try:
            document = self._document(wanted)
            if last and not last.fault and last.version == version(document.html):
                return last
            return PrintedNow(version(document.html), self._engine.print(document))
        except PublishingError as error:
            said = str(error)
        except Exception as error:  # half a course may lack anything that a document needs
            said = f"{type(error).__name__}: {error}"
        return replace(last, fault=said) if last else PrintedNow("", None, said)
