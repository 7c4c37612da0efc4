"""`tangguh serve`: how it begins, what it refuses, and that nothing of it stays when it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands.cli import cli
from tests.publishing.built import ROOT, SAMPLE


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["serve", *arguments], prog_name="tangguh")


def test_a_curriculum_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    result = run("--curriculum", str(tmp_path / "nowhere"))
    assert result.exit_code == 2
    assert "nowhere" in result.stderr


def test_a_port_that_is_none_is_refused() -> None:
    result = run("--port", "70000")
    assert result.exit_code == 2
    assert "70000" in result.stderr


@pytest.mark.parametrize(
    ("language", "words"), [("id", "Pilih --host atau --port lain"), ("en", "Choose another")]
)
def test_an_address_that_is_not_this_machines_is_told_with_the_way_out(language: str, words: str) -> None:
    result = run("--curriculum", str(SAMPLE), "--host", "192.0.2.1", "--language", language)
    assert result.exit_code == 3
    assert "192.0.2.1" in result.stderr
    assert words in result.stderr


def descendants(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            yield int(child)
            yield from descendants(int(child))


def start(*arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "generator", "serve", "--curriculum", str(SAMPLE), *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT, start_new_session=True
    )


def read_until(process: "subprocess.Popen[str]", words: str) -> str:
    """What it says up to the line with these words."""
    assert process.stdout is not None
    said = ""
    while words not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    return said


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_it_ends_with_everything_it_started(number: signal.Signals) -> None:
    """Ctrl-C reaches every process of the terminal at once; no one of them complains."""
    process = start("--port", "0", "--language", "id")
    said = read_until(process, "0 kesalahan")
    assert re.search(r"Pratinjau: http://127\.0\.0\.1:\d+/", said)
    assert "Ctrl-C" in said
    started = list(descendants(process.pid))
    assert len(started) >= 2, "an engine for each language"
    if number is signal.SIGINT:
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)
    rest, _ = process.communicate(timeout=60)
    assert rest.splitlines()[-1] == "Pratinjau selesai."
    assert "Traceback" not in rest
    assert process.returncode == 0
    until = time.monotonic() + 30
    while any(Path(f"/proc/{pid}").exists() for pid in started):
        assert time.monotonic() < until, "something outlived the preview"
        time.sleep(0.01)


def test_where_everyone_may_come_in_it_says_so_and_a_taken_port_gives_way() -> None:
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start("--host", "0.0.0.0", "--port", str(port), "--language", "en")
        said = read_until(process, "Ctrl-C")
    assert f"(port {port} is taken)" in said
    assert "lets everyone in this network see the preview" in said
    process.terminate()
    process.communicate(timeout=60)
