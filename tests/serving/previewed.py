"""A preview of the sample without a terminal: what it reports is written down."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue

from generator.checking.check import Checked
from generator.serving.preview import Preview, PreviewPlan
from generator.serving.watching import Saved
from tests.publishing.built import ROOT, SAMPLE, THEME

PATIENCE = 30.0
"""Seconds: a check of the sample takes a tenth of one, on a machine that does nothing else."""


@dataclass
class Notes:
    """A reporter that writes down."""

    checks: SimpleQueue[Checked] = field(default_factory=SimpleQueue)
    updates: list[str] = field(default_factory=list)
    saves: list[str | None] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)

    def checked(self, checked: Checked) -> None:
        self.checks.put(checked)

    def updated(self, page: str, seconds: float) -> None:
        assert seconds >= 0
        self.updates.append(page)

    def saved(self, page: str | None) -> None:
        self.saves.append(page)

    def failed(self, what: str, why: str) -> None:
        self.failures.append((what, why))


class Previewed:
    """A preview of a copy of the sample that is told of saves by hand."""

    def __init__(self, place: Path) -> None:
        self.root = shutil.copytree(SAMPLE, place / "kursus")
        self.notes = Notes()
        plan = PreviewPlan(self.root, THEME, ROOT / "mkdocs.yml", place / "work", "id")
        self.preview = Preview(plan, self.notes)

    def await_findings(self, *codes: str) -> None:
        """Wait for the check that finds these; several saves may have been checked at once."""
        found = None
        while found != list(codes):
            found = [finding.code for finding in self.notes.checks.get(timeout=PATIENCE).findings]

    def save(self, file: str, old: str, new: str) -> None:
        """Replace a text, which must stand there once, and let the preview follow."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")
        self.preview.follow(Saved({self.root: {file}}, path.stat().st_mtime))
