"""Checks a whole curriculum in all of its languages."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from generator.checking.contacts import check_contacts
from generator.checking.problem import Problem
from generator.checking.prose import check_prose
from generator.checking.references import check_references
from generator.checking.sheets import check_sheets
from generator.checking.slugs import check_slugs
from generator.checking.teaching import check_teaching
from generator.checking.time import check_time
from generator.findings.finding import Finding, Place, in_reading_order
from generator.findings.message import severity
from generator.findings.silencing import Silenced, silence
from generator.model import layout
from generator.model.course import Course
from generator.prose.citation import Words
from generator.prose.names import CourseNames
from generator.reading.loading import VERBATIM_FILES, Curriculum, LoadedCourse, languages_of, load_course

NO_WORDS: Words = {"and_others": "", "no_date": ""}
"""While checking, nobody reads the citations' labels."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of a curriculum, and the course in each language where none is an error."""

    findings: list[Finding]
    courses: dict[str, Course]
    silenced: list[Silenced] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return not any(severity(finding) == "error" for finding in self.findings)


def check_curriculum(curriculum: Curriculum, today: date) -> Checked:
    """Load and check every language; every fault of every file is found in one run.

    Args:
        curriculum: The folder with the course.
        today: The day from which the age of its contacts is counted.
    """
    languages = languages_of(curriculum)
    loaded = [load_course(curriculum, language) for language in languages or (None,)]
    findings = [
        finding for course in loaded for finding in course.findings + _problems(curriculum, course, today)
    ]
    findings += _unlisted_files(curriculum, loaded)
    told = silence(in_reading_order(findings), curriculum.silencings())
    if not any(course.broken for course in loaded):  # else what a comment silences may only be hidden
        told.findings = in_reading_order(told.findings + told.idle)
    courses = {course.language: course.course for course in loaded if course.course}
    checked = Checked(told.findings, courses, told.silenced)
    return checked if checked.sound else Checked(checked.findings, {}, checked.silenced)


def _problems(curriculum: Curriculum, loaded: LoadedCourse, today: date) -> list[Finding]:
    if loaded.course is None:
        return []
    names = CourseNames(loaded.course, NO_WORDS)
    problems: list[Problem] = []
    prose = partial(check_prose, names=names, has_media=partial(_has_media, curriculum))
    contacts = partial(check_contacts, today=today)
    for check in (check_slugs, check_references, check_sheets, check_time, check_teaching, contacts, prose):
        problems += check(loaded.course)
    return [problem.located(loaded) for problem in problems if not problem.is_doubtful(loaded.broken)]


def _has_media(curriculum: Curriculum, name: str) -> bool:
    module, _, file = name.partition("/")
    plain = bool(file) and not {"", ".", ".."} & {module, *file.split("/")}
    return plain and curriculum.has(f"modules/{module}/media/{file}")


def _unlisted_files(curriculum: Curriculum, loaded: list[LoadedCourse]) -> list[Finding]:
    if any(layout.COURSE in course.broken for course in loaded):
        return []
    languages = {course.language for course in loaded}
    used = {file for course in loaded for file in course.used}
    broken = {file for course in loaded for file in course.broken}
    return [
        finding
        for file in curriculum.files()
        if file not in used and not _excused(file, used, broken)
        for finding in _unlisted(curriculum, file, languages)
    ]


def _excused(file: str, used: set[str], broken: set[str]) -> bool:
    """Where nobody can say what a file belongs to: in a module whose own file is broken or unlisted, and
    the translation of a file whose absence is told.
    """
    translation = layout.translated_from(file)
    if translation and translation[1] in broken:
        return True
    match file.split("/"):
        case ["modules", module, *_]:
            profile = layout.module_file(module)
            return profile in broken or (profile not in used and file != profile)
    return False


def _unlisted(curriculum: Curriculum, file: str, languages: set[str]) -> Iterator[Finding]:
    place = Place(curriculum.read(file).source)
    if translation := layout.translated_from(file):
        language, source = translation
        if language not in languages:
            yield Finding("L08", place, {"language": language}, language, tuple(sorted(languages)))
        elif not curriculum.has(source):
            yield Finding("L06", place, {"file": source})
        elif source in VERBATIM_FILES:
            yield Finding("L03", place)
        return  # else its source is unlisted, which is told there
    match file.split("/"):
        case ["modules", module, _, *_] if file != layout.module_file(module):
            yield Finding("R04", place, {"listed_in": layout.module_file(module)})
        case _:
            yield Finding("R04", place, {"listed_in": layout.COURSE})
