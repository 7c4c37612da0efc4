"""A tool from the package index that makes a site and a PDF of the same pages: mkdocs-to-pdf.

It is installed from `requirements-bench.lock` into an environment of its own, the first time that this row is
asked for.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import yaml
from pypdf import PdfReader

from tests.benchmarks.bare import BareTools
from tests.benchmarks.line import Figures, Line, line
from tests.benchmarks.project import ROOT

LOCK: Final = ROOT / "requirements-bench.lock"
ENVIRONMENT: Final = ROOT / "build" / "bench-environment"
PDF: Final = "everything.pdf"


class UnreachableError(Exception):
    """The peer cannot be installed; the message says why."""


@dataclass(frozen=True, slots=True)
class PeerPdf:
    """What came out of the peer: pages, and whether those who hear them or fill them in are served."""

    pages: int
    tagged: bool
    forms: bool


class Peer:
    """mkdocs-to-pdf on the pages that are laid out for the bare tools."""

    def __init__(self, bare: BareTools) -> None:
        self._bare = bare
        self._python = installed()

    def run(self) -> float:
        """Build each language's site with its PDF, one after the other; how many seconds that took."""
        seconds = 0.0
        for language in self._bare.languages:
            configuration = self._configured(language)
            shutil.rmtree(configuration.parent / "site-with-pdf", ignore_errors=True)
            command = (
                str(self._python),
                "-m",
                "mkdocs",
                "build",
                "--quiet",
                "--config-file",
                str(configuration),
            )
            seconds += self._bare.project.run(*command)
        return seconds

    @cached_property
    def pdfs(self) -> list[PeerPdf]:
        """What the last run made, by language."""
        return [_described(self._bare.folder / one / "site-with-pdf" / PDF) for one in self._bare.languages]

    def _configured(self, language: str) -> Path:
        path = self._bare.folder / language / "mkdocs-to-pdf.yml"
        settings = {
            "INHERIT": "mkdocs.yml",
            "site_dir": "site-with-pdf",
            "plugins": {"to-pdf": {"output_path": PDF}},
        }
        path.write_text(yaml.safe_dump(settings), encoding="utf-8")
        return path


def lines(rounds: Sequence[Figures]) -> Iterator[Line]:
    if all("peer" in figures for figures in rounds):
        yield line("peers", "peer", rounds, lambda one: one["full"] / one["peer"])


def installed() -> Path:
    """The interpreter of the peer's environment, which is made where it is not there or out of date.

    Raises:
        UnreachableError: It cannot be made.
    """
    python, mark = ENVIRONMENT / "bin" / "python", ENVIRONMENT / "made-from.lock"
    if not (mark.is_file() and mark.read_bytes() == LOCK.read_bytes()):
        _run(sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT))
        _run(str(python), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check",
             "--require-hashes", "-r", str(LOCK))  # fmt: skip
        shutil.copy2(LOCK, mark)
    return python


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise UnreachableError(said[-1] if said else str(done.returncode))


def _described(path: Path) -> PeerPdf:
    reader = PdfReader(path)
    root = reader.root_object
    return PeerPdf(len(reader.pages), "/StructTreeRoot" in root, "/AcroForm" in root)
