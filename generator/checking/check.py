"""Checks a whole curriculum in all of its languages."""

from dataclasses import dataclass
from functools import partial

from generator.checking.problem import Problem
from generator.checking.prose import check_prose
from generator.checking.references import check_references
from generator.checking.slugs import check_slugs
from generator.checking.teaching import check_teaching
from generator.checking.time import check_time
from generator.findings.catalogue import severity
from generator.findings.finding import Finding, Place, in_reading_order
from generator.model import layout
from generator.model.course import Course
from generator.prose.citation import Words
from generator.prose.names import CourseNames
from generator.reading.loading import Curriculum, LoadedCourse, languages_of, load_course

NO_WORDS: Words = {"and_others": "", "no_date": ""}
"""While checking, nobody reads the citations' labels."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of a curriculum, and the course in each language where none is an error."""

    findings: list[Finding]
    courses: dict[str, Course]

    @property
    def sound(self) -> bool:
        return not any(severity(finding) == "error" for finding in self.findings)


def check_curriculum(curriculum: Curriculum) -> Checked:
    """Load and check every language; every fault of every file is found in one run."""
    languages = languages_of(curriculum)
    loaded = [load_course(curriculum, language) for language in languages or (None,)]
    findings = [finding for course in loaded for finding in course.findings + _problems(curriculum, course)]
    findings += _unlisted_files(curriculum, loaded)
    checked = Checked(in_reading_order(findings), {c.language: c.course for c in loaded if c.course})
    return checked if checked.sound else Checked(checked.findings, {})


def _problems(curriculum: Curriculum, loaded: LoadedCourse) -> list[Finding]:
    if loaded.course is None:
        return []
    names = CourseNames(loaded.course, NO_WORDS)
    problems: list[Problem] = []
    prose = partial(check_prose, names=names, has_media=partial(_has_media, curriculum))
    for check in (check_slugs, check_references, check_time, check_teaching, prose):
        problems += check(loaded.course)
    return [problem.located(loaded) for problem in problems if loaded.broken.isdisjoint(problem.might_be_in)]


def _has_media(curriculum: Curriculum, name: str) -> bool:
    module, _, file = name.partition("/")
    plain = bool(file) and not {"", ".", ".."} & {module, *file.split("/")}
    return plain and curriculum.has(f"modules/{module}/media/{file}")


def _unlisted_files(curriculum: Curriculum, loaded: list[LoadedCourse]) -> list[Finding]:
    used = {file for course in loaded for file in course.used}
    if any(layout.COURSE in course.broken for course in loaded):
        return []
    broken = {file for course in loaded for file in course.broken}
    return [
        _unlisted(curriculum, file)
        for file in curriculum.files()
        if file not in used and not _excused(file, broken)
    ]


def _excused(file: str, broken: set[str]) -> bool:
    """In a module whose own file is broken, nobody can say what it lists."""
    parts = file.split("/")
    return parts[0] == "modules" and len(parts) > 1 and layout.module_file(parts[1]) in broken


def _unlisted(curriculum: Curriculum, file: str) -> Finding:
    source = curriculum.read(file).source
    parts = file.split("/")
    if "translations" in parts:
        index = parts.index("translations")
        return Finding("L06", Place(source), {"file": "/".join(parts[:index] + parts[index + 2 :])})
    in_module = parts[0] == "modules" and len(parts) > 3
    return Finding(
        "R04", Place(source), {"listed_in": layout.module_file(parts[1]) if in_module else layout.COURSE}
    )
