"""Any standard executor may do a build's work, on other machines too: the bytes are the same."""

import multiprocessing
import pickle
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor

import pytest


class Far(Executor):
    """As an engine on other machines: all that it gets and gives is bytes, and it does its work in an order of its own."""

    def __init__(self):
        self.waiting = []
        self.done = 0

    def submit(self, function, /, *arguments, **named):
        future = Future()
        self.waiting.append((future, pickle.dumps((function, arguments, named))))
        return future

    def map(self, function, *iterables, **_):
        futures = [self.submit(function, *arguments) for arguments in zip(*iterables, strict=True)]
        while self.waiting:
            future, sent = self.waiting.pop()
            wanted, arguments, named = pickle.loads(sent)
            future.set_result(pickle.loads(pickle.dumps(wanted(*arguments, **named))))
            self.done += 1
        return (future.result() for future in futures)


@pytest.fixture
def expected(archive, run, tree, tmp_path):
    run(archive, output=tmp_path / "expected", cache=tmp_path / "expected-cache")
    return tree(tmp_path / "expected")


def test_an_engine_elsewhere_gives_the_same_bytes(archive, run, tree, expected):
    far = Far()
    assert not run(archive, executor=far).failed
    assert tree(archive / "output") == expected
    assert far.done >= 3  # it read, rendered, and made the manifest


def test_threads_give_the_same_bytes(archive, run, tree, expected):
    with ThreadPoolExecutor(3) as threads:
        run(archive, executor=threads)
    assert tree(archive / "output") == expected


def test_processes_that_share_nothing_give_the_same_bytes(archive, run, tree, expected):
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as processes:
        run(archive, executor=processes)
    assert tree(archive / "output") == expected


def test_copies_of_this_process_give_the_same_bytes(archive, run, tree, expected, monkeypatch):
    monkeypatch.setattr("sitegen.engine.pool.WORTH_A_POOL", 1)
    run(archive, workers=3)
    assert tree(archive / "output") == expected
