"""Does jobs side by side in processes: first what others wait for, then the longest before the short."""

import heapq
import multiprocessing
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any, Final, TypeVar

from generator.publishing.errors import PublishingError
from generator.publishing.orphans import end_with_parent

FIRST: Final = float("inf")
"""The weight of what others wait for."""


T = TypeVar("T")


class WorkerGoneError(PublishingError):
    """A process that did a job was ended from outside."""


@dataclass(frozen=True, slots=True)
class Call:
    """Work for another process: a function of a module, and what it is called with."""

    function: Callable[..., Any]
    arguments: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A result that is there already."""

    result: Any


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do.

    `prepare` is called in this process when everything that it `needs` is done, with the results of these by
    their names. It says what to call, or what is kept from an earlier time. Of those that are ready the job
    with the greatest `weight` comes first.
    """

    name: str
    prepare: Callable[[Mapping[str, Any]], Call | Kept]
    weight: float = 0
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """A job that is done: its result, whether that was kept, and how long it took in seconds."""

    name: str
    result: Any
    kept: bool
    seconds: float


class Workers:
    """Processes that do jobs; each is started when there is something to do for it."""

    def __init__(self, number: int, pool: ProcessPoolExecutor) -> None:
        self.number = number
        self._pool = pool

    def warm_up(self, function: Callable[..., object], *arguments: object) -> None:
        """Have every process do something that takes time once, such as to load an engine."""
        for _ in range(self.number):
            _submit(self._pool, function, *arguments)

    def run(self, jobs: Iterable[Job]) -> Iterator[Done]:
        """Do jobs, and tell of each when it is done.

        Raises:
            WorkerGoneError: A process was ended from outside.
        """
        return _Run(self._pool, self.number, jobs).run()


def run_here(jobs: Iterable[Job]) -> Iterator[Done]:
    """Do jobs one after the other, in this process."""
    return _Run(_Here(), 1, jobs).run()


class _Here(Executor):
    def submit(self, function: Callable[..., T], /, *arguments: Any, **named: Any) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(function(*arguments, **named))
        except BaseException as error:
            future.set_exception(error)
        return future


@contextmanager
def workers(number: int) -> Iterator[Workers]:
    """Processes for as long as the block runs; when it ends with an error, none works on."""
    pool = ProcessPoolExecutor(
        max_workers=number,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=end_with_parent,
    )
    others = multiprocessing.active_children()
    try:
        yield Workers(number, pool)
    except BrokenProcessPool as error:
        raise WorkerGoneError("a process was ended from outside; was memory short?") from error
    finally:
        for process in multiprocessing.active_children():
            if process not in others:
                process.kill()  # nobody takes what it is at
        pool.shutdown(wait=True, cancel_futures=True)


def _submit(pool: Executor, function: Callable[..., T], *arguments: object) -> Future[T]:
    """Hand something over; a process that is started for it leaves Ctrl-C to this one."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # what is blocked is inherited
    try:
        return pool.submit(function, *arguments)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Run:
    def __init__(self, pool: Executor, number: int, jobs: Iterable[Job]) -> None:
        self.pool = pool
        self.number = number
        self.jobs = {job.name: job for job in jobs}
        self.results: dict[str, Any] = {}
        self.order = TopologicalSorter({job.name: job.needs for job in self.jobs.values()})
        self.ready: list[tuple[float, int, Job]] = []
        self.running: dict[Future[Any], tuple[Job, float]] = {}
        self.number_of = {name: position for position, name in enumerate(self.jobs)}

    def run(self) -> Iterator[Done]:
        self.order.prepare()
        while self.order.is_active():
            self._collect_ready()
            while self.ready and len(self.running) < self.number:
                job = heapq.heappop(self.ready)[-1]
                if done := self._begin(job):
                    yield done
                    self._collect_ready()
            if self.running:
                yield from self._ended()

    def _collect_ready(self) -> None:
        for name in self.order.get_ready():
            job = self.jobs[name]
            heapq.heappush(self.ready, (-job.weight, self.number_of[name], job))

    def _begin(self, job: Job) -> Done | None:
        """Start a job; where its result is kept, it is done."""
        started = time.perf_counter()
        prepared = job.prepare({name: self.results[name] for name in job.needs})
        if isinstance(prepared, Kept):
            return self._done(job, prepared.result, True, started)
        future = _submit(self.pool, prepared.function, *prepared.arguments)
        self.running[future] = job, started
        return None

    def _ended(self) -> Iterator[Done]:
        """Those that end next."""
        ended, _ = wait(self.running, return_when=FIRST_COMPLETED)
        for future in ended:
            job, started = self.running.pop(future)
            yield self._done(job, future.result(), False, started)

    def _done(self, job: Job, result: Any, kept: bool, started: float) -> Done:
        self.results[job.name] = result
        self.order.done(job.name)
        return Done(job.name, result, kept, time.perf_counter() - started)
