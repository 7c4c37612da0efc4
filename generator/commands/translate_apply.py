"""`tangguh translate apply`: takes a translator's PO file over into the translation's YAML files."""

import os
import sys
from pathlib import Path

import click

from generator.commands.options import FINDINGS, curriculum_option, language_option, of_project
from generator.commands.translate_words import say
from generator.commands.translation import (
    Translation,
    Translations,
    open_translations,
    tell,
    tell_and_stop,
)
from generator.findings.message import printable, severity
from generator.model.layout import LABELS, translation_file
from generator.reading.labels import label_files
from generator.reading.tree import Node
from generator.reading.yaml_file import read_yaml
from generator.translating.application import Application, head_of, work_out
from generator.translating.catalogue import CatalogueFile, read_catalogue
from generator.translating.lock_file import write_lock, write_whole
from generator.translating.overlay_file import edited, new_file


@click.command("apply")
@click.argument("language")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@curriculum_option
@language_option
@click.option("--confirm/--no-confirm", default=True, help="Whether what is taken over counts as confirmed.")
@click.option("--with-fuzzy", is_flag=True, help="Take over what is marked as doubtful, unconfirmed.")
def apply_command(
    language: str, file: Path, curriculum: Path, words: str, confirm: bool, with_fuzzy: bool
) -> None:
    """Take a translator's PO FILE over into the files of LANGUAGE; what it does not change stays as it is."""
    course = open_translations(curriculum, words)
    course.chosen(language, words)
    if course.lock_findings:
        tell_and_stop(course.lock_findings, words)
    translation = course.into(language)
    if any(severity(finding) == "error" for finding in translation.findings):
        tell(translation.findings, words)
        raise click.ClickException(say("faults", words))
    catalogue = _catalogue(file, language, words)
    found = work_out(catalogue, translation.pairs, translation.states, with_fuzzy)
    for entry in sorted(found.left_out, key=lambda entry: entry.line):
        sentence = say(entry.why, words, context=printable(entry.context))
        click.echo(f"{file}:{entry.line}: {sentence}", err=True)
    contents = {name: _content(course, translation, name, found) for name in found.texts}
    for name, content in contents.items():
        path = curriculum / translation_file(name, language)
        write_whole(path, content.encode())
        click.echo(say("written-file", words, file=path.as_posix(), count=len(found.changed[name])))
    confirmed = found.confirmed if confirm else {}
    if confirmed:
        write_lock(curriculum, course.confirmations.replaced((), confirmed))
    _conclude(catalogue, found, len(confirmed), words)
    sys.exit(FINDINGS if found.left_out else 0)


def _conclude(catalogue: CatalogueFile, found: Application, confirmed: int, words: str) -> None:
    if found.count or confirmed:
        click.echo(say("applied", words, count=found.count, confirmed=confirmed))
    else:
        click.echo(say("nothing-applied", words))
    for what, count in (("fuzzy", found.fuzzy), ("obsolete", catalogue.obsolete)):
        if count:
            click.echo(say(what, words, count=count))


def _catalogue(file: Path, language: str, words: str) -> CatalogueFile:
    """The catalogue; where it cannot be used, the program ends."""
    catalogue = read_catalogue(file.read_bytes())
    if catalogue.fault:
        raise click.ClickException(f"{file}:{catalogue.fault_line}: {say(catalogue.fault, words)}")
    there = catalogue.language or language
    if there != language and there.partition("-")[0] != language:
        sentence = say("other-language", words, found=printable(there), language=language)
        raise click.ClickException(f"{file}:1: {sentence}")
    return catalogue


def _content(course: Translations, translation: Translation, name: str, found: Application) -> str:
    """A translation's file as it is to be."""
    root, language = course.curriculum.root, translation.language
    path = root / translation_file(name, language)
    source = _source(course, name, language)
    if path.is_file():
        now = path.read_bytes().decode()
        return edited(now, source, found.texts[name], frozenset(found.changed[name]))
    return new_file(source, found.texts[name], _head(course, path, name, language))


def _source(course: Translations, name: str, language: str) -> Node:
    if name == LABELS:
        path = label_files(of_project("theme"), (), language, course.languages[0])[0]
        tree = read_yaml(path, path.as_posix()).tree
    else:
        tree = course.curriculum.read(name).tree
    if tree is None:
        raise click.ClickException(name)  # its texts came from this tree
    return tree


def _head(course: Translations, path: Path, name: str, language: str) -> str:
    """The first comments of a new file: those of its translation into another language, or its source's."""
    root = course.curriculum.root
    others = [root / translation_file(name, code) for code in course.languages[1:] if code != language]
    head = head_of(other.read_text(encoding="utf-8") if other.is_file() else None for other in others)
    source = root / name
    if head or not source.is_file():
        return head
    return _moved(head_of([source.read_text(encoding="utf-8")]), source.parent, path.parent)


def _moved(head: str, before: Path, after: Path) -> str:
    """Comments from a file of another folder, of which only the one that names a schema belongs here, too."""
    mark = "$schema="
    for line in head.splitlines(keepends=True):
        start, found, address = line.rstrip().partition(mark)
        if found and "://" not in address:
            return f"{start}{mark}{Path(os.path.relpath(before / address, after)).as_posix()}\n"
        if found:
            return line
    return ""
