"""Keeps a process beside this one that answers one question after another, warm from the first."""

import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Any

from generator.publishing.errors import PublishingError
from generator.publishing.orphans import end_with_parent

Answer = Callable[[Any], Any]


class CompanionError(PublishingError):
    """What was asked could not be answered; the message says what went wrong."""


class CompanionGoneError(CompanionError):
    """The process was ended from outside, or ended itself; the next question starts another."""


class Companion:
    """A process that is started with the first question and asked by one thread at a time.

    It ends with this one, however this one ends: then its line is cut. Ctrl-C is this one's to hear.
    """

    def __init__(self, prepare: Callable[..., Answer], *arguments: object) -> None:
        """Note what the process does.

        Args:
            prepare: Called once in the new process; what it returns is called with every question.
            arguments: What `prepare` is called with.
        """
        self._prepare = prepare
        self._arguments = arguments
        self._one_at_a_time = Lock()
        self._line: Connection | None = None
        self._process: BaseProcess | None = None
        self._stopped = False

    def ask(self, question: object, first: object = None) -> Any:
        """The answer to a question.

        Args:
            question: What to ask.
            first: What a process is asked before all else, where one has to be started.

        Raises:
            CompanionError: The process could not answer, or is gone.
        """
        with self._one_at_a_time:
            if self._line is None and first is not None:
                self._exchange(first)
            return self._exchange(question)

    def stop(self) -> None:
        """End the process, whatever it is doing, for good."""
        self._stopped = True
        if (process := self._process) is not None:
            with suppress(ValueError):  # it was ended meanwhile
                process.terminate()
        with self._one_at_a_time:
            self._hang_up()

    def _exchange(self, question: object) -> Any:
        if self._stopped:
            raise CompanionError("the process beside was stopped")
        line = self._line or self._start()
        try:
            line.send(question)
            answered, answer = line.recv()
        except (EOFError, OSError) as error:
            self._hang_up()
            raise CompanionGoneError("the process beside was ended") from error
        if not answered:
            raise CompanionError(answer)
        return answer

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._line, its_end = context.Pipe()
        process = context.Process(
            target=_answer_questions, args=(its_end, self._prepare, self._arguments), daemon=True
        )
        resource_tracker.ensure_running()  # starting it, which `start` would do, unblocks the signal
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # what is blocked is inherited
        try:
            process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        its_end.close()
        self._process = process
        return self._line

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.terminate()
            self._process.join()
            self._process.close()
        self._line = self._process = None


def _answer_questions(
    line: Connection, prepare: Callable[..., Answer], arguments: tuple[object, ...]
) -> None:
    end_with_parent()
    answer: Answer | None = None
    while True:
        try:
            question = line.recv()
        except (EOFError, OSError):
            return  # whoever asked is gone
        try:
            answer = answer or prepare(*arguments)
            line.send((True, answer(question)))
        except Exception as error:  # whatever it is, it must not end the process
            line.send((False, str(error) or type(error).__name__))
