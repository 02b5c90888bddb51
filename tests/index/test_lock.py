"""One writer at a time, which says who it is; nobody waits longer than asked."""

import json
import multiprocessing
import os
import sys
from types import SimpleNamespace

import pytest

from index import lock
from index.errors import IndexLocked
from index.lock import WRITER_FILE, announced_writer, current_writer, locked
from index.whoosh.storage import write_lock


@pytest.fixture
def clock(monkeypatch):
    """A clock that only sleeping moves on; `naps` are the seconds slept."""
    clock = SimpleNamespace(now=100.0, naps=[])

    def sleep(seconds):
        clock.now += seconds
        clock.naps.append(seconds)

    monkeypatch.setattr(lock, "time", SimpleNamespace(monotonic=lambda: clock.now, sleep=sleep))
    return clock


def test_a_second_writer_is_told_who_writes(tmp_path):
    with (
        locked(tmp_path, wait=0),
        pytest.raises(IndexLocked, match=f"process {os.getpid()} since 2"),
        locked(tmp_path, wait=0),
    ):
        pass


@pytest.mark.parametrize(("wait", "naps"), [(0, 0), (0.4, 8)])
def test_a_second_writer_waits_as_long_as_asked(tmp_path, clock, wait, naps):
    with locked(tmp_path, wait=0), pytest.raises(IndexLocked), locked(tmp_path, wait):
        pass
    assert len(clock.naps) in (naps, naps + 1)
    assert clock.now >= 100 + wait


def test_a_waiting_writer_goes_on_once_the_first_is_done(tmp_path, clock, monkeypatch):
    first = write_lock(tmp_path)
    assert first.acquire()
    monkeypatch.setattr(lock.time, "sleep", lambda seconds: first.release())
    with locked(tmp_path, wait=1):
        assert announced_writer(tmp_path)[0] == os.getpid()


def test_a_writer_is_announced_while_it_writes(tmp_path):
    assert current_writer(tmp_path) is None
    with locked(tmp_path, wait=0):
        assert current_writer(tmp_path) == os.getpid()
    assert current_writer(tmp_path) is None
    assert announced_writer(tmp_path) == (None, None)


def test_what_a_dead_writer_announced_does_not_count(tmp_path):
    (tmp_path / WRITER_FILE).write_text(json.dumps({"pid": 1, "since": "2026-01-01"}))
    assert announced_writer(tmp_path) == (1, "2026-01-01")
    assert current_writer(tmp_path) is None


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"pid": "x", "since": 1}', "\xff"])
def test_an_announcement_that_cannot_be_read_is_none(tmp_path, written):
    (tmp_path / WRITER_FILE).write_bytes(written.encode("latin-1"))
    assert announced_writer(tmp_path) == (None, None)


def test_the_lock_is_released_after_an_exception(tmp_path):
    with pytest.raises(ZeroDivisionError), locked(tmp_path, wait=0):
        raise ZeroDivisionError
    with locked(tmp_path, wait=0):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_forked_process_does_not_keep_the_lock(tmp_path):
    context = multiprocessing.get_context("fork")
    go_on = context.Event()
    with locked(tmp_path, wait=0):
        child = context.Process(target=go_on.wait, daemon=True)
        child.start()
    with locked(tmp_path, wait=0):  # while the child still lives
        assert child.is_alive()
    go_on.set()
    child.join()
