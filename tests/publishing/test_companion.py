"""A process beside answers, survives what it cannot answer, and never outlives whom it answers."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from generator.publishing.companion import Companion, CompanionError, CompanionGoneError

ROOT = Path(__file__).resolve().parents[2]


def counting(start: int) -> Callable[[Any], Any]:
    """Answers with how many questions it was asked; "pid" and "wait" are special."""
    asked = start

    def answer(question: Any) -> Any:
        nonlocal asked
        asked += 1
        match question:
            case "pid":
                return os.getpid()
            case "wait":
                signal.pause()
            case Exception():
                raise question
        return asked

    return answer


def unready() -> Callable[[Any], Any]:
    raise OSError("cannot load library 'libpango-1.0-0'")


@pytest.fixture
def companion() -> Iterator[Companion]:
    companion = Companion(counting, 10)
    yield companion
    companion.stop()


def runs(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2][:3]
    except OSError:
        return False


def test_it_stays_warm_between_questions(companion: Companion) -> None:
    assert [companion.ask(None) for _ in range(3)] == [11, 12, 13]


def test_what_it_cannot_answer_is_told_and_it_goes_on(companion: Companion) -> None:
    with pytest.raises(CompanionError, match="no such page"):
        companion.ask(ValueError("no such page"))
    assert companion.ask(None) == 12


def test_one_that_cannot_begin_says_why(companion: Companion) -> None:
    unready_one = Companion(unready)
    for _ in range(2):
        with pytest.raises(CompanionError, match="libpango"):
            unready_one.ask(None)
    unready_one.stop()


def test_one_that_was_killed_is_replaced(companion: Companion) -> None:
    pid = companion.ask("pid")
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(CompanionGoneError):
        companion.ask(None)
    assert companion.ask("pid") != pid
    assert companion.ask(None) == 12


def test_one_that_has_to_be_started_is_asked_something_else_first(companion: Companion) -> None:
    assert companion.ask(None, first="pid") == 12
    assert companion.ask(None, first="pid") == 13


def test_stopped_while_it_works_it_ends(companion: Companion) -> None:
    pid = companion.ask("pid")
    told: list[str] = []

    def ask() -> None:
        try:
            companion.ask("wait")
        except CompanionError as error:
            told.append(str(error))

    asking = Thread(target=ask)
    asking.start()
    companion.stop()
    asking.join()
    assert told
    assert not runs(pid)
    with pytest.raises(CompanionError):
        companion.ask(None)


def test_ctrl_c_is_not_for_it(companion: Companion) -> None:
    os.kill(companion.ask("pid"), signal.SIGINT)
    assert companion.ask(None) == 12


def test_it_ends_with_whom_it_answers_however_that_ends() -> None:
    """Killed, the asker can tell nobody; the line is cut all the same."""
    code = (
        "from tests.publishing.test_companion import *\n"
        "if __name__ == '__main__':\n"
        "    one = Companion(counting, 0)\n"
        "    print(one.ask('pid'), flush=True)\n"
        "    signal.pause()\n"
    )
    asker = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert asker.stdout is not None
    pid = int(asker.stdout.readline())
    assert runs(pid)
    asker.kill()
    asker.communicate()
    until = time.monotonic() + 30
    while runs(pid):
        assert time.monotonic() < until
        time.sleep(0.01)
