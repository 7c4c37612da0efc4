"""`tangguh compare`: what a change does to minutes and pages."""

from pathlib import Path

import click

from generator.commands.options import in_project, language_option
from generator.publishing.comparison import comparison
from generator.publishing.record import MARK, NO_RECORD, Record, read_record

built_site = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command("compare")
@click.argument("before", type=built_site)
@click.argument("after", type=built_site, default=lambda: in_project("site"))
@language_option
def compare_command(before: Path, after: Path, words: str) -> None:
    """Compare two built sites: minutes of the sessions and pages of the PDFs, as Markdown tables.

    BEFORE and AFTER are folders that `tangguh build` wrote; AFTER is the project's site by default.
    """
    click.echo(comparison(_record(before, words), _record(after, words), words))


def _record(folder: Path, words: str) -> Record:
    record = read_record(folder)
    if record == NO_RECORD:
        raise click.UsageError(_no_record(folder, words))
    return record


def _no_record(folder: Path, words: str) -> str:
    if words == "id":
        return f"{folder} tidak punya {MARK} yang utuh; pakai folder yang dibuat `tangguh build`"
    return f"{folder} has no sound {MARK}; give a folder that `tangguh build` wrote"
