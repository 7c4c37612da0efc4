"""The courses that can be measured, and the edits that are made in them."""

import re
import shutil
from pathlib import Path
from typing import Final

from tests.benchmarks.project import ROOT, Project
from tests.generated.course import write_course
from tests.generated.size import TINY, Size

GROWING: Final = Size(sessions=2, activities=6, sheets=2, items=5, works=3, terms=2, languages=("id",))
"""What grows; one language, so that sixteen of it are done in minutes."""
COURSES: Final = ("generated", "sample", "module", "real", "tiny")
"""`module` is one module of the real course, with all that belongs to the whole course."""
ONE_MODULE: Final = "stress-management"
SAID: Final = re.compile(r"^( *(?:- )?(?:say|do): *(?:[|>]-?\n *)?[\"']?)(?=\w)", re.MULTILINE)
"""The first words of a step, on their key's line or the next one."""


def project(folder: Path, course: str) -> Project:
    """A new project with one of the courses."""
    if course == "module":
        local = folder / "local"
        local.mkdir(parents=True)
        (local / "course.yaml").write_text(f"modules: [{ONE_MODULE}]\n", encoding="utf-8")
        return Project.made(folder / "project", ROOT / "curriculum", local)
    if course in ("real", "sample"):
        return Project.made(folder / "project", ROOT / ("curriculum" if course == "real" else "tests/sample"))
    return generated_project(folder, TINY if course == "tiny" else Size())


def generated_project(folder: Path, size: Size) -> Project:
    write_course(folder / "curriculum", size)
    made = Project.made(folder / "project", folder / "curriculum")
    shutil.rmtree(folder / "curriculum")
    return made


def add_letter(project: Project) -> None:
    """The typo: a letter more in what a session's step says."""
    _edit(project, "m")


def add_sentence(project: Project) -> None:
    _edit(project, "Kita mulai pelan-pelan, dan tidak ada yang terburu-buru. ")


def _edit(project: Project, words: str) -> None:
    session = edited_session(project)
    text = session.read_text(encoding="utf-8")
    edited, number = SAID.subn(rf"\g<1>{words}", text, count=1)
    assert number == 1, f"no step in {session}"
    session.write_text(edited, encoding="utf-8")


def edited_session(project: Project) -> Path:
    """The session that is edited: the first of the module that is built."""
    modules = project.curriculum / "modules"
    chosen = modules / ONE_MODULE
    module = chosen if chosen.is_dir() else sorted(modules.iterdir())[0]
    return sorted((module / "sessions").glob("*.yaml"))[0]
