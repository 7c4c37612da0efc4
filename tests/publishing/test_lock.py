"""Two builds in one folder work one after the other; a lock ends with the process that held it."""

import errno
import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from generator.publishing import lock as locking
from generator.publishing.errors import MachineError
from generator.publishing.lock import lock_file, locked
from generator.publishing.sentence import Sentence, tell_nobody
from tests.publishing.built import ROOT

HOLD = """
import sys
from pathlib import Path
from generator.publishing.lock import locked
with locked([Path(sys.argv[1])], print):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_build(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that holds a folder until it is told to end, or killed."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


def test_the_second_says_at_once_for_whom_it_waits_and_goes_on_after(tmp_path: Path) -> None:
    told: list[Sentence] = []
    waiting, done = Event(), Event()

    def tell(sentence: Sentence) -> None:
        told.append(sentence)
        waiting.set()

    def build() -> None:
        with locked([tmp_path / "site"], tell):
            done.set()

    with another_build(tmp_path / "site") as first:
        second = Thread(target=build)
        second.start()
        assert waiting.wait(60)
        assert not done.is_set()
        first.communicate("")
        assert done.wait(60)
        second.join()
    assert [sentence.name for sentence in told] == ["waits"]
    for language, word in (("id", "proses"), ("en", "process")):
        message = told[0].in_language(language)
        assert f"{word} {first.pid}, " in message
        assert str(tmp_path / "site") in message


def test_a_killed_build_holds_nothing_any_more(tmp_path: Path) -> None:
    with another_build(tmp_path / "site") as first:
        first.kill()
        first.wait()
    assert lock_file(tmp_path / "site").exists()
    with locked([tmp_path / "site"], pytest.fail):
        pass
    assert list(tmp_path.iterdir()) == []


def test_patience_ends_with_the_name_of_the_other(tmp_path: Path) -> None:
    with (
        another_build(tmp_path / "site") as first,
        pytest.raises(MachineError, match=str(first.pid)) as refused,
        locked([tmp_path / "site"], tell_nobody, patience=0),
    ):
        pass
    assert refused.value.args[0].name == "still-locked"


def test_ctrl_c_ends_the_waiting(tmp_path: Path) -> None:
    def interrupt(_: Sentence) -> None:
        raise KeyboardInterrupt

    with (
        another_build(tmp_path / "site"),
        pytest.raises(KeyboardInterrupt),
        locked([tmp_path / "site"], interrupt),
    ):
        pass


def test_nothing_is_left_whatever_ends_the_block(tmp_path: Path) -> None:
    folders = [tmp_path / "build", tmp_path / "deep" / "site"]

    def fail() -> None:
        with locked(folders, tell_nobody):
            assert all(lock_file(folder).exists() for folder in folders)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_one_folder_under_two_names_is_held_once(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "site")
    with locked([tmp_path / "link", tmp_path / "site", tmp_path / "x" / ".." / "site"], pytest.fail):
        pass


def test_who_removes_a_lock_does_not_remove_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between opening the file and holding it, the first build has ended and removed it: it is made anew."""
    opened: list[int] = []
    flock = fcntl.flock

    def late(number: int, how: int) -> None:
        if not opened:
            lock_file(tmp_path / "site").unlink()
        opened.append(number)
        flock(number, how)

    monkeypatch.setattr(fcntl, "flock", late)
    with locked([tmp_path / "site"], pytest.fail):
        assert len(opened) == 2
        assert lock_file(tmp_path / "site").exists()


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_where_nothing_can_be_locked_the_build_goes_on_with_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def flock(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(locking.fcntl, "flock", flock)
    told: list[Sentence] = []
    with locked([tmp_path / "site"], told.append):
        assert [sentence.name for sentence in told] == ["no-lock"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}', '{"pid": 1, "host": "x", "since": 1e99}'])
def test_a_holder_that_has_not_signed_is_told_as_one(tmp_path: Path, text: str) -> None:
    lock_file(tmp_path / "site").write_text(text, encoding="utf-8")
    with lock_file(tmp_path / "site").open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(MachineError, match="just begun"), locked([tmp_path / "site"], tell_nobody, 0):
            pass


def test_a_holder_on_another_machine_is_told_with_its_name(tmp_path: Path) -> None:
    holder = '{"pid": 7, "host": "kantor", "since": 0}'
    lock_file(tmp_path / "site").write_text(holder, encoding="utf-8")
    with lock_file(tmp_path / "site").open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with (
            pytest.raises(MachineError, match="process 7 on kantor"),
            locked([tmp_path / "site"], tell_nobody, 0),
        ):
            pass


def test_a_folder_that_lets_nobody_write_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(locking.os, "open", refuse)
    with pytest.raises(MachineError, match="may not write"), locked([tmp_path / "site"], tell_nobody):
        pass
