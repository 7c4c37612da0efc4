"""A disk that is full, at whatever moment, leaves the last good output and is told by its name."""

import errno
import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from generator.commands import options
from generator.commands.cli import cli
from generator.publishing import disk
from generator.publishing.disk import noticing_full_disk
from generator.publishing.errors import MachineError, OutputError, PublishingError, SiteEngineError
from generator.publishing.sentence import Sentence
from tests.publishing.built import project_in
from tests.publishing.own_project import command_in
from tests.publishing.test_output import record, tree
from tests.publishing.warm_builds import EDITIONS, Request, WarmBuilds, warm_builds

MOMENTS: Final = 30


@pytest.fixture(scope="module")
def warm() -> Iterator[WarmBuilds]:
    with warm_builds() as builds:
        yield builds


def test_whichever_write_finds_no_room_the_old_output_stays(warm: WarmBuilds, tmp_path: Path) -> None:
    """From the first write to the last; nothing of the new output is left, and the next build succeeds."""
    if not hasattr(os, "pidfd_open"):
        pytest.skip("watches processes as Linux does")
    assert warm.run(Request(str(tmp_path), EDITIONS[0])).said == ""
    before = tree(tmp_path / "site")
    operations = warm.run(Request(str(tmp_path), EDITIONS[0])).operations
    starved = 0
    for moment in random.Random("full disk").sample(range(1, operations), MOMENTS):
        ended = warm.run(Request(str(tmp_path), EDITIONS[1], full_at=moment))
        if not ended.said:  # all was written by then
            assert tree(tmp_path / "site") != before
            assert warm.run(Request(str(tmp_path), EDITIONS[0])).said == ""
            continue
        starved += 1
        assert ended.said.startswith("MachineError: the disk is full"), moment
        assert str(tmp_path) in ended.said
        assert tree(tmp_path / "site") == before, moment
        assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert starved > MOMENTS / 2
    assert warm.run(Request(str(tmp_path), EDITIONS[1])).said == ""


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    """A disk of that size in a folder, for as long as the block runs."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    try:
        made = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("only root may mount a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def earlier_site(place: Path) -> dict[str, bytes]:
    place.mkdir()
    (place / "index.html").write_text("earlier", encoding="utf-8")
    record(place)
    return tree(place)


@pytest.mark.parametrize(("size", "language"), [("300k", "id_ID.UTF-8"), ("2500k", "en_GB.UTF-8")])
def test_a_small_disk_for_the_output_is_told_by_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: str, language: str
) -> None:
    """It fills up while a page is copied."""
    monkeypatch.setattr(options, "PROJECT", project_in(tmp_path / "proyek"))
    with small_disk(tmp_path / "disk", size):
        before = earlier_site(tmp_path / "disk/site")
        arguments = ["build", "--only", "site", "--output", str(tmp_path / "disk/site"), "--quiet"]
        surroundings = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": language}
        result = CliRunner(env=surroundings).invoke(cli, arguments)
        assert result.exit_code == 3
        assert result.output.count("\n") == 1
        assert ("disk penuh" if language.startswith("id") else "disk is full") in result.output
        assert str(tmp_path / "disk") in result.output
        assert tree(tmp_path / "disk") == {f"site/{name}": data for name, data in before.items()}


@pytest.mark.parametrize("only", [["site"], ["handbooks", "--language", "id", "--module", "listening"]])
def test_a_small_disk_for_the_whole_project_is_told_by_the_command(tmp_path: Path, only: list[str]) -> None:
    """It fills up while an engine in a process of its own is at work."""
    with small_disk(tmp_path / "disk", "420k"):
        project = project_in(tmp_path / "disk/proyek")
        before = earlier_site(project / "site")
        ran = subprocess.run(
            command_in(project, "build", "--only", *only, "--quiet", "--jobs", "2"),
            env=os.environ | {"LC_ALL": "en_GB.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert (ran.returncode, ran.stdout) == (3, ""), ran.stderr
        assert ran.stderr.startswith("the disk is full")
        assert "Traceback" not in ran.stderr
        assert tree(project / "site") == before


def failing(error: Exception) -> None:
    with noticing_full_disk(Path.cwd()):
        raise error


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
        shutil.Error([("a", "b", "[Errno 28] No space left on device: 'b'")]),
    ],
    ids=["full", "quota", "many files"],
)
def test_a_full_disk_is_known_however_it_is_put(error: OSError) -> None:
    with pytest.raises(MachineError, match="disk is full"):
        failing(error)


def test_a_full_disk_behind_another_error_is_known() -> None:
    error = PublishingError("a page could not be written")
    error.__cause__ = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(MachineError, match="disk is full"):
        failing(error)


@pytest.mark.parametrize(
    "error",
    [OSError(errno.EACCES, "Permission denied"), SiteEngineError("no such page"), OutputError("foreign")],
    ids=["right", "engine", "place"],
)
def test_every_other_error_stays_what_it_was(error: Exception) -> None:
    with pytest.raises(type(error)) as raised:
        failing(error)
    assert raised.value is error


def test_what_an_engine_says_on_a_disk_without_room_is_that(monkeypatch: pytest.MonkeyPatch) -> None:
    """Engines in processes of their own tell their errors as text."""
    monkeypatch.setattr(disk, "_free", lambda folder: 0)
    with pytest.raises(MachineError, match="disk is full"):
        failing(SiteEngineError("mkdocs: something went wrong"))


def test_a_full_disk_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "_free", lambda folder: 0)
    told = MachineError(Sentence("unwritable", folder="x"))
    with pytest.raises(MachineError) as raised:
        failing(told)
    assert raised.value is told
