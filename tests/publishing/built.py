"""The sample and the real course, checked, rendered, built and printed once a test run."""

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest

from generator.checking.check import Checked, check_curriculum
from generator.findings.explanation import PAGES as RULES_FOLDER
from generator.model.course import Course
from generator.publishing.build import BuildPlan, build
from generator.publishing.handbooks import Press, Printing
from generator.publishing.jobs import workers
from generator.publishing.paper import A4, PAPERS, Paper
from generator.reading.loading import Curriculum
from generator.rendering.print import Printable, render_documents
from generator.rendering.site import SitePages, render_site
from generator.rendering.theme import Theme
from generator.views.audience import Audience
from generator.views.handbook import ON_REQUEST, PRINTABLE, SHEETS, Setting
from tests.publishing.html_page import Element, parse, parse_file
from tests.publishing.once import once
from tests.today import TODAY

ROOT: Final = Path(__file__).resolve().parents[2]
THEME: Final = Theme(ROOT / "theme")
SAMPLE: Final = ROOT / "tests" / "sample"
REAL: Final = ROOT / "curriculum"
LANGUAGES: Final = ("id", "en")
JOBS: Final = 2
RULE_PAGES: Final = f"/{RULES_FOLDER}/"
READ_ON_PAPER: Final = tuple(name for name in PRINTABLE if name != Setting.FILLABLE.value)


def plan(curriculum: Path, place: Path, **changes: Any) -> BuildPlan:
    """A build whose work and output both lie in a test's own folder."""
    facts: dict[str, Any] = {
        "curriculum": curriculum,
        "theme": THEME,
        "settings": ROOT / "mkdocs.yml",
        "work": place / "work",
        "output": place / "site",
        "jobs": JOBS,
    }
    return BuildPlan(**facts | changes)


def print_documents(
    documents: Iterable[Printable], folder: Path, media: Path, paper: Paper = A4, theme: Theme = THEME
) -> None:
    """Print documents into a folder, with a digest of zeros in their imprints."""
    with TemporaryDirectory(dir=folder.parent) as kept:
        printing = Printing(documents, Press(theme.root, media, paper, Path(kept)), folder, "0" * 64)
        with workers(JOBS) as pool:
            for done in pool.run(printing.jobs()):
                printing.finish(done)


def project_in(folder: Path, curriculum: Path = SAMPLE) -> Path:
    """A project of its own in a new folder, with a copy of this curriculum and our theme."""
    folder.mkdir()
    for name in ("theme", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(curriculum, folder / "curriculum")
    return folder


def quiet(made: str, number: int, total: int) -> None:
    """Progress that nobody watches."""


def is_of_a_rule(path: str) -> bool:
    """Whether a page tells of one rule of the check; there are many, made alike, the same for any course."""
    return RULE_PAGES in f"/{path}" and not path.endswith(("/index.html", "/index.md"))


class CourseInTests:
    """A curriculum in all its languages, each step done when first asked for."""

    def __init__(self, curriculum: Path) -> None:
        self.curriculum = curriculum
        self._markdown: dict[str, SitePages] = {}
        self._documents: dict[str, dict[str, Printable]] = {}
        self._trees: dict[tuple[str, str], Element] = {}

    @cached_property
    def courses(self) -> dict[str, Course]:
        checked = self.checked
        errors = [f"{f.code} {f.place.source.path}:{f.place.line}" for f in checked.findings]
        assert checked.sound, errors
        return checked.courses

    @cached_property
    def checked(self) -> Checked:
        return check_curriculum(Curriculum(self.curriculum), TODAY, THEME.root)

    def pages(self, language: str) -> SitePages:
        """The site's pages as Markdown."""
        if language not in self._markdown:
            self._markdown[language] = render_site(self.courses[language], THEME, self.checked.translations)
        return self._markdown[language]

    def documents(self, language: str) -> dict[str, Printable]:
        """The print documents by path."""
        if language not in self._documents:
            rendered = render_documents(self.courses[language], THEME, self.curriculum / "modules")
            self._documents[language] = {document.path: document for document in rendered}
        return self._documents[language]

    def document(self, language: str, name: str) -> Element:
        """A print document's tree; `name` is its path below handbooks/, without .pdf."""
        key = language, name
        if key not in self._trees:
            self._trees[key] = parse(self.documents(language)[f"handbooks/{name}.pdf"].html)
        return self._trees[key]


@dataclass(frozen=True)
class BuiltSite:
    """A finished build on disk."""

    output: Path

    @cached_property
    def record(self) -> dict[str, Any]:
        record = json.loads((self.output / "build.json").read_text(encoding="utf-8"))
        assert isinstance(record, dict)
        return record

    @cached_property
    def pages(self) -> Mapping[str, Element]:
        """Every HTML page's tree by its path below the output."""
        return {
            path.relative_to(self.output).as_posix(): parse_file(path)
            for path in sorted(self.output.rglob("*.html"))
        }

    @cached_property
    def handbooks(self) -> list[str]:
        """Every PDF's path below the output."""
        return sorted(path.relative_to(self.output).as_posix() for path in self.output.rglob("*.pdf"))


@pytest.fixture(scope="session")
def sample_course() -> CourseInTests:
    return CourseInTests(SAMPLE)


@pytest.fixture(scope="session")
def real_course() -> CourseInTests:
    return CourseInTests(REAL)


@pytest.fixture(scope="session")
def built_sample(sample_course: CourseInTests, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The whole sample: both sites and all handbooks."""

    def make(folder: Path) -> None:
        facts = {"translations": sample_course.checked.translations}
        build(plan(SAMPLE, folder, **facts), sample_course.courses, quiet)

    return BuiltSite(once(tmp_path_factory, "built-sample", make) / "site")


@pytest.fixture(scope="session")
def printed_sample(sample_course: CourseInTests, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with what a usual build does not print of the sample, by paper: `<paper>/<language>/…`.

    On A4 the editions that are made on request; on other papers those and the usual ones to read, of the
    whole course, and its sheets.
    """

    def make(folder: Path) -> None:
        for paper in PAPERS.values():
            documents = [
                replace(document, path=f"{language}/{document.path}")
                for language in LANGUAGES
                for document in render_documents(
                    sample_course.courses[language],
                    THEME,
                    SAMPLE / "modules",
                    ON_REQUEST if paper is A4 else READ_ON_PAPER,
                )
                if document.module is None or document.setting is Setting.BOOKLET
            ]
            place = folder / paper.name
            print_documents(documents, place, SAMPLE / "modules", paper)

    return once(tmp_path_factory, "printed-sample", make)


@pytest.fixture(scope="session")
def real_site(real_course: CourseInTests, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The real course's sites, without its handbooks."""

    def make(folder: Path) -> None:
        facts = {"translations": real_course.checked.translations, "handbooks": False}
        build(plan(REAL, folder, **facts), real_course.courses, quiet)

    return BuiltSite(once(tmp_path_factory, "real-site", make) / "site")


@pytest.fixture(scope="session")
def real_handbooks(real_course: CourseInTests, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with those of the real course's handbooks that tests read: `<language>/<edition>.pdf`, and
    the back cover's sheet alone, `<language>/card.pdf`.
    """
    course = real_course.courses["id"]
    paths = {edition.value: f"{edition.value}-{course.modules[0].slug}" for edition in Audience}
    paths["card"] = f"sheets/{course.back_cover}"
    wanted = [*(("id", name) for name in paths), ("en", "facilitator"), ("en", "card")]

    def make(folder: Path) -> None:
        documents = [
            replace(
                real_course.documents(language)[f"handbooks/{paths[name]}.pdf"],
                path=f"{language}/{name}.pdf",
            )
            for language, name in wanted
        ]
        print_documents(documents, folder, REAL / "modules")

    return once(tmp_path_factory, "real-handbooks", make)


@pytest.fixture(scope="session")
def real_sheets(real_course: CourseInTests, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The PDF of every sheet alone of the real course, by language and name: `id/road-map`."""

    def make(folder: Path) -> None:
        documents = [
            replace(document, path=f"{language}/{Path(document.path).name}")
            for language in LANGUAGES
            for document in real_course.documents(language).values()
            if f"/{SHEETS}/" in document.path
        ]
        print_documents(documents, folder, REAL / "modules")

    folder = once(tmp_path_factory, "real-sheets", make)
    return {f"{path.parent.name}/{path.stem}": path for path in sorted(folder.rglob("*.pdf"))}
