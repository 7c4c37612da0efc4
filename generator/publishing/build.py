"""Builds everything: pages, both sites, all handbooks, and puts them in their place."""

import hashlib
import multiprocessing
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator import __version__
from generator.model.course import Course
from generator.publishing.archive import pack, tell_size
from generator.publishing.cache import Cache
from generator.publishing.front import INDEX, put_front
from generator.publishing.handbooks import Printed, print_documents
from generator.publishing.output import output_folder, read_record, write_record
from generator.publishing.paper import A4, Paper
from generator.publishing.pictures import pictures_folder
from generator.publishing.sites import SiteTask, make_site
from generator.publishing.told_pages import tell_pages
from generator.reading.local.folder import readable_files
from generator.rendering.adaptation import adaptation
from generator.rendering.environment import size_writer
from generator.rendering.print import PrintDocument, render_documents
from generator.rendering.theme import Theme
from generator.rendering.told_last import PrintedFile
from generator.translating.status import LanguageStatus
from generator.views.handbook import USUAL

Progress = Callable[[str, int, int], None]
"""Called with what was just made, how many are made, and how many there are in all."""


@dataclass(frozen=True, slots=True)
class BuildPlan:
    """What to build, from where to where.

    A part of everything (one medium, one language, one module's handbooks) is laid over what the
    output holds already; `module` and `editions` limit the handbooks, `language` everything. `local` is an
    organisation's folder, laid over the curriculum.
    """

    curriculum: Path
    theme: Theme
    settings: Path
    work: Path
    output: Path
    jobs: int
    site: bool = True
    handbooks: bool = True
    module: str | None = None
    language: str | None = None
    editions: frozenset[str] = frozenset(USUAL)
    paper: Paper = A4
    local: Path | None = None
    translations: tuple[LanguageStatus, ...] = ()
    """How far each translation is, for the site to tell."""
    cache: Cache = field(default_factory=lambda: Cache(None))
    """What earlier builds made."""

    @property
    def partial(self) -> bool:
        """Whether something of the output is left as it is."""
        everything = self.site and self.handbooks and self.editions >= set(USUAL)
        return not (everything and self.module is None and self.language is None)


def build(plan: BuildPlan, courses: Mapping[str, Course], progress: Progress) -> list[Printed]:
    """Build the course into the plan's output.

    Args:
        plan: What to build.
        courses: The course in each of its languages.
        progress: Told of everything that is made.

    Raises:
        PublishingError, ThemeError: An engine, the output folder or the theme is at fault; the output is
            then what it was before.
    """
    digest = curriculum_digest(plan.curriculum, plan.local)
    with output_folder(plan.output, keep=plan.partial) as folder:
        printed = _Building(plan, courses, digest, folder, progress).run()
        facts: dict[str, dict[str, str | int]] = {
            one.path: {"pages": one.pages, "paper": plan.paper.name} for one in printed
        }
        write_record(folder, __version__, digest, facts, minutes_of_sessions(courses))
    return printed


def minutes_of_sessions(courses: Mapping[str, Course]) -> dict[str, int]:
    """The minutes of each session, by ``module/session``; they are the same in every language."""
    course = next(iter(courses.values()))
    return {f"{m.slug}/{session.slug}": session.minutes for m in course.modules for session in m.sessions}


def curriculum_digest(curriculum: Path, local: Path | None = None) -> str:
    """SHA-256 over the names and contents of all files of a curriculum, and of a folder laid over it."""
    digest = hashlib.sha256()
    files = [(path.relative_to(curriculum).as_posix(), path) for path in sorted(curriculum.rglob("*"))]
    for name, path in (*files, *(readable_files(local) if local else ())):
        if path.is_file():
            data = path.read_bytes()
            digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


class _Building:
    def __init__(
        self, plan: BuildPlan, courses: Mapping[str, Course], digest: str, folder: Path, progress: Progress
    ) -> None:
        self.plan = plan
        self.digest = digest
        self.all_courses = courses
        self.courses = [c for c in courses.values() if plan.language in (None, c.language)]
        self.folder = folder
        self.progress = progress
        self.pictures = pictures_folder(plan.curriculum, plan.local, plan.work)
        self.media = self.pictures / "modules"

    def run(self) -> list[Printed]:
        documents = self._documents() if self.plan.handbooks else []
        steps = len(documents) + (len(self.courses) if self.plan.site else 0)
        printed = list(self._print(documents, steps))
        if self.plan.site:
            self._sites(steps)
            put_front(self.folder, self.plan.theme, self.all_courses)
        sites = [course.language for course in self.courses] if self.plan.site else []
        facts = self._printed_files(printed)
        tell_pages(self.folder, self.plan.theme, self.all_courses, facts, self.digest, sites)
        if (self.folder / INDEX).is_file():
            self._archive()
        return printed

    def _sites(self, steps: int) -> None:
        tasks = [self._site_task(course) for course in self.courses]
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(min(self.plan.jobs, len(tasks)), mp_context=context) as pool:
            waiting = [pool.submit(make_site, task) for task in tasks]
            for number, done in enumerate(as_completed(waiting), 1 + steps - len(tasks)):
                self.progress(done.result().language, number, steps)

    def _site_task(self, course: Course) -> SiteTask:
        plan = self.plan
        return SiteTask(
            course=course,
            languages=tuple(self.all_courses),
            theme=plan.theme,
            settings=plan.settings,
            translations=plan.translations,
            pictures=self.pictures,
            work=plan.work,
            place=self.folder / course.language,
            cache=plan.cache,
        )

    def _printed_files(self, printed: list[Printed]) -> dict[str, PrintedFile]:
        """What is known of every PDF of the output: those just printed, and those of an earlier build."""
        record = read_record(self.folder)
        files = {
            name: PrintedFile(
                int(facts["pages"]),
                int(facts["bytes"]),
                *record.made_from(name),
                paper=str(facts.get("paper", A4.name)),
            )
            for name, facts in record.files.items()
            if "pages" in facts
        }
        paper = self.plan.paper.name
        new = {
            one.path: PrintedFile(one.pages, one.bytes, __version__, self.digest, paper) for one in printed
        }
        return files | new

    def _documents(self) -> list[PrintDocument]:
        return [
            replace(document, path=f"{course.language}/{document.path}")
            for course in self.courses
            for document in render_documents(
                course, self.plan.theme, self.digest, self.media, self.plan.editions
            )
            if self.plan.module in (None, document.module)
        ]

    def _print(self, documents: list[PrintDocument], steps: int) -> Iterable[Printed]:
        if not documents:
            return
        plan = self.plan
        done = print_documents(documents, self.folder, plan.theme.root, self.media, plan.paper, plan.jobs)
        for number, printed in enumerate(done, 1):
            self.progress(printed.path, number, steps)
            yield printed

    def _archive(self) -> None:
        """The whole output as one file; its pages of downloads tell how large it is."""
        labels = {language: self.plan.theme.labels(language) for language in self.all_courses}
        size = pack(self.folder, "\n".join(self._readme(*one) for one in labels.items()))
        sizes = {language: size_writer(words)(size) for language, words in labels.items()}
        tell_size(self.folder, sizes)

    def _readme(self, language: str, words: Mapping[str, Any]) -> str:
        course = self.all_courses[language]
        version = words["version"].format(version=__version__)
        digest = words["digest"].format(digest=self.digest[:12])
        lines = (
            f"{course.title}: {course.subtitle}",
            "",
            words["archive_readme"].rstrip(),
            "",
            f"{version}. {digest}.",
            *filter(None, [adaptation(course, words)]),
            f"{course.organisation.name}. {words['licence']}: {course.licence}.",
            "",
        )
        return "\n".join(lines)
