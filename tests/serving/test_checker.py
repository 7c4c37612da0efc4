"""The check runs beside, on what is there, and the last one asked for is told."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from generator.checking.check import Checked
from generator.serving.checker import Checker
from tests.publishing.built import ROOT
from tests.serving.previewed import PATIENCE

SESSION = "modules/listening/sessions/hearing.yaml"


class Desk:
    """A checker of the sample, and what it told."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.told: SimpleQueue[Checked] = SimpleQueue()
        self.failures: SimpleQueue[Exception] = SimpleQueue()
        self.checker = Checker(root, ROOT / "theme", self.told.put, self.failures.put)

    def codes(self) -> list[str]:
        return [finding.code for finding in self.told.get(timeout=PATIENCE).findings]

    def save(self, text: str) -> None:
        (self.root / SESSION).write_text(text, encoding="utf-8")
        self.checker.ask({SESSION})


@pytest.fixture
def desk(sample: Path) -> Iterator[Desk]:
    desk = Desk(sample)
    yield desk
    desk.checker.stop()


def test_what_is_there_is_checked_and_what_changed_is_read_again(desk: Desk) -> None:
    sound = (desk.root / SESSION).read_text(encoding="utf-8")
    desk.checker.ask(())
    assert desk.codes() == []
    desk.save(sound.replace("minutes: 30\n", "minutes: lama\n", 1))
    assert desk.codes() == ["F05"]
    desk.save(sound)
    assert desk.codes() == []


def test_of_many_saves_the_last_is_told(desk: Desk) -> None:
    sound = (desk.root / SESSION).read_text(encoding="utf-8")
    for number in range(20):
        desk.save(sound.replace("minutes: 30\n", f"minutes: lama{number}\n", 1))
    desk.save(sound)
    found = desk.codes()
    while found:
        found = desk.codes()


def test_one_that_was_killed_is_told_and_replaced(desk: Desk) -> None:
    desk.checker.ask(())
    assert desk.codes() == []
    process = desk.checker._companion._process
    assert process is not None
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    desk.checker.ask(())
    assert str(desk.failures.get(timeout=PATIENCE))
    desk.checker.ask(())
    assert desk.codes() == []
