"""The preview as a whole: what was saved goes to the open pages first, then everything is checked."""

import shutil
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from threading import RLock, Thread
from typing import Any, Final, Protocol

from generator.checking.check import Checked
from generator.findings.finding import Finding, in_reading_order
from generator.findings.message import severity
from generator.model.course import Course
from generator.model.layout import translated_from
from generator.publishing.build import CACHE
from generator.publishing.errors import PrintEngineError
from generator.publishing.front import front_page
from generator.publishing.handbooks import Press
from generator.publishing.paper import A4
from generator.publishing.print_preview import PrintPreview
from generator.rendering.print import Printable, render_document, render_session
from generator.rendering.theme import Theme
from generator.serving.checker import Checker
from generator.serving.language_site import LanguageSite, MadePage, PageError
from generator.serving.page_files import files_of, page_of, page_of_markdown
from generator.serving.page_parts import frame, version
from generator.serving.printing import PrintedNow, Printing, Wanted, document_path, session_of
from generator.serving.told import told
from generator.serving.visitors import Visitor, Visitors
from generator.serving.warm_curriculum import WarmCurriculum
from generator.serving.watching import Saved
from generator.views.handbook import HANDBOOKS

WORK: Final = "serve"
"""The folder for what the preview makes, below the project's build/."""
FRONT: Final = ""
"""The address of the page that lets one choose a language."""


class Reporter(Protocol):
    """Tells the person at the terminal what happens."""

    def checked(self, checked: Checked) -> None:
        """Everything was checked."""

    def updated(self, page: str, seconds: float) -> None:
        """An open page shows what was saved so many seconds ago."""

    def saved(self, page: str | None) -> None:
        """What was saved is shown on this page, which nobody has open; None where it is on no page."""

    def failed(self, what: str, why: str) -> None:
        """Something could not be made."""


@dataclass(frozen=True, slots=True)
class PreviewPlan:
    """What is shown, and in which language the preview itself speaks.

    `lacking` says what this machine lacks to print, where it lacks something.
    """

    curriculum: Path
    theme: Theme
    settings: Path
    work: Path
    words: str
    lacking: str = ""

    @property
    def media(self) -> Path:
        return self.curriculum / "modules"

    @property
    def root(self) -> str:
        """The curriculum's folder as findings name it."""
        return self.curriculum.as_posix()


class Preview:
    """The course as it is written. Its methods may be called from any thread."""

    def __init__(self, plan: PreviewPlan, reporter: Reporter) -> None:
        """Make ready, reading nothing yet.

        Raises:
            OSError: The folder for what the preview makes cannot be written.
        """
        self.plan = plan
        (plan.work / WORK).mkdir(parents=True, exist_ok=True)
        self._work = Path(mkdtemp(dir=plan.work / WORK))  # several previews may run at a time
        self.visitors = Visitors()
        self.sites: dict[str, LanguageSite] = {}
        self.reporter = reporter
        self._curriculum = WarmCurriculum(plan.curriculum)
        self._turn = RLock()  # what was saved is followed in one turn; a page that opens waits for it
        self._read: dict[str, list[Finding]] = {}
        self._findings: list[Finding] | None = None
        self.words = self._read_words()
        self._printing = self._printer()
        self._checker = Checker(plan.curriculum, plan.theme.root, self._checked, self._check_failed)

    def start(self) -> None:
        """Read the course, so that it can be shown, and have it checked."""
        with self._turn, self._going_on():
            self._show_all((), None)
        for site in self.sites.values():
            Thread(target=site.warm, daemon=True).start()
        self._checker.ask(())

    def follow(self, saved: Saved) -> None:
        """Bring everything up to what was saved: open pages first."""
        files = saved.files.get(self.plan.curriculum, set())
        theme = saved.files.get(self.plan.theme.root)
        with self._turn, self._going_on():
            if theme:
                self._begin_anew()
            self._curriculum.changed(files)
            updated = self._show_all(files, saved.at)
            if theme:
                self.visitors.tell(("reload", {}))
            page = self._page_of(files)
            if files and not updated and page not in self.visitors.pages():
                self.reporter.saved(page)
        self._checker.ask(files)

    def stop(self) -> None:
        """End every thread and process, and remove what they made."""
        self._checker.stop()
        self.visitors.close()
        self._printing.stop()
        for site in self.sites.values():
            site.stop()
        shutil.rmtree(self._work, ignore_errors=True)

    # --- What a page asks -----------------------------------------------------------------------------

    @property
    def courses(self) -> dict[str, Course]:
        """The courses that can be shown, the source language first."""
        return {code: site.course for code, site in self.sites.items() if site.course}

    def front_page(self) -> MadePage | None:
        """The page that lets one choose a language, where there is something to choose."""
        courses = self.courses
        return MadePage(front_page(self.plan.theme, courses)) if courses else None

    def welcome(self, page: str) -> Visitor:
        """A page was opened: tell it how things stand, then whatever happens."""
        visitor = self.visitors.come(page)
        with self._turn:
            visitor.tell(("findings", self._told(page)))
            if wanted := wanted_of(page):
                self._print(wanted)
            elif made := self._made(page):
                visitor.tell(("page", facts_of(made)))
        return visitor

    def printed(self, wanted: Wanted) -> PrintedNow | None:
        """A document as it is now; None where the preview ends before."""
        return self._printing.wait(wanted)

    def last_printed(self, wanted: Wanted) -> PrintedNow | None:
        """A document as it was printed last."""
        return self._printing.last(wanted)

    def document(self, wanted: Wanted) -> Printable:
        """A document before the engine.

        Raises:
            KeyError: There is none of this name.
        """
        course = self.courses[wanted.language]
        common = (course, self.plan.theme, self.plan.media)
        if found := session_of(wanted, course):
            return render_session(*common, *found)
        return render_document(*common, document_path(wanted))

    # --- What happens when something is saved ---------------------------------------------------------

    @contextmanager
    def _going_on(self) -> Iterator[None]:
        """Whatever was saved, the preview goes on, and the next save may mend it."""
        try:
            yield
        except Exception as error:
            self.reporter.failed(WORK, f"{type(error).__name__}: {error}")

    def _show_all(self, files: Collection[str], saved_at: float | None) -> bool:
        """Show the course as it is now; whether any page changed.

        What somebody waits for comes first: the language of a translation that was saved, then those of open
        pages.
        """
        self._take_languages()
        saved = {found[0] for file in files if (found := translated_from(file))}
        opened = {page.split("/")[0] for page in self.visitors.pages()}
        updated = False
        for language in sorted(self.sites, key=lambda code: (code not in saved, code not in opened)):
            self._show(language)
            updated |= self._tell_open_pages(language, saved_at)
        if FRONT in self.visitors.pages() and (front := self.front_page()):
            self.visitors.tell(("page", facts_of(front)), FRONT)
        if not self.sites:
            self._read = {"": self._curriculum.course(None).findings}
        self._tell_new_faults()
        for wanted in filter(None, map(wanted_of, self.visitors.pages())):
            self._print(wanted)
        return updated

    def _show(self, language: str) -> None:
        now = self._curriculum.course(language)
        self._read[language] = now.findings
        if now.course is None:
            return
        try:
            self.sites[language].show(now.course, self._curriculum.languages)
        except Exception as error:  # half a course may lack anything that a site needs
            self.reporter.failed(language, f"{type(error).__name__}: {error}")

    def _tell_open_pages(self, language: str, saved_at: float | None) -> bool:
        updated = False
        for page in self.visitors.pages():
            if page.startswith(f"{language}/"):
                updated |= self._tell_open_page(page, saved_at)
        return updated

    def _tell_open_page(self, page: str, saved_at: float | None) -> bool:
        site, path = self._site_of(page)
        before = site.kept_version(path) if site else None
        made = self._made(page)
        if made is None:
            self.visitors.tell(("gone", {}), page)
            return False
        self.visitors.tell(("page", facts_of(made)), page)
        if made.fault:
            self.reporter.failed(page, made.fault)
        changed = version(made.html) != before
        if changed and saved_at is not None:
            self.reporter.updated(page, time.time() - saved_at)
        return changed

    def _take_languages(self) -> None:
        """Have a site for each of the course's languages; all know of each other."""
        languages = self._curriculum.languages
        if tuple(self.sites) == languages:
            return
        for site in self.sites.values():
            site.stop()
        plan = self.plan
        self._read = {}
        self.sites = {code: LanguageSite(self._work, code, plan.theme, plan.settings) for code in languages}

    def _begin_anew(self) -> None:
        """Style sheets, templates and labels are read when a site begins."""
        for site in self.sites.values():
            site.stop()
        self.sites = {}
        self.words = self._read_words()
        self._printing.stop()
        self._printing = self._printer()

    def _read_words(self) -> Mapping[str, Any]:
        words: Mapping[str, Any] = self.plan.theme.labels(self.plan.words)["preview"]
        return words

    def _printer(self) -> Printing:
        press = Press(self.plan.theme.root, self.plan.media, A4, self.plan.work / CACHE)
        engine = PrintPreview(press, self._work / HANDBOOKS)
        return Printing(engine, self._document_to_print, self._tell_printed)

    def _document_to_print(self, wanted: Wanted) -> Printable:
        if self.plan.lacking:
            raise PrintEngineError(self.plan.lacking)
        return self.document(wanted)

    # --- What is wrong --------------------------------------------------------------------------------

    def _checked(self, checked: Checked) -> None:
        with self._turn:
            self._tell_findings(checked.findings)
        self.reporter.checked(checked)

    def _check_failed(self, error: Exception) -> None:
        self.reporter.failed("check", f"{type(error).__name__}: {error}")

    def _tell_new_faults(self) -> None:
        """Before the check is done: what is newly broken in how the files are written."""
        read = in_reading_order([finding for found in self._read.values() for finding in found])
        known = {finding.identity for finding in self._findings or ()}
        if any(severity(finding) == "error" and finding.identity not in known for finding in read):
            self._tell_findings(read)

    def _tell_findings(self, findings: list[Finding]) -> None:
        self._findings = findings
        for page in self.visitors.pages():
            self.visitors.tell(("findings", self._told(page)), page)

    def _told(self, page: str) -> dict[str, Any]:
        return told(self._findings, self.plan.words, self.plan.root, self.files_behind(page))

    def files_behind(self, page: str) -> frozenset[str]:
        """The files of the curriculum that a page shows, relative to it."""
        site, path = self._site_of(self.page_behind(page))
        return files_of(path, site.language, site.pages.sources) if site and site.pages else frozenset()

    def page_behind(self, page: str) -> str:
        """The page of the site that shows the same as a printed document; any other page is its own."""
        wanted = wanted_of(page)
        site = self.sites.get(wanted.language) if wanted else None
        path = wanted.shown_on(site.pages.pages) if wanted and site and site.pages else None
        return f"{site.language}/{page_of_markdown(path)}" if site and path else page

    # --- Pages ----------------------------------------------------------------------------------------

    def _site_of(self, page: str) -> tuple[LanguageSite | None, str]:
        language, _, path = page.partition("/")
        return self.sites.get(language), path

    def _made(self, page: str) -> MadePage | None:
        if page == FRONT:
            return self.front_page()
        site, path = self._site_of(page)
        if site is None or not site.has(path):
            return None
        try:
            return site.made(path)
        except PageError:
            return None

    def _page_of(self, files: Iterable[str]) -> str | None:
        """The first page, with its language, that shows one of these files."""
        for file in sorted(files):
            for language, site in self.sites.items():
                found = page_of(file, site.pages.sources) if site.pages else None
                if found and found[0] in (None, language):
                    return f"{language}/{found[1]}"
        return None

    def _print(self, wanted: Wanted) -> None:
        self.visitors.tell(("printing", {}), wanted.address)
        self._printing.ask(wanted)

    def _tell_printed(self, wanted: Wanted, now: PrintedNow) -> None:
        pages = len(now.pages.pictures) if now.pages else 0
        event = {"version": now.version, "pages": pages, "fault": now.fault}
        self.visitors.tell(("printed", event), wanted.address)


def wanted_of(page: str) -> Wanted | None:
    """The document that is looked at on a page, given by its address without the leading slash."""
    match page.split("/"):
        case ["preview", language, *name] if len(name) in (2, 3):
            return Wanted(language, "/".join(name))
    return None


def facts_of(made: MadePage) -> dict[str, Any]:
    """What tells one state of a page from another."""
    return {
        "version": version(made.html),
        "frame": version(frame(made.html)),
        "outdated": made.fault is not None,
    }
