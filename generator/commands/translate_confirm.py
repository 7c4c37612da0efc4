"""`tangguh translate confirm`: records that texts and their translations belong together."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from generator.commands.options import FINDINGS, curriculum_option, language_option
from generator.commands.translate_words import say
from generator.commands.translation import (
    Translation,
    Translations,
    files_named,
    open_translations,
    tell,
    tell_and_stop,
)
from generator.findings.finding import Finding
from generator.findings.message import severity
from generator.model.layout import LABELS, translation_file
from generator.translating.confirmation import Confirmation, TextName, confirmation_of
from generator.translating.lock_file import write_lock

MISSING: Final = frozenset({"F23", "L01", "L02", "S07"})


@dataclass(frozen=True, slots=True)
class FileToConfirm:
    """A file in one language: what would be confirmed, and what forbids it."""

    language: str
    source: str
    new: dict[TextName, Confirmation]
    stale: int
    unconfirmed: int
    missing: int
    findings: tuple[Finding, ...]

    @property
    def waits(self) -> bool:
        return bool(self.stale or self.unconfirmed)

    @property
    def translation(self) -> str:
        return translation_file(self.source, self.language)

    @property
    def faults(self) -> int:
        return sum(severity(finding) == "error" for finding in self.findings)

    @property
    def refused(self) -> bool:
        return bool(self.missing or self.faults)


@click.command("confirm")
@click.argument("arguments", nargs=-1, metavar="[LANGUAGE] [FILES]...")
@curriculum_option
@language_option
@click.option("--all", "everything", is_flag=True, help="Confirm every file without asking.")
def confirm_command(arguments: tuple[str, ...], curriculum: Path, words: str, everything: bool) -> None:
    """Record that translations were compared with their source.

    Without FILES or --all it lists what is stale or was never confirmed, and asks.
    """
    course = open_translations(curriculum, words)
    if course.lock_findings:
        tell_and_stop(course.lock_findings, words)
    files = list(_files(course, arguments, words))
    named = len(arguments) > (bool(arguments) and arguments[0] in course.languages)
    waiting = [file for file in files if file.waits and not file.refused]
    if not (named or everything) and waiting:
        click.echo("\n".join(_told(file, "waiting", words) for file in waiting))
        if not click.confirm(say("ask", words), default=False):
            return
    refused = [file for file in files if file.refused and (named or everything or file.waits)]
    _confirm(course, [file for file in files if not file.refused], words, everything=not named)
    for file in refused:
        tell(file.findings, words)
        click.echo(_told(file, "refused", words), err=True)
    sys.exit(FINDINGS if refused else 0)


def _told(file: FileToConfirm, what: str, words: str) -> str:
    return say(
        what,
        words,
        file=file.translation,
        stale=file.stale,
        new=file.unconfirmed,
        missing=file.missing,
        faults=file.faults,
    )


def _files(course: Translations, arguments: tuple[str, ...], words: str) -> Iterator[FileToConfirm]:
    """What the arguments name: a language, files, or both; for none of them everything."""
    language = arguments[0] if arguments and _is_language(arguments[0]) else None
    names = arguments[language is not None :]
    found: set[str] = set()
    for translation in [course.into(code) for code in course.chosen(language, words)]:
        wanted = set() if names else set(translation.pairs)
        for name in names:
            for code, file in files_named(name, course.curriculum.root, translation.pairs):
                found.add(name)
                if code in (None, translation.language):
                    wanted.add(file)
        yield from (
            _file(translation, file, course.curriculum.root.as_posix())
            for file in translation.pairs
            if file in wanted
        )
    for name in names:
        if name not in found:
            raise click.BadParameter(say("unknown-file", words, file=name))


def _is_language(argument: str) -> bool:
    """Whether it looks like a language's code rather than a file."""
    return "." not in argument and "/" not in argument and not Path(argument).exists()


def _file(translation: Translation, file: str, root: str) -> FileToConfirm:
    pairs = translation.pairs[file]
    states = translation.states
    findings = tuple(
        finding
        for finding in translation.findings
        if finding.place.source.path
        in (f"{root}/{file}", f"{root}/{translation_file(file, states.language)}")
        and (finding.code in MISSING or severity(finding) == "error")
    )
    return FileToConfirm(
        translation.language,
        file,
        {(translation.language, file, pair.key): confirmation_of(pair) for pair in pairs if pair.translation},
        sum(states.is_stale(file, pair) for pair in pairs),
        sum(states.is_unconfirmed(file, pair) for pair in pairs),
        sum(pair.translation is None for pair in pairs),
        findings,
    )


def _confirm(course: Translations, files: Iterable[FileToConfirm], words: str, everything: bool) -> None:
    """Write the lock with what is confirmed now and without what is no longer there."""
    before = course.confirmations
    new: dict[TextName, Confirmation] = {}
    for file in files:
        new |= file.new
        if file.waits:
            click.echo(_told(file, "confirmed", words))
    confirmed_files = {name[:2] for name in new}
    gone = [
        name
        for name in before.by_name
        if name[:2] in confirmed_files
        or (everything and name[1] != LABELS and not course.curriculum.has(name[1]))
    ]
    after = before.replaced(gone, new)
    if after.by_name != before.by_name or not before.begun:
        write_lock(course.curriculum.root, after)
    if not any(file.waits for file in files):
        click.echo(say("nothing-to-confirm", words))
