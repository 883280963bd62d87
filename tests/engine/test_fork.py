"""Work by copies of this process: every answer, in order, and no copy left behind."""

import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from sitegen.engine.fault import CacheFault, EngineFault
from sitegen.engine.fork import aside, can_fork, forked
from sitegen.engine.pool import WORTH_A_POOL, Workers

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="copies of a process are made on Linux only")


def children():
    """The processes that this one has started."""
    return {number for file in Path("/proc/self/task").glob("*/children") for number in file.read_text().split()}


def test_every_answer_comes_in_order():
    chunks = [[number, number + 1] for number in range(0, 1000, 2)]
    assert list(forked(sum, chunks, 3)) == [sum(chunk) for chunk in chunks]


def test_what_is_worked_on_need_not_be_pickled():
    chunks = [(lambda number=number: number * number,) for number in range(20)]
    assert list(forked(lambda chunk: chunk[0](), chunks, 2)) == [number * number for number in range(20)]


def test_answers_larger_than_a_pipe_come_whole():
    assert [len(answer) for answer in forked(lambda size: b"x" * size, [3_000_000, 1, 2_000_000], 2)] == [
        3_000_000,
        1,
        2_000_000,
    ]


def test_the_work_is_done_elsewhere():
    assert os.getpid() not in set(forked(lambda _: os.getpid(), range(10), 2))


def test_an_exception_is_raised_here_with_all_that_it_says():
    def work(chunk):
        if chunk == 3:
            raise EngineFault("no", "do it otherwise")
        return chunk

    with pytest.raises(EngineFault, match="no") as caught:
        list(forked(work, range(10), 2))
    assert caught.value.hint == "do it otherwise"


def test_a_cache_fault_stays_one():
    def work(_):
        raise CacheFault("gone")

    with pytest.raises(CacheFault):
        list(forked(work, range(3), 2))


def test_a_copy_that_is_killed_is_told_of():
    def work(chunk):
        if chunk == 5:
            os.kill(os.getpid(), signal.SIGKILL)
        return chunk

    with pytest.raises(EngineFault, match="killed"):
        list(forked(work, range(10), 2))


def test_no_copy_and_no_file_stays_when_nobody_asks_any_more():
    others = children()
    before = {path.name for path in Path("/proc/self/fd").iterdir()}
    answers = forked(lambda chunk: chunk, range(1000), 2)
    next(answers)
    answers.close()
    assert children() == others
    assert {path.name for path in Path("/proc/self/fd").iterdir()} == before


def test_no_copies_are_made_where_other_threads_run():
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    assert can_fork()
    thread.start()
    try:
        assert not can_fork()
    finally:
        release.set()
        thread.join()


def test_little_work_is_done_here():
    with Workers(4) as workers:
        assert set(workers.spread(lambda _: os.getpid(), range(WORTH_A_POOL - 1))) == {os.getpid()}


def test_one_worker_is_this_process():
    with Workers(1) as workers:
        assert set(workers.spread(lambda _: os.getpid(), range(WORTH_A_POOL * 2))) == {os.getpid()}


def test_much_work_is_spread_and_comes_in_order():
    with Workers(2) as workers:
        found = list(workers.spread(lambda chunk: (os.getpid(), list(chunk)), range(1000)))
    assert [number for _, chunk in found for number in chunk] == list(range(1000))
    assert os.getpid() not in {process for process, _ in found}


def test_a_copy_keeps_no_lock_of_its_maker(tmp_path):
    import fcntl

    with (tmp_path / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert list(forked(_is_open, [file.fileno()], 1)) == [False]
        with aside(lambda: _is_open(file.fileno())) as answer:
            assert answer() is False


def _is_open(descriptor):
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def test_what_is_done_aside_is_there_when_it_is_asked_for():
    others = children()
    with aside(os.getpid) as answer:
        assert answer() != os.getpid()
    with aside(os.getpid):
        pass  # nobody asks
    assert children() == others


def test_beside_other_threads_it_is_done_here():
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    thread.start()
    try:
        with aside(os.getpid) as answer:
            assert answer() == os.getpid()
    finally:
        release.set()
        thread.join()
