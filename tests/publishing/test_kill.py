"""A build that is killed, at whatever moment, leaves the old output or the new one, and no process."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.publishing.built import SAMPLE, project_in
from tests.publishing.own_project import command_in
from tests.publishing.warm_builds import EDITIONS, Request, WarmBuilds, wait_for_session, warm_builds

pytestmark = pytest.mark.skipif(
    not hasattr(os, "pidfd_open"), reason="processes are watched as Linux does it"
)

WHOLE: Final = 10
"""So many builds with their engines are killed,"""
SHORT: Final = 40
"""and so many of the steps that put the output in its place."""


@pytest.fixture(scope="module")
def warm() -> Iterator[WarmBuilds]:
    with warm_builds() as builds:
        yield builds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two courses to build by turns; the second says a word more."""
    for edition in EDITIONS:
        shutil.copytree(SAMPLE, tmp_path / edition)
    course = tmp_path / EDITIONS[1] / "course.yaml"
    text = course.read_text(encoding="utf-8")
    course.write_text(text.replace("subtitle: ", "subtitle: Baru! ", 1), encoding="utf-8")
    return tmp_path


def digest(site: Path) -> str:
    """One number for all names and bytes of an output."""
    whole = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        whole.update(f"{path.relative_to(site)}\0".encode())
        if path.is_file():
            whole.update(path.read_bytes())
    return whole.hexdigest()


def undisturbed(warm: WarmBuilds, folder: Path, whole: bool) -> dict[str, str]:
    """The digest of each edition's output; the last one's stays there."""
    digests: dict[str, str] = {}
    for edition in EDITIONS:
        ended = warm.run(Request(str(folder), edition, whole))
        assert ended.said == ""
        digests[edition] = digest(folder / "site")
    assert len(set(digests.values())) == len(EDITIONS)
    return digests


def require_clean(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == []


def test_a_build_that_is_killed_at_any_moment_leaves_the_old_site_or_the_new(
    warm: WarmBuilds, folder: Path
) -> None:
    """Everything that a build of the site does, from first to last; the next one is none the worse for it."""
    begun = time.monotonic()
    digests = undisturbed(warm, folder, whole=True)
    seconds = (time.monotonic() - begun) / len(digests)
    chance = random.Random("whole builds")
    killed = 0
    for number in range(WHOLE):
        # One in each part of the time: nothing of a build is left out.
        moment = seconds * (number + chance.random()) / WHOLE
        ended = warm.run(Request(str(folder), EDITIONS[number % 2], whole=True), kill_after=moment)
        assert digest(folder / "site") in digests.values(), f"killed after {moment:.3f} of {seconds:.3f} s"
        killed += ended.killed_by == signal.SIGKILL
    assert killed > WHOLE / 4
    assert warm.run(Request(str(folder), EDITIONS[0], whole=True)).said == ""
    assert digest(folder / "site") == digests[EDITIONS[0]]
    require_clean(folder)


def test_an_exchange_that_is_killed_at_any_step_leaves_the_old_site_or_the_new(
    warm: WarmBuilds, tmp_path: Path
) -> None:
    """The last steps all, and of those before as many as chance picks. After each the other edition is built
    over what the kill left; in the end both have been seen, the old output and the new.
    """
    digests = undisturbed(warm, tmp_path, whole=False)
    operations = warm.run(Request(str(tmp_path), EDITIONS[1])).operations
    chance = random.Random("steps of the exchange")
    last = range(operations - SHORT * 2 // 3, operations)
    moments = [*last, *chance.sample(range(1, last.start), SHORT - len(last))]
    seen = set()
    for number, moment in enumerate(moments):
        new, old = EDITIONS[number % 2], EDITIONS[1 - number % 2]
        assert warm.run(Request(str(tmp_path), old)).said == ""
        require_clean(tmp_path)
        ended = warm.run(Request(str(tmp_path), new, kill_at=moment))
        assert ended.killed_by == signal.SIGKILL
        found = digest(tmp_path / "site")
        assert found in digests.values(), f"killed before operation {moment} of {operations}"
        seen.add("new" if found == digests[new] else "old")
    assert seen == {"old", "new"}
    assert warm.run(Request(str(tmp_path), EDITIONS[0])).said == ""
    assert digest(tmp_path / "site") == digests[EDITIONS[0]]
    require_clean(tmp_path)


def test_the_first_build_of_all_leaves_nothing_or_all_of_it(warm: WarmBuilds, tmp_path: Path) -> None:
    operations = warm.run(Request(str(tmp_path), EDITIONS[0])).operations
    whole = digest(tmp_path / "site")
    for moment in range(operations - 12, operations):
        shutil.rmtree(tmp_path / "site", ignore_errors=True)
        assert warm.run(Request(str(tmp_path), EDITIONS[0], kill_at=moment)).killed_by == signal.SIGKILL
        assert not (tmp_path / "site").exists() or digest(tmp_path / "site") == whole


def test_no_process_outlives_a_killed_build(tmp_path: Path) -> None:
    """The command itself, killed when its first handbook is printed and others are being printed."""
    project = project_in(tmp_path / "proyek")
    with subprocess.Popen(
        command_in(project, "build", "--only", "handbooks", "--jobs", "2"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            assert process.stderr is not None
            said = iter(process.stderr)
            assert any(line.startswith("1/") for line in said)
            process.kill()
            wait_for_session(process.pid)
        finally:
            process.kill()
    assert not (project / "site").exists()
