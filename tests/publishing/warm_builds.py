"""Builds to be killed or starved: each is a fork of one process that has all imported and the course loaded.

A request is a line of JSON, `Request` says of what. The process answers with a line that tells the fork's
number, and with another when the fork has ended.
"""

import errno
import json
import os
import random
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests.publishing.built import ROOT, CourseInTests, plan, quiet

EDITIONS: Final = ("one", "two")
"""Two courses that differ in a word, so that the output of each is known by its bytes."""
WATCHED: Final = ("open", "os.", "shutil.")
"""The audit events that are counted: what a process does with files and folders."""
WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Request:
    """A build of one edition in a folder: `work` and `site` lie in it, `<edition>` beside holds its course.

    `whole` is a build of the site with its engines; else only the output is filled, packed, recorded and
    exchanged. `kill_at` is the number of the file operation before which it kills itself, `full_at` that from
    which on nothing more can be written.
    """

    folder: str
    edition: str
    whole: bool = False
    kill_at: int = 0
    full_at: int = 0


@dataclass(frozen=True)
class Ended:
    """How a fork ended: the signal that killed it, or 0; what it said; its operations with files."""

    killed_by: int
    said: str
    operations: int


class WarmBuilds:
    """The process that forks, seen from the test."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    def run(self, request: Request, kill_after: float | None = None) -> Ended:
        """Build; where seconds are given, kill the build after them. All that it started has ended then."""
        pid = int(self._answered(json.dumps(asdict(request)))["pid"])
        assert self._process.stdout is not None
        if kill_after is not None and not select.select([self._process.stdout], [], [], kill_after)[0]:
            with suppress(ProcessLookupError):  # it has just ended
                os.kill(pid, signal.SIGKILL)
        ended = Ended(**self._answer())
        wait_for_session(pid)
        return ended

    def _answered(self, line: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n".encode())
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        answer = json.loads(self._process.stdout.readline())
        assert isinstance(answer, dict)
        return answer


@contextmanager
def warm_builds() -> Iterator[WarmBuilds]:
    """Start the process; it ends with the block."""
    command = [sys.executable, "-m", __name__]
    # Without a buffer: `select` sees only what has not been read from the pipe.
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    ) as process:
        try:
            yield WarmBuilds(process)
        finally:
            process.kill()


def session_members(session: int) -> list[int]:
    """The processes of a session that still run; those that have ended but nobody noticed do not count."""
    members = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, its_session = path.read_text().rpartition(")")[2].split()[:4]
        except OSError:  # it ended meanwhile
            continue
        if int(its_session) == session and state != "Z":
            members.append(int(path.parent.name))
    return members


def wait_for_session(session: int, seconds: float = 60) -> None:
    """Wait until no process of a session runs any more, each ending by itself."""
    for member in session_members(session):
        try:
            watched = os.pidfd_open(member)
        except ProcessLookupError:
            continue
        try:
            ended, _, _ = select.select([watched], [], [], seconds)
        finally:
            os.close(watched)
        assert ended, f"process {member} runs on"


def pages(folder: Path, edition: str) -> None:
    """What an output without engines holds: as many files as a small site, and a large one."""
    chance = random.Random(edition)
    for language in ("id", "en"):
        for number in range(12):
            page = folder / language / f"part-{number % 3}" / f"{number}.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(f"<html>{edition} {number}</html>", encoding="utf-8")
        (folder / language / "book.pdf").write_bytes(chance.randbytes(200_000))
    (folder / "index.html").write_text(edition, encoding="utf-8")


def publish(request: Request) -> None:
    """The steps of a build without its engines."""
    from generator.publishing.archive import pack
    from generator.publishing.disk import noticing_full_disk
    from generator.publishing.lock import locked
    from generator.publishing.output import output_folder
    from generator.publishing.place import output_place
    from generator.publishing.record import write_record
    from generator.publishing.sentence import tell_nobody

    work = Path(request.folder, "work")
    place = output_place(Path(request.folder, "site"), work, ())
    writes, alone = noticing_full_disk(work, place.parent), locked((work, place), tell_nobody)
    with writes, alone, output_folder(place, wanted=["index.html"]) as folder:
        pages(folder, request.edition)
        pack(folder, request.edition)
        write_record(folder, "1", request.edition, {}, {})


@cache
def course(folder: str) -> CourseInTests:
    loaded = CourseInTests(Path(folder))
    _ = loaded.courses
    return loaded


def build_whole(request: Request) -> None:
    from generator.publishing.build import build

    loaded = course(f"{request.folder}/{request.edition}")
    facts = {"translations": loaded.checked.translations, "handbooks": False, "jobs": 1}
    build(plan(loaded.curriculum, Path(request.folder), **facts), loaded.courses, quiet)


class _Operations:
    """Counts what a process does with files, and lets it come to grief at one of them."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.number = 0
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not event.startswith(WATCHED):
            return
        self.number += 1
        if self.number == self.request.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        if 0 < self.request.full_at <= self.number and _needs_room(event, arguments):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _needs_room(event: str, arguments: tuple[Any, ...]) -> bool:
    if event == "open":
        return isinstance(arguments[2], int) and bool(arguments[2] & WRITING)
    return event in ("os.mkdir", "os.link", "os.symlink", "os.truncate")


def _in_fork(request: Request, answers: int) -> None:
    """Build, and leave without what the process that was forked would do at its end."""
    os.setsid()
    operations = _Operations(request)
    said = ""
    try:
        build: Callable[[Request], None] = build_whole if request.whole else publish
        build(request)
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
    os.write(answers, json.dumps({"said": said, "operations": operations.number}).encode())
    os._exit(0)


def _serve() -> None:
    """Answer requests until whoever asks is gone."""
    for line in sys.stdin:
        request = Request(**json.loads(line))
        if request.whole:
            course(f"{request.folder}/{request.edition}")
        theirs, ours = os.pipe()
        pid = os.fork()
        if pid == 0:
            _in_fork(request, ours)
        os.close(ours)
        print(json.dumps({"pid": pid}), flush=True)
        _, status = os.waitpid(pid, 0)
        with os.fdopen(theirs, "rb") as answers:
            answer = json.loads(answers.read() or '{"said": "", "operations": 0}')
        killed_by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        print(json.dumps({"killed_by": killed_by} | answer), flush=True)


if __name__ == "__main__":
    _serve()
