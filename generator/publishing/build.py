"""Builds everything: pages, both sites, all handbooks, and puts them in their place."""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from subprocess import Popen

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import __version__
from generator.model.course import Course
from generator.publishing.handbooks import Printed, print_documents
from generator.publishing.output import output_folder, write_record
from generator.publishing.site_engine import SiteSource, finish_mkdocs, start_mkdocs, write_configuration
from generator.rendering.print import PrintDocument, render_documents
from generator.rendering.site import render_site
from generator.rendering.theme import Theme

Progress = Callable[[str, int, int], None]
"""Called with what was just made, how many are made, and how many there are in all."""


@dataclass(frozen=True, slots=True)
class BuildPlan:
    """What to build, from where to where."""

    curriculum: Path
    theme: Theme
    settings: Path
    work: Path
    output: Path
    jobs: int
    site: bool = True
    handbooks: bool = True
    module: str | None = None


def build(plan: BuildPlan, courses: Mapping[str, Course], progress: Progress) -> list[Printed]:
    """Build the courses, one a language, into the plan's output.

    Raises:
        SiteEngineError, PrintEngineError, ThemeError, OutputError: As their own docstrings say; the
            output is then what it was before.
    """
    courses = {language: _chosen(course, plan.module) for language, course in courses.items()}
    with output_folder(plan.output) as folder:
        printed = _Building(plan, courses, folder, progress).run()
        digest = curriculum_digest(plan.curriculum)
        write_record(folder, __version__, digest, {one.path: one.pages for one in printed})
    return printed


def curriculum_digest(curriculum: Path) -> str:
    """SHA-256 over the names and contents of all files of a curriculum."""
    digest = hashlib.sha256()
    for path in sorted(path for path in curriculum.rglob("*") if path.is_file()):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(curriculum).as_posix()}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _chosen(course: Course, module: str | None) -> Course:
    """The course with one module only, where one is chosen; programmes need all of their modules."""
    if module is None:
        return course
    modules = tuple(one for one in course.modules if one.slug == module)
    return course.model_copy(update={"modules": modules, "programmes": ()})


class _Building:
    def __init__(
        self, plan: BuildPlan, courses: Mapping[str, Course], folder: Path, progress: Progress
    ) -> None:
        self.plan = plan
        self.courses = courses
        self.folder = folder
        self.progress = progress
        self.media = plan.curriculum / "modules"

    def run(self) -> list[Printed]:
        documents = self._documents() if self.plan.handbooks else []
        steps = len(documents) + (len(self.courses) if self.plan.site else 0)
        running = self._start_sites() if self.plan.site else []
        try:
            printed = list(self._print(documents, steps))
            for number, (source, process) in enumerate(running, len(documents) + 1):
                finish_mkdocs(source, process)
                shutil.copytree(source.site, self.folder / source.language, dirs_exist_ok=True)
                self.progress(source.language, number, steps)
        finally:
            for _, process in running:
                process.kill()
        self._front_page()
        return printed

    def _documents(self) -> list[PrintDocument]:
        digest = curriculum_digest(self.plan.curriculum)
        return [
            replace(document, path=f"{language}/{document.path}")
            for language, course in self.courses.items()
            for document in render_documents(course, self.plan.theme, digest, self.media)
        ]

    def _print(self, documents: list[PrintDocument], steps: int) -> Iterable[Printed]:
        if not documents:
            return
        done = print_documents(documents, self.folder, self.plan.theme.root, self.media, self.plan.jobs)
        for number, printed in enumerate(done, 1):
            self.progress(printed.path, number, steps)
            yield printed

    def _start_sites(self) -> "list[tuple[SiteSource, Popen[str]]]":
        sources = [self._site_source(course) for course in self.courses.values()]
        return [(source, start_mkdocs(source)) for source in sources]

    def _site_source(self, course: Course) -> SiteSource:
        plan, theme = self.plan, self.plan.theme
        source = SiteSource(plan.work / course.language, course.language)
        shutil.rmtree(source.folder, ignore_errors=True)
        pages = render_site(course, theme)
        for name, text in pages.pages.items():
            path = source.pages / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        shutil.copytree(theme.site / "assets", source.pages / "assets")
        shutil.copytree(theme.fonts, source.pages / "assets" / "fonts")
        for module in course.modules:
            media = self.media / module.slug / "media"
            if media.is_dir():
                shutil.copytree(media, source.pages / "media" / module.slug)
        overrides = theme.site / "overrides"
        write_configuration(source, pages, plan.settings, overrides, self._languages())
        return source

    def _languages(self) -> list[dict[str, str]]:
        labels = {language: self.plan.theme.labels(language) for language in self.courses}
        return [{"code": language, "name": words["language_name"]} for language, words in labels.items()]

    def _front_page(self) -> None:
        """The page that lets one choose a language; it works without JavaScript."""
        jinja = Environment(
            loader=FileSystemLoader(self.plan.theme.site), autoescape=True, undefined=StrictUndefined
        )
        languages = [
            {"course": course, "t": self.plan.theme.labels(language)}
            for language, course in self.courses.items()
        ]
        html = jinja.get_template("index.html.j2").render(languages=languages)
        (self.folder / "index.html").write_text(html, encoding="utf-8")
