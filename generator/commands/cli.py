"""The commands of `tangguh`.

Exit codes: 0 done; 1 findings of severity error; 2 wrong usage; 3 something on this machine is missing.
"""

import os
import sys
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Final

import click

from generator import __version__
from generator.checking.check import Checked, check_curriculum
from generator.commands.progress import ProgressLine
from generator.doctor import main as run_doctor
from generator.doctor import missing
from generator.doctor import report as report_machine
from generator.findings.catalogue import MESSAGE_LANGUAGES, severity
from generator.findings.report import report
from generator.model.course import Course
from generator.publishing.build import BuildPlan, build
from generator.publishing.errors import OutputError, PublishingError
from generator.publishing.paper import A4, PAPERS
from generator.reading.loading import Curriculum
from generator.rendering.theme import Theme, ThemeError
from generator.views.handbook import BOOKLET, ON_REQUEST, PRINTABLE, USUAL

PROJECT: Final = Path(__file__).resolve().parent.parent.parent
FINDINGS: Final = 1
USAGE: Final = 2
MACHINE: Final = 3


def main() -> None:
    """Run the command line."""
    cli(prog_name="tangguh")


def _in_project(name: str) -> Path:
    """A folder of the project, seen from where the command was called."""
    return Path(os.path.relpath(PROJECT / name))


def message_language() -> str:
    """The language of messages: that of the environment where there are messages in it, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(name, "").partition("_")[0].partition(".")[0]
        if code:
            return code if code in MESSAGE_LANGUAGES else "en"
    return "en"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tangguh")
def cli() -> None:
    """Turn YAML training modules into a training site and printable handbooks."""


curriculum_option = click.option(
    "--curriculum",
    type=click.Path(path_type=Path, file_okay=False),
    default=lambda: _in_project("curriculum"),
    show_default="curriculum",
    help="The folder with the course.",
)
quiet_option = click.option("--quiet", is_flag=True, help="Say only what is wrong.")
verbose_option = click.option("--verbose", is_flag=True, help="Name each file as it is made.")
language_option = click.option(
    "--language",
    "words",
    type=click.Choice(MESSAGE_LANGUAGES),
    default=message_language,
    help="The language of the messages.",
)


@cli.command("check")
@curriculum_option
@quiet_option
@language_option
def check_command(curriculum: Path, quiet: bool, words: str) -> None:
    """Report every fault of the curriculum; build nothing."""
    checked = _check(curriculum, words)
    if not quiet:
        click.echo(_summary(checked, words))
    sys.exit(0 if checked.sound else FINDINGS)


@cli.command("build")
@curriculum_option
@quiet_option
@verbose_option
@click.option("--language", "only_language", help="Build one language only, such as id.")
@click.option("--module", help="Print the handbooks of one module only, by its slug.")
@click.option(
    "--only", type=click.Choice(["site", "handbooks"]), help="Build only the site or the handbooks."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=lambda: _in_project("site"),
    show_default="site",
    help="Where to put the result.",
)
@click.option(
    "--edition",
    "editions",
    multiple=True,
    type=click.Choice(PRINTABLE),
    help="Print this edition only; may be given more than once. "
    f"Without it everything but {' and '.join(ON_REQUEST)}.",
)
@click.option("--booklet", is_flag=True, help="Print the participant's workbook to fold and staple, too.")
@click.option(
    "--paper",
    type=click.Choice(list(PAPERS)),
    default=A4.name,
    show_default=True,
    help="What to print on; f4 is the Indonesian folio (215 x 330 mm).",
)
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, help="How many at once.")
def build_command(
    curriculum: Path,
    quiet: bool,
    verbose: bool,
    only_language: str | None,
    module: str | None,
    only: str | None,
    output: Path,
    editions: tuple[str, ...],
    booklet: bool,
    paper: str,
    jobs: int,
) -> None:
    """Check the curriculum, then write the site and all handbooks."""
    words = message_language()
    checked = _check(curriculum, words)
    if not checked.sound:
        click.echo(_summary(checked, words), err=True)
        sys.exit(FINDINGS)
    courses = checked.courses
    if only_language is not None:
        _require(only_language, courses, "--language")
    if module is not None:
        _require(module, [one.slug for one in next(iter(courses.values())).modules], "--module")
    plan = BuildPlan(
        curriculum=curriculum,
        theme=Theme(PROJECT / "theme"),
        settings=PROJECT / "mkdocs.yml",
        work=PROJECT / "build",
        output=output,
        jobs=jobs,
        site=only != "handbooks",
        handbooks=only != "site",
        module=module,
        language=only_language,
        editions=frozenset(editions or USUAL) | ({BOOKLET.asked_as} if booklet else frozenset()),
        paper=PAPERS[paper],
    )
    if plan.handbooks and missing("build"):
        click.echo("\n".join(report_machine("build")), err=True)
        sys.exit(MACHINE)
    _build(plan, courses, ProgressLine(quiet, verbose))


def _build(plan: BuildPlan, courses: Mapping[str, Course], line: ProgressLine) -> None:
    try:
        printed = build(plan, courses, line.show)
    except (PublishingError, ThemeError) as error:
        line.finish()
        click.echo(str(error), err=True)
        sys.exit(USAGE if isinstance(error, OutputError) else FINDINGS)
    except OSError as error:
        line.finish()
        click.echo(f"{error.strerror or error}: {error.filename or ''}", err=True)
        sys.exit(MACHINE)
    line.finish()
    made = [f"{len(printed)} PDF, {sum(one.pages for one in printed)} pages"] if plan.handbooks else []
    if plan.site:
        made.append(f"open {plan.output / 'index.html'}")
    line.say(f"{plan.output}: {'; '.join(made)}")


@cli.command("doctor", context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def doctor_command(arguments: tuple[str, ...]) -> None:
    """Say what this machine has and lacks, with the command that mends it."""
    sys.exit(run_doctor(list(arguments)))


def _check(curriculum: Path, words: str) -> Checked:
    if not curriculum.is_dir():
        raise click.BadParameter(f"{curriculum} is no folder", param_hint="--curriculum")
    checked = check_curriculum(Curriculum(curriculum), date.today())
    if checked.findings:
        click.echo(report(checked.findings, words), err=True)
    return checked


def _summary(checked: Checked, words: str) -> str:
    errors = sum(severity(finding) == "error" for finding in checked.findings)
    warnings = len(checked.findings) - errors
    if words == "id":
        return f"{errors} kesalahan, {warnings} peringatan"
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"


def _require(value: str, known: Collection[str], option: str) -> None:
    if value not in known:
        raise click.BadParameter(f"{value!r} is not there; possible: {', '.join(known)}", param_hint=option)
