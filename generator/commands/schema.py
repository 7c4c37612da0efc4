"""`tangguh schema`: the JSON Schemas by which editors complete, explain and check the curriculum's files."""

import sys
from pathlib import Path
from typing import Final

import click

from generator.authoring.first_line import with_first_line
from generator.authoring.schema_files import schema_files
from generator.commands.options import FINDINGS, MACHINE, curriculum_option, language_option, quiet_option
from generator.findings.finding import in_reading_order
from generator.findings.report import report
from generator.reading.file_kind import SCHEMAS, first_line
from generator.reading.loading import Curriculum

TELLING: Final = {
    "id": {
        "written": "{folder}: {count} skema, {changed} berubah",
        "fresh": "{folder}: {count} skema, semuanya sesuai",
        "stale": "{file}: skema ini tidak sesuai lagi; jalankan `tangguh schema`",
        "lines": "{count} berkas, baris pertama {changed} di antaranya diperbaiki",
        "line": "{file}: baris pertama harus `{line}`; jalankan `tangguh schema --first-lines`",
    },
    "en": {
        "written": "{folder}: {count} schemas, {changed} changed",
        "fresh": "{folder}: {count} schemas, all up to date",
        "stale": "{file}: this schema is out of date; run `tangguh schema`",
        "lines": "{count} files, the first lines of {changed} of them mended",
        "line": "{file}: the first line has to be `{line}`; run `tangguh schema --first-lines`",
    },
}


@click.command("schema")
@curriculum_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    show_default=f"{SCHEMAS} in the curriculum's folder",
    help="Where to put the schemas.",
)
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; end with 1 if anything is out of date."
)
@click.option(
    "--first-lines", "lines", is_flag=True, help="Also let every file's first line name its schema."
)
@quiet_option
@language_option
def schema_command(
    curriculum: Path, output: Path | None, only_check: bool, lines: bool, quiet: bool, words: str
) -> None:
    """Write the schemas of the curriculum's files, for editors."""
    if not curriculum.is_dir():
        raise click.BadParameter(f"{curriculum} is no folder", param_hint="--curriculum")
    if odd := Curriculum(curriculum).oddities():  # nothing is written where a link may lead elsewhere
        click.echo(report(in_reading_order(odd), words), err=True)
        sys.exit(FINDINGS)
    folder = output or curriculum / SCHEMAS
    wanted = {folder / Path(file).relative_to(SCHEMAS): text for file, text in schema_files().items()}
    mended = _first_lines(curriculum) if lines else {}
    try:
        stale = {path: text for path, text in wanted.items() if _standing(path) != text}
        if only_check:
            _tell_stale(stale, mended, words)
        else:
            _write(stale | mended)
    except OSError as error:
        click.echo(f"{error.strerror or error}: {error.filename or ''}", err=True)
        sys.exit(MACHINE)
    if only_check and (stale or mended):
        sys.exit(FINDINGS)
    if not quiet:
        telling = TELLING[words]["fresh" if only_check else "written"]
        click.echo(telling.format(folder=folder, count=len(wanted), changed=len(stale)))
        if lines:
            count = len(Curriculum(curriculum).files())
            click.echo(TELLING[words]["lines"].format(count=count, changed=len(mended)))


def _first_lines(curriculum: Path) -> dict[Path, str]:
    """Each file whose first line has to change, with its new text."""
    changed = {}
    for file in Curriculum(curriculum).files():
        line = first_line(file)
        path = curriculum / file
        text = _standing(path)
        if line and text is not None and text.partition("\n")[0].rstrip() != line:
            changed[path] = with_first_line(text, line)
    return changed


def _standing(path: Path) -> str | None:
    """A file's text as it stands, line breaks and all; None where there is none, or it is no text."""
    try:
        return path.read_bytes().decode("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def _tell_stale(stale: dict[Path, str], mended: dict[Path, str], words: str) -> None:
    for path in stale:
        click.echo(TELLING[words]["stale"].format(file=path), err=True)
    for path, text in mended.items():
        line = text.partition("\n")[0].strip()
        click.echo(TELLING[words]["line"].format(file=path, line=line), err=True)


def _write(texts: dict[Path, str]) -> None:
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
