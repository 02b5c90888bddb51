"""The log goes on when nobody reads it: lines are dropped and counted, nothing waits."""

import json
import logging
import os
import threading

import pytest

from web.server.log_handler import QueuedLogHandler


def record(text):
    return logging.LogRecord("any", logging.INFO, "any", 1, text, None, None)


@pytest.fixture
def pipe():
    """What comes out of a pipe, and the end that is written to."""
    reading, writing = os.pipe()
    with os.fdopen(reading) as out:
        yield out, writing


def test_lines_come_in_their_order(pipe):
    out, writing = pipe
    handler = QueuedLogHandler(writing)
    for text in ("one", "two", "three ✓"):
        handler.handle(record(text))
    handler.flush()
    assert [out.readline() for _ in range(3)] == ["one\n", "two\n", "three ✓\n"]


def test_what_nobody_reads_is_dropped_and_counted_and_keeps_nobody_waiting(pipe):
    out, writing = pipe
    handler, sent = QueuedLogHandler(writing, max_bytes=10_000), 1_000

    def send():
        for number in range(sent):
            handler.handle(record(f"{number:04} " + "x" * 1_000))

    sending = threading.Thread(target=send, daemon=True)
    sending.start()
    sending.join(10)
    assert not sending.is_alive()
    assert handler.queued_bytes <= 10_000
    handler.flush()  # gives up
    numbers, dropped = [], 0
    while len(numbers) + dropped < sent:
        line = out.readline()
        if line.startswith("{"):
            dropped += json.loads(line)["lost"]
        else:
            numbers.append(int(line[:4]))
    assert numbers == sorted(numbers)
    assert dropped > 0
    handler.handle(record("after"))
    assert out.readline() == "after\n"


def test_where_the_reader_has_gone_nothing_fails():
    reading, writing = os.pipe()
    os.close(reading)
    handler = QueuedLogHandler(writing)
    handler.handle(record("one"))
    handler.flush()
    assert (handler.queued_bytes, handler.dropped) == (0, 1)


def test_lines_of_many_threads_are_whole(pipe):
    out, writing = pipe
    handler = QueuedLogHandler(writing)
    threads = [
        threading.Thread(target=handler.handle, args=(record(f"{number}" * 50),))
        for number in range(8)
    ]
    for thread in threads:
        thread.start()
    assert sorted(out.readline() for _ in threads) == [
        f"{number}" * 50 + "\n" for number in range(8)
    ]
