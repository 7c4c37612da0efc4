"""Jobs are done side by side, each after what it needs, the heaviest first, and what is kept is not done."""

import os
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publishing.jobs import Call, Done, Job, Kept, WorkerGoneError, run_here, workers


def calls(name: str, *needs: str, weight: float = 0) -> Job:
    """A job whose result is its name after the results of what it needs."""

    def prepare(results: Mapping[str, Any]) -> Call:
        return Call("".join, (("(", *(results[need] for need in needs), name, ")"),))

    return Job(name, prepare, weight, needs)


def names(done: list[Done]) -> list[str]:
    return [one.name for one in done]


def test_the_heaviest_comes_first() -> None:
    done = list(run_here([calls("light", weight=1), calls("heavy", weight=3), calls("middle", weight=2)]))
    assert names(done) == ["heavy", "middle", "light"]


def test_of_two_that_weigh_the_same_the_first_comes_first() -> None:
    assert names(list(run_here([calls("one"), calls("two"), calls("three")]))) == ["one", "two", "three"]


def test_a_job_has_the_results_of_what_it_needs() -> None:
    done = list(run_here([calls("c", "a", "b", weight=9), calls("b", "a"), calls("a")]))
    assert names(done) == ["a", "b", "c"]
    assert done[-1].result == "((a)((a)b)c)"


def test_what_is_kept_is_not_done() -> None:
    (done,) = run_here([Job("kept", lambda _: Kept("here"))])
    assert (done.result, done.kept) == ("here", True)


@given(st.data())
def test_every_job_is_done_once_and_after_what_it_needs(data: st.DataObject) -> None:
    number = data.draw(st.integers(0, 12))
    jobs = []
    for one in range(number):
        needs = data.draw(st.sets(st.integers(0, one - 1)) if one else st.just(set()))
        jobs.append(calls(str(one), *map(str, needs), weight=data.draw(st.floats(0, 9))))
    order = names(list(run_here(reversed(jobs))))
    assert sorted(order) == sorted(job.name for job in jobs)
    assert all(order.index(need) < order.index(job.name) for job in jobs for need in job.needs)


def test_jobs_run_in_other_processes() -> None:
    with workers(2) as pool:
        (done,) = pool.run([Job("where", lambda _: Call(os.getpid, ()))])
    assert done.result != os.getpid()


def test_never_more_at_once_than_there_are_processes() -> None:
    """One process: what is heavier comes first although all could be handed over at once."""
    with workers(1) as pool:
        done = list(pool.run([calls("light", weight=1), calls("heavy", weight=2), calls("lightest")]))
    assert names(done) == ["heavy", "light", "lightest"]


def test_an_error_in_a_process_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError), workers(1) as pool:
        list(pool.run([Job("fails", lambda _: Call(divmod, (1, 0)))]))


def test_a_process_that_is_ended_from_outside_is_told() -> None:
    with pytest.raises(WorkerGoneError), workers(1) as pool:
        list(pool.run([Job("ends", lambda _: Call(os._exit, (9,)))]))
