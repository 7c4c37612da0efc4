"""Builds everything: pages, both sites, all handbooks, and puts them in their place."""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from subprocess import Popen
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import __version__
from generator.model.course import Course
from generator.publishing.archive import pack, tell_size
from generator.publishing.handbooks import Printed, print_documents
from generator.publishing.output import output_folder, read_record, remove, write_record
from generator.publishing.paper import A4, Paper
from generator.publishing.pictures import copy_pictures, pictures_folder
from generator.publishing.security_policy import with_policy
from generator.publishing.site_engine import (
    SiteSource,
    finish_mkdocs,
    start_mkdocs,
    stop_mkdocs,
    write_configuration,
)
from generator.reading.local.folder import readable_files
from generator.rendering.adaptation import adaptation
from generator.rendering.environment import size_writer
from generator.rendering.logo import logo_name
from generator.rendering.print import PrintDocument, render_documents
from generator.rendering.site import PrintedFile, SitePages, render_site
from generator.rendering.theme import Theme
from generator.translating.status import LanguageStatus
from generator.views.handbook import HANDBOOKS, USUAL

INDEX: Final = "index.html"
NOT_FOUND: Final = "404.html"
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
    for name, path in (*readable_files(curriculum), *(readable_files(local) if local else ())):
        data = path.read_bytes()
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def copy_assets(theme: Theme, source: SiteSource) -> None:
    """Put what is no page beside the pages: scripts, style sheets, letters."""
    assets = source.pages / "assets"
    shutil.copytree(theme.site / "assets", assets)
    shutil.copytree(theme.fonts, assets / "fonts")
    for sheet in theme.shared_style_sheets:
        shutil.copy2(sheet, assets)


def configure(
    source: SiteSource, pages: SitePages, settings: Path, theme: Theme, languages: list[str]
) -> None:
    """Write the settings of one language's site.

    Args:
        source: Where to write them.
        pages: The site's pages.
        settings: The shared mkdocs.yml.
        theme: Overrides and labels.
        languages: All of the course's languages, for the switch.
    """
    labels = {language: theme.labels(language) for language in languages}
    switch = [
        {"code": language, "name": words["language_name"], "not_found": words["not_found"]}
        for language, words in labels.items()
    ]
    scheme = labels[source.language]["scheme"]
    write_configuration(source, pages, settings, theme.site / "overrides", switch, scheme)


def front_page(theme: Theme, courses: Mapping[str, Course]) -> str:
    """The page that lets one choose a language; it works without JavaScript."""
    jinja = Environment(loader=FileSystemLoader(theme.site), autoescape=True, undefined=StrictUndefined)
    languages = [{"course": course, "t": theme.labels(language)} for language, course in courses.items()]
    return with_policy(jinja.get_template("index.html.j2").render(languages=languages))


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
        """Print first: the site tells the pages and the size of what is printed."""
        documents = self._documents() if self.plan.handbooks else []
        steps = len(documents) + (len(self.courses) if self.plan.site else 0)
        printed = list(self._print(documents, steps))
        if self.plan.site:
            self._sites(self._printed_files(printed), steps)
            self._front_page()
        if (self.folder / INDEX).is_file():
            self._archive()
        return printed

    def _sites(self, printed: Mapping[str, PrintedFile], steps: int) -> None:
        running = self._start_sites(printed)
        try:
            for number, (source, process) in enumerate(running, 1 + steps - len(running)):
                finish_mkdocs(source, process)
                self._put(source)
                self.progress(source.language, number, steps)
        finally:
            for _, process in running:
                stop_mkdocs(process)

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

    def _put(self, source: SiteSource) -> None:
        """Put a language's pages in place of those that are there; its handbooks stay."""
        place = self.folder / source.language
        for old in place.iterdir() if place.is_dir() else ():
            if old.name != HANDBOOKS:
                remove(old)
        shutil.copytree(source.site, place, dirs_exist_ok=True)
        if source.language == next(iter(self.all_courses)):
            shutil.copy2(place / NOT_FOUND, self.folder / NOT_FOUND)  # hosts look for it at the top

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

    def _start_sites(self, printed: Mapping[str, PrintedFile]) -> "list[tuple[SiteSource, Popen[str]]]":
        sources = [self._site_source(course, printed) for course in self.courses]
        return [(source, start_mkdocs(source)) for source in sources]

    def _site_source(self, course: Course, printed: Mapping[str, PrintedFile]) -> SiteSource:
        plan, theme = self.plan, self.plan.theme
        source = SiteSource(plan.work / course.language, course.language)
        shutil.rmtree(source.folder, ignore_errors=True)
        home = f"{course.language}/"
        own = {path.removeprefix(home): facts for path, facts in printed.items() if path.startswith(home)}
        pages = render_site(course, theme, own, self.digest, plan.translations)
        copy_assets(theme, source)
        if logo := course.organisation.logo:
            shutil.copy2(self.pictures / logo, source.pages / "assets" / logo_name(logo))
        for name, text in (*pages.pages.items(), *pages.files.items()):
            path = source.pages / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        for module in course.modules:
            media = self.media / module.slug / "media"
            if media.is_dir():
                copy_pictures(media, source.pages / "media" / module.slug)
        configure(source, pages, plan.settings, theme, list(self.all_courses))
        return source

    def _front_page(self) -> None:
        html = front_page(self.plan.theme, self.all_courses)
        (self.folder / INDEX).write_text(html, encoding="utf-8")

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
