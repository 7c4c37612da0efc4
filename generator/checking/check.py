"""Checks a whole curriculum in all of its languages."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from generator.checking.access import check_access
from generator.checking.choice import fit_choice
from generator.checking.contacts import check_contacts
from generator.checking.course_text import CourseText, texts_of
from generator.checking.first_lines import check_first_lines
from generator.checking.knowledge_tests import check_knowledge_tests
from generator.checking.logo import check_logo
from generator.checking.pictures import check_pictures
from generator.checking.placeholders import check_placeholders
from generator.checking.plain_language import check_plain_language
from generator.checking.problem import Problem
from generator.checking.prose import check_prose
from generator.checking.references import check_references
from generator.checking.safety import check_safety
from generator.checking.sheets import check_sheets
from generator.checking.signs import check_signs
from generator.checking.slugs import check_slugs
from generator.checking.teaching import check_teaching
from generator.checking.time import check_time
from generator.checking.translation import FaultyLines, check_translation
from generator.checking.use import Use, check_use
from generator.checking.wording import check_wording
from generator.findings.finding import Finding, Place, in_reading_order
from generator.findings.message import severity
from generator.findings.silencing import Silenced, silence
from generator.model import layout
from generator.model.course import Course
from generator.prose.citation import Words
from generator.prose.names import CourseNames
from generator.reading.labels import read_labels
from generator.reading.loading import VERBATIM_FILES, Curriculum, LoadedCourse, languages_of, load_course
from generator.reading.overlay import TextPair
from generator.reading.tree import Node
from generator.reading.yaml_file import read_yaml
from generator.translating.lock_file import read_lock
from generator.translating.state import States
from generator.translating.status import LanguageStatus, language_status

NO_WORDS: Words = {"and_others": "", "no_date": ""}
"""While checking, nobody reads the citations' labels."""

CHECKS: Final[tuple[Callable[[Course], Iterator[Problem]], ...]] = (
    check_slugs,
    check_references,
    check_sheets,
    check_time,
    check_teaching,
    check_knowledge_tests,
    check_safety,
)
"""The checks that need nothing but the course."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of a curriculum, and the course in each language where none is an error.

    `translations` tell how far each language but the source is.
    """

    findings: list[Finding]
    courses: dict[str, Course]
    silenced: list[Silenced] = field(default_factory=list)
    translations: tuple[LanguageStatus, ...] = ()

    @property
    def sound(self) -> bool:
        return not any(severity(finding) == "error" for finding in self.findings)


def check_curriculum(curriculum: Curriculum, today: date, theme: Path | None = None) -> Checked:
    """Load and check every language; every fault of every file is found in one run.

    Args:
        curriculum: The folder with the course.
        today: The day from which the age of its contacts is counted.
        theme: The theme's folder, whose labels a course may translate and whose fonts print it; without it
            neither is checked.
    """
    with _without_collection():
        return _checked(curriculum, today, theme)


@contextmanager
def _without_collection() -> Iterator[None]:
    """All that is read stays as long as the course: to look for garbage in it takes a sixth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _checked(curriculum: Curriculum, today: date, theme: Path | None) -> Checked:
    if not curriculum.is_whole:
        return Checked(curriculum.oddities(), {})
    languages = languages_of(curriculum)
    loaded = [load_course(curriculum, language) for language in languages or (None,)]
    read = [(one, one.course, list(texts_of(one.course))) for one in loaded if one.course]
    findings = [*curriculum.oddities(), *curriculum.findings]
    findings += (finding for course in loaded for finding in course.findings)
    is_whole = not any(course.broken for course in loaded)
    courses = {}
    for one, course, texts in read:
        problems = _problems(curriculum, course, texts, today)
        choice = fit_choice(one, [p for p in problems if not p.is_doubtful(one.broken)], curriculum)
        findings += [problem.located(one, curriculum.is_local) for problem in choice.problems]
        if choice.course and one.language not in curriculum.left_out.languages:
            courses[one.language] = choice.course
    if is_whole:  # else what seems unused may be used in a broken file
        findings += _unused(curriculum, loaded[0], [(course, texts) for _, course, texts in read])
    findings += _unlisted_files(curriculum, loaded)
    translations = _Translations(curriculum, loaded, theme, FaultyLines(findings))
    findings += translations.findings
    findings += check_first_lines(curriculum)
    findings += check_pictures(curriculum)
    if theme:
        findings += check_signs(_read_trees(curriculum, loaded), theme)
    told = silence(in_reading_order(findings), curriculum.silencings())
    if is_whole:  # else what a comment silences may only be hidden
        told.findings = in_reading_order(told.findings + told.idle)
    checked = Checked(told.findings, courses, told.silenced, translations.status)
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
        of_course = {file: list(filter(self._is_of_course, texts)) for file, texts in pairs.items()}
        self.findings += check_translation(
            of_course, states, self.source, self.counts_unconfirmed, self.faulty
        )
        return language_status(states, pairs)

    def _is_of_course(self, pair: TextPair) -> bool:
        """What an organisation writes itself, nobody can have confirmed in the course."""
        return not self.curriculum.is_local(pair.source.place)

    def _labels(self, language: str) -> dict[str, list[TextPair]]:
        if self.theme is None:
            return {}
        labels = read_labels(self.theme, self.curriculum.folders, language, self.source)
        self.findings += labels.findings
        return {layout.LABELS: labels.pairs}


def _read_trees(curriculum: Curriculum, loaded: list[LoadedCourse]) -> Iterator[Node]:
    """All that the course's files say, in every language, and the labels that it brings along."""
    for course in loaded:
        yield from course.trees.values()
        for folder in curriculum.folders:
            labels = folder / layout.translation_file(layout.LABELS, course.language)
            read = read_yaml(labels, labels.as_posix()) if labels.is_file() else None
            if read and read.tree:
                yield read.tree


def _problems(
    curriculum: Curriculum, course: Course, texts: list[CourseText], today: date
) -> Iterator[Problem]:
    """What is wrong with the course in one language."""
    names = CourseNames(course, NO_WORDS)
    for check in CHECKS:
        yield from check(course)
    yield from check_contacts(course, today)
    yield from check_prose(texts, names, partial(_has_media, curriculum))
    yield from check_access(texts)
    yield from check_wording(course, texts)
    yield from check_plain_language(course, texts)
    yield from check_placeholders(texts)
    yield from check_logo(course, curriculum)


def _unused(
    curriculum: Curriculum, source: LoadedCourse, read: list[tuple[Course, list[CourseText]]]
) -> Iterator[Finding]:
    """What a sound course uses in none of its languages."""
    use = Use()
    for course, texts in read:
        use.add(course, texts)
    if use.is_known:
        for problem in check_use([course for course, _ in read], use):
            yield problem.located(source, curriculum.is_local)
        for module in read[0][0].modules:
            for name in curriculum.media(module.slug):
                if name not in use.media:
                    place = Place(curriculum.source_text(layout.media_file(name)))
                    yield Finding("R07", place, {"image": f"media:{name}"})


def _has_media(curriculum: Curriculum, name: str) -> bool:
    plain = "/" in name and not {"", ".", ".."} & {*name.split("/")}
    return plain and curriculum.has(layout.media_file(name))


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
