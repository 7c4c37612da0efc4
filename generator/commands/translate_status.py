"""`tangguh translate status`: how far each translation is."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import click

from generator.commands.options import curriculum_option, language_option
from generator.commands.translate_words import say
from generator.commands.translation import open_translations, tell
from generator.translating.state import State
from generator.translating.status import FileStatus, LanguageStatus, Progress, language_status

COLUMNS: Final = (State.MISSING, State.IDENTICAL, State.STALE, State.UNCONFIRMED)


@click.command("status")
@click.argument("language", required=False)
@curriculum_option
@language_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--all", "show_all", is_flag=True, help="Show complete files, too.")
def status_command(language: str | None, curriculum: Path, words: str, form: str, show_all: bool) -> None:
    """Say how far each translation is: per language and file."""
    course = open_translations(curriculum, words)
    if course.lock_findings:
        tell(course.lock_findings, words)
    translations = [course.into(code) for code in course.chosen(language, words)]
    statuses = [language_status(one.states, one.pairs) for one in translations]
    if form == "json":
        click.echo(json.dumps({"languages": [_language(status) for status in statuses]}, indent=2))
    elif not statuses:
        click.echo(say("one-language", words))
    else:
        click.echo("\n\n".join(_table(status, words, show_all) for status in statuses))


def _language(status: LanguageStatus) -> dict[str, Any]:
    files = [
        {"source": file.source, "translation": file.translation} | _counts(file.progress)
        for file in status.files
    ]
    return {"language": status.language} | _counts(status.progress) | {"files": files}


def _counts(progress: Progress) -> dict[str, Any]:
    counts = {state.value: progress.count(state) for state in COLUMNS}
    facts = {"texts": progress.texts, "translated": progress.translated, "percent": progress.percent}
    return facts | counts


def _table(status: LanguageStatus, words: str, show_all: bool) -> str:
    total = status.progress
    facts = {"translated": total.translated, "texts": total.texts, "percent": total.percent}
    summary = say("summary", words, language=status.language, **facts)
    shown = [file for file in status.files if show_all or not file.progress.complete]
    rest = len(status.files) - len(shown)
    lines = [summary, *(_rows(shown, words) if shown else ())]
    if rest:
        lines.append(say("others-done" if shown else "all-done", words, count=rest))
    return "\n".join(lines)


def _rows(files: Iterable[FileStatus], words: str) -> list[str]:
    """The table's lines; 0 is a dot, so that what is left to do stands out."""
    heads = [say(name, words) for name in ("file", "texts", *(state.value for state in COLUMNS))]
    rows = [
        [file.translation, str(file.progress.texts), *(_number(file.progress.count(s)) for s in COLUMNS)]
        for file in files
    ]
    widths = [max(len(row[column]) for row in (heads, *rows)) for column in range(len(heads))]
    return [_row(row, widths) for row in (heads, *rows)]


def _row(cells: list[str], widths: list[int]) -> str:
    first, *numbers = (
        cell.rjust(width) if column else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join([first, *numbers])


def _number(count: int) -> str:
    return str(count) if count else "·"
