"""Checks a whole curriculum in all of its languages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from generator.checking.contacts import check_contacts
from generator.checking.problem import Problem
from generator.checking.prose import check_prose
from generator.checking.references import check_references
from generator.checking.sheets import check_sheets
from generator.checking.slugs import check_slugs
from generator.checking.teaching import check_teaching
from generator.checking.time import check_time
from generator.checking.translation import FaultyLines, check_translation
from generator.findings.finding import Finding, Place, in_reading_order
from generator.findings.message import severity
from generator.model import layout
from generator.model.course import Course
from generator.prose.citation import Words
from generator.prose.names import CourseNames
from generator.reading.labels import read_labels
from generator.reading.loading import VERBATIM_FILES, Curriculum, LoadedCourse, languages_of, load_course
from generator.reading.overlay import TextPair
from generator.translating.lock_file import read_lock
from generator.translating.state import States
from generator.translating.status import LanguageStatus, language_status

NO_WORDS: Words = {"and_others": "", "no_date": ""}
"""While checking, nobody reads the citations' labels."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of a curriculum, and the course in each language where none is an error.

    `translations` tell how far each language but the source is.
    """

    findings: list[Finding]
    courses: dict[str, Course]
    translations: tuple[LanguageStatus, ...] = ()

    @property
    def sound(self) -> bool:
        return not any(severity(finding) == "error" for finding in self.findings)


def check_curriculum(curriculum: Curriculum, today: date, theme: Path | None = None) -> Checked:
    """Load and check every language; every fault of every file is found in one run.

    Args:
        curriculum: The folder with the course.
        today: The day from which the age of its contacts is counted.
        theme: The theme's folder, whose labels a course may translate; without it those are not checked.
    """
    languages = languages_of(curriculum)
    loaded = [load_course(curriculum, language) for language in languages or (None,)]
    findings = [
        finding for course in loaded for finding in course.findings + _problems(curriculum, course, today)
    ]
    findings += _unlisted_files(curriculum, loaded)
    translations = _Translations(curriculum, loaded, theme, FaultyLines(findings))
    findings += translations.findings
    checked = Checked(
        in_reading_order(findings), {c.language: c.course for c in loaded if c.course}, translations.status
    )
    return checked if checked.sound else replace(checked, courses={})


class _Translations:
    """Checks every language but the first, and counts how far it is."""

    def __init__(
        self, curriculum: Curriculum, loaded: list[LoadedCourse], theme: Path | None, faulty: FaultyLines
    ) -> None:
        self.faulty = faulty
        self.curriculum = curriculum
        self.theme = theme
        self.source = loaded[0].language
        self.confirmations, damages = read_lock(curriculum.root)
        self.findings = list(damages)
        self.counts_unconfirmed = self.confirmations.begun and not damages  # who knows what is lost there
        self.status = tuple(self._language(course) for course in loaded[1:])

    def _language(self, loaded: LoadedCourse) -> LanguageStatus:
        pairs = loaded.pairs | self._labels(loaded.language)
        states = States(loaded.language, pairs, self.confirmations)
        self.findings += check_translation(pairs, states, self.source, self.counts_unconfirmed, self.faulty)
        return language_status(states, pairs)

    def _labels(self, language: str) -> dict[str, list[TextPair]]:
        if self.theme is None:
            return {}
        labels = read_labels(self.theme, self.curriculum.root, language, self.source)
        self.findings += labels.findings
        return {layout.LABELS: labels.pairs}


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
        elif source == layout.LABELS:
            return  # its source is the theme's
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
