"""What every `tangguh new` shares: reading the course, proposing, writing, and telling what to do next."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from generator.authoring.listing import ListingError, with_entry
from generator.authoring.proposal import Proposal, Writer
from generator.commands.new.asking import Asking, slug_from
from generator.commands.new.words import REPORT
from generator.commands.new.writing import standing, write
from generator.commands.options import FINDINGS, MACHINE
from generator.findings.finding import in_reading_order
from generator.findings.report import report
from generator.model import layout
from generator.model.course import Course
from generator.model.module import Module
from generator.reading.loading import Curriculum, load_course
from generator.reading.tree import Path as TreePath
from generator.reading.tree import child, to_data


@dataclass(frozen=True, slots=True)
class Beginning:
    """A course that something is added to, and how to speak with whoever adds it."""

    curriculum: Curriculum
    course: Course
    asking: Asking

    @property
    def writer(self) -> Writer:
        return Writer(self.course.languages, self.asking.words)

    def module(self, slug: str) -> Module:
        return next(module for module in self.course.modules if module.slug == slug)

    def new_slug(self, given: str | None, title: str, taken: dict[str, str]) -> str:
        """A slug that is not taken; where nothing is given and nobody asked, one made of the title."""
        return self.asking.answer("--slug", given, "slug", self.asking.slug(taken), slug_from(title))

    def translation_steps(self) -> list[str]:
        """What to tell of translations, where there are any."""
        return [REPORT[self.asking.words]["translate"]] if len(self.course.languages) > 1 else []

    def sheet_slugs(self) -> dict[str, str]:
        """Every sheet's slug, which no other may have, with the file that has it."""
        taken = {
            sheet.slug: layout.worksheet_file(home, sheet.slug)
            for home, sheet in self.course.all_worksheets()
        }
        for home, evaluation in self.course.all_evaluations():
            taken |= {sheet.slug: layout.evaluation_file(home) for _, sheet in evaluation.sheets}
        return taken

    def entries(self, *added: tuple[str, TreePath, str]) -> dict[str, str]:
        """The texts of files with entries added to their lists: file, path of the list, entry."""
        texts: dict[str, str] = {}
        for file, path, slug in added:
            text = texts.get(file) or (self.curriculum.root / file).read_bytes().decode("utf-8")
            if slug in self._listed(file, path):
                continue
            try:
                texts[file] = with_entry(text, path, slug)
            except ListingError:
                told = self.asking.refusal("listing", slug=slug, key=path[-1], file=file)
                click.echo(told, err=True)
                sys.exit(FINDINGS)
        return texts

    def finish(self, proposal: Proposal, next_steps: Iterable[str]) -> None:
        """Write what is proposed, if it is wanted and nothing stands in its way, and tell of it."""
        root, words = self.curriculum.root, self.asking.words
        if there := standing(root, proposal):
            click.echo(self.asking.refusal("stands", files=", ".join(there)), err=True)
            sys.exit(FINDINGS)
        if self.asking.somebody_is_there:
            click.echo(_files(proposal, root, words), err=True)
        if not self.asking.agreed():
            return
        try:
            write(root, proposal)
        except OSError as error:
            click.echo(f"{error.strerror or error}: {error.filename or ''}", err=True)
            sys.exit(MACHINE)
        if not self.asking.somebody_is_there:  # else they were just shown
            click.echo(_files(proposal, root, words))
        click.echo(_next_steps(proposal, words, next_steps))

    def _listed(self, file: str, path: TreePath) -> tuple[str, ...]:
        """What stands in the list already."""
        node = self.curriculum.read(file).tree
        for step in path:
            node = child(node, step) if node else None
        found = to_data(node) if node else ()
        return found if isinstance(found, tuple) else ()


def begin(folder: Path, words: str, yes: bool) -> Beginning:
    """Read the course; where its own file cannot be read, say why and end."""
    if not folder.is_dir():
        raise click.BadParameter(f"{folder} is no folder", param_hint="--curriculum")
    curriculum, asking = Curriculum(folder), Asking(words, yes)
    loaded = load_course(curriculum)
    odd = curriculum.oddities()  # nothing is written where a link may lead elsewhere
    if loaded.course is None or loaded.broken or odd:
        click.echo(report(in_reading_order(loaded.findings + odd), words), err=True)
        click.echo(asking.refusal("broken"), err=True)
        sys.exit(FINDINGS)
    return Beginning(curriculum, loaded.course, asking)


def _next_steps(proposal: Proposal, words: str, next_steps: Iterable[str]) -> str:
    phrases = REPORT[words]
    unwritten = proposal.unwritten
    marks = dict.fromkeys(f"{found.partition(' ')[0]} …)" for found in unwritten)
    write = phrases["write"].format(number=len(unwritten), marks=", ".join(marks))
    steps = [write, *next_steps, phrases["see"]]
    numbered = [f"  {number}. {step}" for number, step in enumerate(steps, 1)]
    return "\n".join([phrases["next"], *numbered])


def _files(proposal: Proposal, root: Path, words: str) -> str:
    phrases = REPORT[words]
    lines = [phrases["new"], *(f"  {root / file}" for file in proposal.new)]
    if proposal.changed:
        lines += [phrases["changed"], *(f"  {root / file}" for file in proposal.changed)]
    return "\n".join(lines)
