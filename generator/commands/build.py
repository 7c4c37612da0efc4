"""`tangguh build`: the site and the handbooks."""

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import click

from generator.commands.build_table import build_table
from generator.commands.checked import checked_curriculum, summary
from generator.commands.options import (
    FINDINGS,
    MACHINE,
    USAGE,
    curriculum_option,
    in_project,
    local_option,
    message_language,
    of_project,
    quiet_option,
    require_known,
    source_language,
    verbose_option,
)
from generator.commands.progress import ProgressLine
from generator.doctor import missing
from generator.doctor import report as report_machine
from generator.model.course import Course
from generator.publishing.build import BuildPlan, build
from generator.publishing.errors import OutputError, PublishingError
from generator.publishing.front import INDEX
from generator.publishing.paper import A4, PAPERS
from generator.rendering.theme import Theme, ThemeError
from generator.views.handbook import BOOKLET, ON_REQUEST, PRINTABLE, USUAL


@click.command("build")
@curriculum_option
@local_option
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
    default=lambda: in_project("site"),
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
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=lambda: os.cpu_count() or 1,
    show_default="as many as this machine has cores",
    help="How many processes work at once.",
)
@click.option(
    "--cache/--no-cache",
    "use_cache",
    default=True,
    help="Whether to take over what earlier builds made. Without it everything is made anew; the result is "
    "the same.",
)
def build_command(
    curriculum: Path,
    local: Path | None,
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
    use_cache: bool,
) -> None:
    """Check the curriculum, then write the site and all handbooks."""
    words = message_language(source_language(curriculum))
    checked = checked_curriculum(curriculum, words, local)
    if not checked.sound:
        click.echo(summary(checked, words), err=True)
        sys.exit(FINDINGS)
    courses = checked.courses
    if only_language is not None:
        require_known(only_language, courses, "--language")
    if module is not None:
        require_known(module, [one.slug for one in next(iter(courses.values())).modules], "--module")
    plan = BuildPlan(
        curriculum=curriculum,
        theme=Theme(of_project("theme"), (curriculum, *([local] if local else ())), next(iter(courses))),
        translations=checked.translations,
        settings=of_project("mkdocs.yml"),
        work=of_project("build"),
        output=output,
        jobs=jobs,
        site=only != "handbooks",
        handbooks=only != "site",
        module=module,
        language=only_language,
        editions=frozenset(editions or USUAL) | ({BOOKLET.asked_as} if booklet else frozenset()),
        paper=PAPERS[paper],
        local=local,
        use_cache=use_cache,
    )
    if plan.handbooks and missing("build"):
        click.echo("\n".join(report_machine("build")), err=True)
        sys.exit(MACHINE)
    _build(plan, courses, ProgressLine(quiet, verbose), words)


def _build(plan: BuildPlan, courses: Mapping[str, Course], line: ProgressLine, words: str) -> None:
    started = time.perf_counter()
    try:
        made = build(plan, courses, line.show)
    except (PublishingError, ThemeError) as error:
        line.finish()
        click.echo(str(error), err=True)
        sys.exit(USAGE if isinstance(error, OutputError) else FINDINGS)
    except OSError as error:
        line.finish()
        click.echo(f"{error.strerror or error}: {error.filename or ''}", err=True)
        sys.exit(MACHINE)
    line.finish()
    line.say(build_table(made, time.perf_counter() - started, words))
    line.say(str(plan.output / INDEX if plan.site else plan.output))
