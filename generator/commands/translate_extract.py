"""`tangguh translate extract`: writes a translation as PO, for Poedit, Weblate and the like."""

from datetime import UTC, datetime
from pathlib import Path

import click

from generator.commands.options import curriculum_option, language_option, require_known
from generator.commands.translate_words import say
from generator.commands.translation import Translation, open_translations, tell, tell_and_stop
from generator.findings.message import severity
from generator.model.layout import COURSE
from generator.translating.application import work_out
from generator.translating.catalogue import CatalogueFile, CatalogueHead, read_catalogue, write_catalogue
from generator.translating.lock_file import write_whole


@click.command("extract")
@click.argument("language")
@curriculum_option
@language_option
@click.option("--module", help="Only the texts of one module, by its slug.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@click.option("--overwrite", is_flag=True, help="Replace a file that holds translations not yet applied.")
def extract_command(
    language: str, curriculum: Path, words: str, module: str | None, output: Path | None, overwrite: bool
) -> None:
    """Write the texts of the course and their translations into LANGUAGE as gettext PO."""
    course = open_translations(curriculum, words)
    course.chosen(language, words)
    translation = course.into(language)
    if any(severity(finding) == "error" for finding in translation.findings):
        tell(translation.findings, words)
        raise click.ClickException(say("faults", words))
    if course.lock_findings:
        tell_and_stop(course.lock_findings, words)
    if module is not None and translation.loaded.course:
        require_known(module, [one.slug for one in translation.loaded.course.modules], "--module")
    home = f"modules/{module}/" if module else ""
    pairs = {file: texts for file, texts in translation.pairs.items() if file.startswith(home)}
    output = output or Path(f"{module or curriculum.resolve().name}-{language}.po")
    earlier = {} if overwrite else _earlier(output, translation, words)
    title = next((pair.source_text for pair in translation.pairs[COURSE] if pair.key == "title"), "Tangguh")
    head = CatalogueHead(title, language, datetime.now(UTC))
    write_whole(output, write_catalogue(head, pairs, translation.states, earlier))
    count = sum(map(len, pairs.values()))
    click.echo(say("extracted", words, output=output, texts=count, language=language))


def _earlier(output: Path, translation: Translation, words: str) -> dict[str, str]:
    """The source's texts in the file that is to be replaced; it must not hold a translator's work."""
    if not output.exists():
        return {}
    catalogue = read_catalogue(output.read_bytes())
    if catalogue.fault:
        raise click.ClickException(say("in-the-way", words, output=output, line=catalogue.fault_line))
    if count := _unapplied(catalogue, translation):
        facts = {"output": output, "count": count, "language": translation.language}
        raise click.ClickException(say("unapplied", words, **facts))
    return {entry.context: entry.source for entry in catalogue.entries}


def _unapplied(catalogue: CatalogueFile, translation: Translation) -> int:
    found = work_out(catalogue, translation.pairs, translation.states, with_fuzzy=True)
    return found.count
