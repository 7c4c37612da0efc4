"""The command starts from any folder, speaks the reader's language, and shows how far it is."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__
from generator.commands.options import message_language
from generator.commands.progress import ProgressLine
from tests.publishing.built import ROOT, SAMPLE


def tangguh(*arguments: str, cwd: Path, **surroundings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | surroundings,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_version_is_told_from_any_folder(tmp_path: Path) -> None:
    ran = tangguh("--version", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert __version__ in ran.stdout


def test_a_sound_curriculum_is_checked_from_any_folder(tmp_path: Path) -> None:
    ran = tangguh("check", "--curriculum", str(SAMPLE), cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_broken_curriculum_ends_with_one_and_its_findings_are_the_result(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("title: x: y\n", encoding="utf-8")
    ran = tangguh("check", "--curriculum", ".", "--quiet", cwd=tmp_path, LC_ALL="id_ID.UTF-8")
    assert ran.returncode == 1
    assert ran.stderr == ""
    assert "course.yaml:1:" in ran.stdout


def test_wrong_usage_ends_with_two(tmp_path: Path) -> None:
    ran = tangguh("bulid", cwd=tmp_path)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("surroundings", "language"),
    [
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
        ({"LC_MESSAGES": "id_ID", "LANG": "en_GB"}, "id"),
        ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "id_ID", "LANG": "id_ID"}, "en"),
        ({"LC_ALL": "", "LANG": "id"}, "id"),
    ],
)
def test_messages_are_in_the_language_of_the_environment(
    surroundings: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert message_language() == language


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_one_line_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    line = ProgressLine(quiet=False)
    line.show("id/handbooks/facilitator-course.pdf", 1, 2)
    line.show("id", 2, 2)
    line.finish()
    assert "\n" not in terminal.getvalue()
    assert "1/2" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize("stream", [io.StringIO(), _Terminal()], ids=["file", "verbose"])
def test_elsewhere_each_thing_has_a_line(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    line = ProgressLine(quiet=False, verbose=stream.isatty())
    line.show("id", 1, 2)
    line.show("en", 2, 2)
    line.finish()
    assert stream.getvalue() == "1/2 id\n2/2 en\n"


def test_quiet_shows_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    line = ProgressLine(quiet=True)
    line.show("id", 1, 1)
    line.finish()
    line.say("done")
    assert terminal.getvalue() == ""
    assert capsys.readouterr().out == ""
