"""A project of its own to measure in: our generator and theme, some curriculum, nothing built yet.

So no measurement finds the cache of another one, none waits for the lock of somebody's build, and the output
that somebody reads stays as it is.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from generator.publishing.site_engine import ENVIRONMENT

ROOT: Final = Path(__file__).resolve().parents[2]
COPIED: Final = ("generator", "theme")


class MeasuredError(Exception):
    """What was to be measured failed; the message is what it said."""


@dataclass(frozen=True)
class Project:
    """A project's folder. `local` is an organisation's folder, laid over its curriculum."""

    folder: Path
    local: Path | None = None

    @classmethod
    def made(cls, folder: Path, curriculum: Path, local: Path | None = None) -> "Project":
        """A new project with a copy of a curriculum, compiled so that no run has to."""
        folder.mkdir(parents=True)
        for name in COPIED:
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy2(ROOT / "mkdocs.yml", folder)
        shutil.copytree(curriculum, folder / "curriculum")
        subprocess.run([sys.executable, "-m", "compileall", "-q", "generator"], cwd=folder, check=True)
        return cls(folder, local)

    @property
    def curriculum(self) -> Path:
        return self.folder / "curriculum"

    @property
    def output(self) -> Path:
        return self.folder / "site"

    @cached_property
    def _local(self) -> list[str]:
        return ["--local", str(self.local)] if self.local else []

    def build_arguments(self, *more: str, jobs: int) -> list[str]:
        """What is said to `./tangguh` to build this project."""
        return ["build", "--quiet", "--jobs", str(jobs), *self._local, *more]

    def build(self, *more: str, jobs: int, watch: Callable[[int], None] | None = None) -> float:
        """Build, and tell how many seconds it took."""
        command = [sys.executable, "-m", "generator", *self.build_arguments(*more, jobs=jobs)]
        return self.run(*command, watch=watch)

    def clear(self) -> None:
        """Take away what was built, and what was kept to build faster."""
        for name in ("build", "site"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def run(self, *command: str, watch: Callable[[int], None] | None = None) -> float:
        """Run a command here with this project's generator, and tell how many seconds it took.

        Args:
            command: What to run.
            watch: Called with the process's number for as long as it runs.

        Raises:
            MeasuredError: It failed.
        """
        with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
            start = time.perf_counter()
            process = subprocess.Popen(
                command, cwd=self.folder, env=self._environment, stdout=said, stderr=said
            )
            try:
                if watch:
                    watch(process.pid)
                process.wait()
            finally:
                process.kill()
            seconds = time.perf_counter() - start
            said.seek(0)
            if process.returncode:
                raise MeasuredError(f"{' '.join(command)}: {process.returncode}\n{said.read()}")
        return seconds

    @cached_property
    def _environment(self) -> dict[str, str]:
        return os.environ | ENVIRONMENT | {"PYTHONPATH": str(self.folder)}

    @property
    def made_of(self) -> "Made":
        """What the last build made."""
        record: dict[str, Any] = json.loads((self.output / "build.json").read_text(encoding="utf-8"))
        files: dict[str, dict[str, Any]] = record["files"]
        return Made(
            pdfs=sum(name.endswith(".pdf") for name in files),
            printed=sum(facts.get("pages", 0) for facts in files.values()),
            pages=sum(name.endswith(".html") for name in files),
        )


@dataclass(frozen=True, slots=True)
class Made:
    """How much an output holds: PDFs, their pages, and the site's pages."""

    pdfs: int
    printed: int
    pages: int


def narrowed(editions: Iterable[str]) -> list[str]:
    """What is said to `build` so that it prints these editions only; nothing for none."""
    return [word for edition in editions for word in ("--edition", edition)]
