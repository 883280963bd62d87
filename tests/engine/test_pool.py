"""Workers: the same answers in the same order, whoever does the work."""

import os
import signal
import threading
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from sitegen.engine import pool
from sitegen.engine.fault import CacheFault, EngineFault
from sitegen.engine.pool import WORTH_A_POOL, WORTH_NEW, Workers

PIECES = tuple(range(WORTH_NEW + 57))


def squares(numbers):
    return [number * number for number in numbers]


def die(_numbers):
    os.kill(os.getpid(), signal.SIGKILL)


def lose(_numbers):
    raise CacheFault("gone")


def flat(chunks):
    return [number for chunk in chunks for number in chunk]


class Late(Executor):
    """An executor of somebody else's, as simple as the interface allows."""

    def submit(self, fn, /, *args, **named):
        future = Future()
        future.set_result(fn(*args, **named))
        return future


@pytest.mark.parametrize("count", [None, 1, 2, 5])
@pytest.mark.parametrize("size", [0, 1, 64, 65, len(PIECES)])
def test_any_number_of_workers_gives_the_same(count, size):
    with Workers(count) as workers:
        assert flat(workers.spread(squares, PIECES[:size])) == squares(PIECES[:size])


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, ProcessPoolExecutor, Late])
def test_any_executor_gives_the_same_and_is_not_shut_down(kind):
    with kind() as executor:
        with Workers(1, executor) as workers:
            assert flat(workers.spread(squares, PIECES)) == squares(PIECES)
        assert executor.submit(sum, (1, 2)).result() == 3


def test_a_pool_of_its_own_is_used_where_copies_are_not_safe(monkeypatch):
    monkeypatch.setattr(pool, "can_fork", lambda: False)
    with Workers(2) as workers:
        assert flat(workers.spread(squares, PIECES)) == squares(PIECES)


@pytest.mark.parametrize("forks", [True, False])
def test_a_worker_that_is_killed_ends_the_build_and_not_the_wait(forks, monkeypatch):
    if not forks:
        monkeypatch.setattr(pool, "can_fork", lambda: False)
    with Workers(2) as workers, pytest.raises(EngineFault, match="worker of the build was killed"):
        flat(workers.spread(die, PIECES))


@pytest.mark.parametrize("forks", [True, False])
def test_a_fault_of_a_worker_comes_through_as_it_is(forks, monkeypatch):
    if not forks:
        monkeypatch.setattr(pool, "can_fork", lambda: False)
    with Workers(2) as workers, pytest.raises(CacheFault, match="gone"):
        flat(workers.spread(lose, PIECES))


def test_little_work_is_done_here():
    with Workers(4) as workers:
        assert set(workers.spread(lambda _: os.getpid(), PIECES[: WORTH_A_POOL - 1])) == {os.getpid()}


def test_beside_other_threads_the_work_goes_to_new_processes():
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    thread.start()
    try:
        with Workers(2) as workers:
            found = list(workers.spread(sorted, range(WORTH_NEW * 2)))
    finally:
        release.set()
        thread.join()
    assert [number for chunk in found for number in chunk] == list(range(WORTH_NEW * 2))
