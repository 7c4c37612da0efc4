"""A worker ends when the process that started it ends, whatever it is doing."""

import multiprocessing
import os
import select
import signal
import subprocess
import sys
import threading
from contextlib import suppress

import pytest

from generator.publishing.orphans import end_with_parent
from tests.publishing.built import ROOT

START = """
import multiprocessing, sys
from tests.publishing import test_orphans

if __name__ == "__main__":
    work = getattr(test_orphans, sys.argv[1])
    multiprocessing.get_context("spawn").Process(target=work).start()
    sys.stdin.read()
"""


def wait_idly() -> None:
    end_with_parent()
    print(os.getpid(), flush=True)
    threading.Event().wait()


def work_busily() -> None:
    end_with_parent()
    print(os.getpid(), flush=True)
    number = 0
    while True:
        number += 1


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="watches processes as Linux does")
@pytest.mark.parametrize("work", ["wait_idly", "work_busily"])
def test_a_worker_of_a_killed_process_ends(work: str) -> None:
    command = [sys.executable, "-c", START, work]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        watched = os.pidfd_open(worker)
        try:
            assert not select.select([watched], [], [], 0)[0]
            parent.kill()
            assert select.select([watched], [], [], 60)[0]
        finally:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(watched, signal.SIGKILL)
            os.close(watched)


def test_a_process_that_nobody_started_is_left_alone() -> None:
    assert multiprocessing.parent_process() is None
    before = threading.active_count()
    end_with_parent()
    assert threading.active_count() == before
