"""`tangguh build`: the site and the handbooks."""

import gc
import os
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

import click

from generator.commands.build_table import build_table
from generator.commands.checked import findings_of, summary, tell_findings, told_findings
from generator.commands.options import (
    FINDINGS,
    MACHINE,
    USAGE,
    colour_on,
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
from generator.publishing.build import CACHE, BuildPlan, build, get_ready
from generator.publishing.cache import Cache
from generator.publishing.errors import MachineError, OutputError, PublishingError
from generator.publishing.front import INDEX
from generator.publishing.jobs import Workers, workers
from generator.publishing.last_build import LastBuild, find_last_build, made_from, remember_build
from generator.publishing.paper import A4, PAPERS
from generator.publishing.sentence import Sentence
from generator.publishing.tally import Count, Tally
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
    type=click.Path(path_type=Path),
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
    started = time.perf_counter()
    words = message_language(source_language(curriculum))
    line = ProgressLine(quiet, verbose)
    folders = (curriculum, *([local] if local else ()))
    asked = _Asked(words, only_language, module, only, editions, booklet, paper, folders)
    cache = Cache(of_project("build") / CACHE if use_cache else None)
    before = asked.digest()
    if last := find_last_build(cache, output, before):
        tell_findings(last.told)
        _tell(line, last.counts, started, words, output)
        return
    with workers(jobs) as pool:
        pool.warm_up(get_ready, only != "handbooks", only != "site")
        checked = findings_of(curriculum, local)
        gc.freeze()  # the course stays: looking through it for garbage would take longer than sending it
        told = told_findings(checked, words)
        tell_findings(told)
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
            theme=Theme(of_project("theme"), folders, next(iter(courses))),
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
        made = _build(plan, courses, line, words, pool)
    with suppress(OSError):  # the output is there; the next build only takes longer
        remember_build(cache, output, LastBuild(before, told, tuple(made)))
    _tell(line, made, started, words, output)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a build was asked for, as far as the output and what is told depend on it."""

    words: str
    language: str | None
    module: str | None
    only: str | None
    editions: tuple[str, ...]
    booklet: bool
    paper: str
    folders: tuple[Path, ...]

    def digest(self) -> str:
        """A digest of what was asked for, of everything that is read for it, and of the day: findings say
        what is long past.
        """
        options = [str(getattr(self, field.name)) for field in fields(self)]
        day, colour = date.today().isoformat(), str(colour_on(sys.stderr))
        read = (*self.folders, of_project("theme"), of_project("mkdocs.yml"), of_project("generator"))
        return made_from([*options, day, colour], read)


def _build(
    plan: BuildPlan, courses: Mapping[str, Course], line: ProgressLine, words: str, pool: Workers
) -> Tally:
    def tell(sentence: Sentence) -> None:
        line.finish()
        click.echo(sentence.in_language(words), err=True)

    try:
        return build(plan, courses, line.show, tell, pool)
    except PublishingError as error:
        line.finish()
        click.echo(error.in_language(words), err=True)
        sys.exit(_exit_code(error))
    except ThemeError as error:
        line.finish()
        click.echo(str(error), err=True)
        sys.exit(FINDINGS)
    except OSError as error:
        tell(Sentence("cannot", file=error.filename or plan.output, reason=error.strerror or error))
        sys.exit(MACHINE)


def _tell(line: ProgressLine, counts: Iterable[Count], started: float, words: str, output: Path) -> None:
    line.finish()
    line.say(build_table(counts, time.perf_counter() - started, words))
    line.say(str(output / INDEX if (output / INDEX).is_file() else output))


def _exit_code(error: PublishingError) -> int:
    if isinstance(error, MachineError):
        return MACHINE
    return USAGE if isinstance(error, OutputError) else FINDINGS
