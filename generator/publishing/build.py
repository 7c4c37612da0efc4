"""Builds everything: pages, both sites, all handbooks, and puts them in their place."""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, Final

from generator import __version__
from generator.model.course import Course
from generator.publishing.archive import pack, tell_size
from generator.publishing.cache import Cache
from generator.publishing.disk import noticing_full_disk
from generator.publishing.front import INDEX, put_front
from generator.publishing.handbooks import Press, Printed, Printing, load_engine
from generator.publishing.jobs import Call, Done, Job, Workers, workers
from generator.publishing.lock import locked
from generator.publishing.output import output_folder, remove
from generator.publishing.paper import A4, Paper
from generator.publishing.pictures import pictures_folder
from generator.publishing.place import output_place
from generator.publishing.record import MARK, read_record, write_record
from generator.publishing.rendering_store import RenderingStore
from generator.publishing.sentence import Tell, tell_nobody
from generator.publishing.site_engine import NOT_FOUND
from generator.publishing.sites import SiteMade, SiteTask, make_site
from generator.publishing.sites import get_ready as sites_get_ready
from generator.publishing.tally import Kind, Tally
from generator.publishing.told_pages import tell_pages
from generator.reading.local.folder import readable_files
from generator.rendering.adaptation import adaptation
from generator.rendering.environment import size_writer
from generator.rendering.kept import Kept
from generator.rendering.print import DIGEST_PLACE, Printable, render_documents
from generator.rendering.site import ARCHIVE
from generator.rendering.theme import Theme
from generator.rendering.told_last import PrintedFile
from generator.translating.status import LanguageStatus
from generator.views.handbook import HANDBOOKS, SHEETS, USUAL

SITE_WEIGHT: Final = 1_000_000
"""A site takes about as long as a book whose HTML has so many signs."""
CACHE: Final = "cache"
"""Where in the folder for intermediate files is kept what was made."""
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
    use_cache: bool = True
    """Whether to take what earlier builds made, and to keep what this one makes."""

    @property
    def partial(self) -> bool:
        """Whether something of the output is left as it is."""
        everything = self.site and self.handbooks and self.editions >= set(USUAL)
        return not (everything and self.module is None and self.language is None)

    @property
    def sources(self) -> tuple[Path, ...]:
        """Everything that a build reads, and the generator itself."""
        own = (self.local,) if self.local else ()
        return (self.curriculum, *own, self.theme.root, self.settings, Path(__file__).parents[1])

    def site_files(self, courses: Mapping[str, Course]) -> tuple[str, ...]:
        """What the output must hold at the end, whatever the course holds."""
        languages = [language for language in courses if self.language in (None, language)]
        not_found = [NOT_FOUND] if next(iter(courses)) in languages else []
        homes = [f"{language}/{INDEX}" for language in languages]
        return (INDEX, ARCHIVE, *not_found, *homes) if self.site else ()


def build(
    plan: BuildPlan,
    courses: Mapping[str, Course],
    progress: Progress,
    tell: Tell = tell_nobody,
    pool: Workers | None = None,
) -> Tally:
    """Build the course into the plan's output.

    Args:
        plan: What to build.
        courses: The course in each of its languages.
        progress: Told of everything that is made.
        tell: Told of what somebody should know although the build goes on.
        pool: Processes that are ready already, where there are any.

    Returns:
        What was made, and what of it was kept from earlier.

    Raises:
        PublishingError, ThemeError: An engine, the output folder, the machine or the theme is at fault; the
            output is then what it was before.
    """
    digest = curriculum_digest(plan.curriculum, plan.local)
    place = output_place(plan.output, plan.work, plan.sources)
    with (
        noticing_full_disk(plan.work, place.parent),
        locked((plan.work, place), tell),
        output_folder(place, True, plan.site_files(courses), tell) as folder,
        _cache(plan) as cache,
        _pool(plan, pool) as ready,
    ):
        building = _Building(plan, courses, digest, folder, cache, progress)
        building.run(ready)
        Cache(cache).clear()
        facts: dict[str, dict[str, str | int]] = {
            one.path: {"pages": one.pages, "paper": plan.paper.name} for one in building.printed
        }
        write_record(folder, __version__, digest, facts, minutes_of_sessions(courses))
    return building.tally


def get_ready(site: bool, handbooks: bool) -> None:
    """Load what a process needs for a first site or a first print; for one that waits for work."""
    if site:
        sites_get_ready()
    if handbooks:
        load_engine()


@contextmanager
def _pool(plan: BuildPlan, pool: Workers | None) -> Iterator[Workers]:
    if pool is not None:
        yield pool
        return
    with workers(plan.jobs) as own:
        yield own


@contextmanager
def _cache(plan: BuildPlan) -> Iterator[Path]:
    """The cache's folder: one for this build alone where it is to make everything anew."""
    if plan.use_cache:
        yield plan.work / CACHE
        return
    plan.work.mkdir(parents=True, exist_ok=True)
    for rest in plan.work.glob(f"{CACHE}-*"):  # of a build that was killed
        shutil.rmtree(rest, ignore_errors=True)
    with TemporaryDirectory(dir=plan.work, prefix=f"{CACHE}-") as folder:
        yield Path(folder)


def minutes_of_sessions(courses: Mapping[str, Course]) -> dict[str, int]:
    """The minutes of each session, by ``module/session``; they are the same in every language."""
    course = next(iter(courses.values()))
    return {f"{m.slug}/{session.slug}": session.minutes for m in course.modules for session in m.sessions}


def curriculum_digest(curriculum: Path, local: Path | None = None) -> str:
    """SHA-256 over the names and contents of all files of a curriculum, and of a folder laid over it."""
    digest = hashlib.sha256()
    for name, path in (*readable_files(curriculum), *(readable_files(local) if local else ())):
        data = path.read_bytes()
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _site_call(task: SiteTask, _: Mapping[str, Any]) -> Call:
    return Call(make_site, (task,))


class _Building:
    def __init__(
        self,
        plan: BuildPlan,
        courses: Mapping[str, Course],
        digest: str,
        folder: Path,
        cache: Path,
        progress: Progress,
    ) -> None:
        self.plan = plan
        self.digest = digest
        self.all_courses = courses
        self.courses = [c for c in courses.values() if plan.language in (None, c.language)]
        self.folder = folder
        self.cache = cache
        self.progress = progress
        self.pictures = pictures_folder(plan.curriculum, plan.local, plan.work)
        self.media = self.pictures / "modules"
        self.printed: list[Printed] = []
        self.tally = Tally()

    def run(self, pool: Workers) -> None:
        """Sites and PDFs side by side; then what can be told only when all of it is there."""
        press = Press(self.plan.theme.root, self.media, self.plan.paper, self.cache)
        printing = Printing(self._documents(), press, self.folder, self.digest)
        self._do(pool, [*self._site_jobs(), *printing.jobs()], printing)
        if self.plan.site:
            put_front(self.folder, self.plan.theme, self.all_courses)
        if not self.plan.partial:
            self._clear()
        sites = [course.language for course in self.courses] if self.plan.site else []
        facts = self._printed_files(self.printed)
        tell_pages(self.folder, self.plan.theme, self.all_courses, facts, self.digest, sites)
        if (self.folder / INDEX).is_file():
            self._archive()

    def _do(self, pool: Workers, jobs: list[Job], printing: Printing) -> None:
        for number, done in enumerate(pool.run(jobs), 1):
            if isinstance(done.result, SiteMade):
                self._count_site(done.result)
            else:
                self._count_print(done, printing.finish(done))
            self.progress(done.name, number, len(jobs))

    def _clear(self) -> None:
        """Remove what an earlier build made and this one has not: all that is to be there is made by now."""
        made = {one.path for one in self.printed}
        pictures = {str(PurePosixPath(path).with_suffix(".png")) for path in made}
        for path in list(self.folder.iterdir()):
            if path.name not in (INDEX, NOT_FOUND, ARCHIVE, MARK, *self.all_courses):
                remove(path)
        for path in [path for path in self.folder.glob(f"*/{HANDBOOKS}/**/*") if path.is_file()]:
            if path.relative_to(self.folder).as_posix() not in made | pictures:
                path.unlink()

    def _count_site(self, site: SiteMade) -> None:
        kept = site.pages - site.new
        self.tally.add(site.language, "site", new=site.new, kept=kept, pages=site.pages, seconds=site.seconds)

    def _count_print(self, done: Done, printed: Printed | None) -> None:
        """Count a document; of a part of one only the time."""
        language, *folders, _ = done.name.split("/")
        kind: Kind = "sheets" if SHEETS in folders else "handbooks"
        self.tally.add(language, kind, seconds=done.seconds)
        if printed:
            self.printed.append(printed)
            self.tally.add(language, kind, new=not printed.kept, kept=printed.kept, pages=printed.pages)

    def _site_jobs(self) -> list[Job]:
        tasks = [self._site_task(course) for course in self.courses] if self.plan.site else []
        return [Job(task.course.language, partial(_site_call, task), SITE_WEIGHT) for task in tasks]

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
            cache=Cache(self.cache),
        )

    def _printed_files(self, printed: Iterable[Printed]) -> dict[str, PrintedFile]:
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
            if "pages" in facts and (self.folder / name).is_file()
        }
        paper = self.plan.paper.name
        new = {
            one.path: PrintedFile(one.pages, one.bytes, __version__, self.digest, paper) for one in printed
        }
        return files | new

    def _documents(self) -> Iterator[Printable]:
        plan, kept = self.plan, Kept(RenderingStore(Cache(self.cache)))
        for course in self.courses if plan.handbooks else ():
            for document in render_documents(course, plan.theme, self.media, plan.editions, kept):
                if plan.module in (None, document.module):
                    yield replace(document, path=f"{course.language}/{document.path}")
        kept.keep()

    def _archive(self) -> None:
        """The whole output as one file; its pages of downloads tell how large it is."""
        labels = {language: self.plan.theme.labels(language) for language in self.all_courses}
        size = pack(self.folder, "\n".join(self._readme(*one) for one in labels.items()))
        sizes = {language: size_writer(words)(size) for language, words in labels.items()}
        tell_size(self.folder, sizes)

    def _readme(self, language: str, words: Mapping[str, Any]) -> str:
        course = self.all_courses[language]
        version = words["version"].format(version=__version__)
        digest = words["digest"].format(digest=self.digest[: len(DIGEST_PLACE)])
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
