"""The bare tools on the same pages and documents, as a person would call them who had these at hand.

MkDocs Material builds the site's Markdown, one language after the other, with the same settings and the same
overrides. WeasyPrint prints each document's HTML with the same style sheets, one document after the other in
one process that shares nothing between them.
"""

import json
import shutil
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Final

from pypdfium2 import PdfDocument

from generator.checking.check import check_curriculum
from generator.model.course import Course
from generator.publishing.handbooks import MEDIA
from generator.publishing.paper import A4
from generator.publishing.site_assets import copy_assets, course_pictures
from generator.publishing.site_configuration import prepare_source
from generator.publishing.site_engine import SiteSource
from generator.reading.local.adapted import open_curriculum
from generator.rendering.print import render_documents
from generator.rendering.site import render_site
from generator.rendering.theme import PRINT_SETTINGS, PRINT_STYLE_SHEETS, Theme
from generator.views.handbook import Setting
from tests.benchmarks.project import Project

PDF_VARIANT: Final = "pdf/ua-1"
PAPER: Final = "paper.css"


@dataclass(frozen=True, slots=True)
class BareDocument:
    """A document to print: where to, from which HTML, with which style sheets, and whether it is a form."""

    path: str
    html: str
    style_sheets: tuple[str, ...]
    form: bool


class BareTools:
    """The project's pages and documents, laid out for the bare tools in a folder of their own."""

    def __init__(self, project: Project, folder: Path, editions: Collection[str]) -> None:
        self.project = project
        self.folder = folder
        self.printed = folder / "printed"
        theme = Theme(project.folder / "theme", (project.curriculum,))
        curriculum = open_curriculum(project.curriculum, project.local)
        checked = check_curriculum(curriculum, date.today(), theme.root)
        self.languages = tuple(checked.courses)
        self._write_documents(checked.courses, theme, editions)
        for course in checked.courses.values():
            self._write_pages(course, theme)

    def build_sites(self) -> float:
        """Run MkDocs once a language, one after the other; how many seconds that took."""
        configurations = (self.folder / language / "mkdocs.yml" for language in self.languages)
        return sum(self.project.run(*MKDOCS, str(configuration)) for configuration in configurations)

    def print(self) -> float:
        """Run WeasyPrint once; how many seconds that took."""
        facts = self.folder / "documents.json"
        return self.project.run(sys.executable, "-P", str(PRINT_SCRIPT), str(facts), str(self.printed))

    @property
    def pages(self) -> int:
        """How many pages WeasyPrint printed."""
        return sum(len(PdfDocument(path)) for path in self.printed.rglob("*.pdf"))

    def clear(self) -> None:
        """Take away what the tools made."""
        for folder in (self.printed, *(self.folder / language / "site" for language in self.languages)):
            shutil.rmtree(folder, ignore_errors=True)

    def _write_documents(
        self, courses: Mapping[str, Course], theme: Theme, editions: Collection[str]
    ) -> None:
        self.folder.mkdir(parents=True)
        (self.folder / PAPER).write_text(A4.style, encoding="utf-8")
        paper = str(self.folder / PAPER)
        documents = [
            asdict(one) for one in documents_of(courses, theme, self.project.curriculum, paper, editions)
        ]
        facts = {"base": f"{theme.root.as_uri()}/", "variant": PDF_VARIANT, "documents": documents}
        (self.folder / "documents.json").write_text(json.dumps(facts), encoding="utf-8")

    def _write_pages(self, course: Course, theme: Theme) -> None:
        source = SiteSource(self.folder / course.language, course.language)
        pages = render_site(course, theme)
        settings = self.project.folder / "mkdocs.yml"
        prepare_source(source, pages, settings, theme, self.languages)
        copy_assets(course_pictures(course, self.project.curriculum), source.pages)
        for name, text in (*pages.pages.items(), *pages.files.items()):
            path = source.pages / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


MKDOCS: Final = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean", "--config-file"]
PRINT_SCRIPT: Final = Path(__file__).with_name("bare_print.py")


def documents_of(
    courses: Mapping[str, Course], theme: Theme, curriculum: Path, paper: str, editions: Collection[str]
) -> Iterator[BareDocument]:
    """Every document that the build prints, as whole HTML.

    Args:
        courses: The course in its languages.
        theme: Templates and style sheets.
        curriculum: The folder with the course.
        paper: The style sheet that gives the pages their size.
        editions: Which of everything that can be printed.
    """
    modules = curriculum / "modules"
    for course in courses.values():
        for document in render_documents(course, theme, modules, editions):
            own = [PRINT_SETTINGS[document.setting]] if document.setting in PRINT_SETTINGS else []
            yield BareDocument(
                f"{course.language}/{document.path}",
                MEDIA.sub(rf'"{modules.as_uri()}/\g<module>/media/\g<file>"', document.html),
                (*(str(theme.root / name) for name in PRINT_STYLE_SHEETS), paper,
                 *(str(theme.root / name) for name in own)),
                document.setting is Setting.FILLABLE,
            )  # fmt: skip
