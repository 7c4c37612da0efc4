"""What the commands of `tangguh translate` share: the course with its translations, and how they are told."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from generator.commands.options import FINDINGS, of_project
from generator.commands.translate_words import say
from generator.findings.finding import Finding, in_reading_order
from generator.findings.report import report
from generator.model.layout import LABELS, translated_from
from generator.reading.labels import read_labels
from generator.reading.loading import Curriculum, LoadedCourse, languages_of, load_course
from generator.reading.overlay import TextPair
from generator.translating.confirmation import Confirmations
from generator.translating.lock_file import read_lock
from generator.translating.state import States


@dataclass(frozen=True, slots=True)
class Translation:
    """The course in one language beside its source: every text of each file, and how it stands."""

    language: str
    loaded: LoadedCourse
    findings: list[Finding]
    pairs: dict[str, list[TextPair]]
    states: States


@dataclass(frozen=True, slots=True)
class Translations:
    """A course with all its languages, the source first."""

    curriculum: Curriculum
    languages: tuple[str, ...]
    confirmations: Confirmations
    lock_findings: list[Finding]

    def into(self, language: str) -> Translation:
        """The translation into a language."""
        loaded = load_course(self.curriculum, language)
        labels = read_labels(of_project("theme"), self.curriculum.folders, language, self.languages[0])
        pairs = loaded.pairs | ({LABELS: labels.pairs} if labels.pairs else {})
        findings = loaded.findings + labels.findings
        return Translation(language, loaded, findings, pairs, States(language, pairs, self.confirmations))

    def chosen(self, language: str | None, words: str) -> tuple[str, ...]:
        """This language, or for None every one but the source.

        Raises:
            click.BadParameter: It is none that the course is translated into.
        """
        source, *others = self.languages
        if language is None:
            return tuple(others)
        if language in others:
            return (language,)
        if language == source:
            raise click.BadParameter(say("is-source", words, language=language))
        known = ", ".join(others) or "–"
        raise click.BadParameter(say("unknown-language", words, language=language, known=known))


def open_translations(curriculum: Path, words: str) -> Translations:
    """The course in a folder; where it is no course, that is told and the program ends."""
    if not curriculum.is_dir():
        raise click.BadParameter(f"{curriculum} is no folder", param_hint="--curriculum")
    course = Curriculum(curriculum)
    if odd := course.oddities():  # nothing is written where a link may lead elsewhere
        tell_and_stop(odd, words)
    languages = languages_of(course)
    if not languages:
        tell_and_stop(load_course(course).findings, words)
    confirmations, findings = read_lock(curriculum)
    return Translations(course, languages, confirmations, findings)


def tell(findings: Iterable[Finding], words: str) -> None:
    """Show findings as `tangguh check` does."""
    click.echo(report(in_reading_order(list(findings)), words), err=True)


def tell_and_stop(findings: Iterable[Finding], words: str) -> None:
    """Show findings and end the program as one with findings ends."""
    tell(findings, words)
    sys.exit(FINDINGS)


def files_named(argument: str, root: Path, files: Iterable[str]) -> list[tuple[str | None, str]]:
    """The source files that an argument names, each with the language that it names too, or None.

    Args:
        argument: A file or folder, of the source or of a translation, seen from here or from the course.
        root: The course's folder.
        files: The source files that there are.
    """
    path = Path(argument)
    if path.exists() and path.resolve().is_relative_to(root.resolve()):
        path = path.resolve().relative_to(root.resolve())
    wanted = path.as_posix().removesuffix("/")
    language = None
    if translation := translated_from(wanted):
        language, wanted = translation
    if wanted in ("", "."):
        return [(language, file) for file in files]
    return [(language, file) for file in files if file == wanted or file.startswith(f"{wanted}/")]
