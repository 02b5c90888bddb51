"""The log goes on when nobody reads it: lines are lost and counted, nothing waits."""

import json
import logging
import os
import threading

import pytest

from web.server.log_handler import QueuedLogHandler


def said(text):
    return logging.LogRecord("any", logging.INFO, "any", 1, text, None, None)


@pytest.fixture
def pipe():
    """What comes out of a pipe, and the end that is written to."""
    reading, writing = os.pipe()
    with os.fdopen(reading) as out:
        yield out, writing


def test_lines_come_in_their_order(pipe):
    out, writing = pipe
    journal = QueuedLogHandler(writing)
    for text in ("one", "two", "three ✓"):
        journal.handle(said(text))
    journal.flush()
    assert [out.readline() for _ in range(3)] == ["one\n", "two\n", "three ✓\n"]


def test_what_nobody_reads_is_lost_and_counted_and_keeps_nobody_waiting(pipe):
    out, writing = pipe
    journal, sent = QueuedLogHandler(writing, most=10_000), 1_000

    def send():
        for number in range(sent):
            journal.handle(said(f"{number:04} " + "x" * 1_000))

    sending = threading.Thread(target=send, daemon=True)
    sending.start()
    sending.join(10)
    assert not sending.is_alive()
    assert journal.held <= 10_000
    journal.flush()  # gives up
    read, lost = [], 0
    while len(read) + lost < sent:
        line = out.readline()
        if line.startswith("{"):
            lost += json.loads(line)["lost"]
        else:
            read.append(int(line[:4]))
    assert read == sorted(read)
    assert lost > 0
    journal.handle(said("after"))
    assert out.readline() == "after\n"


def test_where_the_reader_has_gone_nothing_fails():
    reading, writing = os.pipe()
    os.close(reading)
    journal = QueuedLogHandler(writing)
    journal.handle(said("one"))
    journal.flush()
    assert (journal.held, journal.lost) == (0, 1)


def test_a_line_of_many_threads_is_whole(pipe):
    out, writing = pipe
    journal = QueuedLogHandler(writing)
    threads = [
        threading.Thread(target=journal.handle, args=(said(f"{number}" * 50),))
        for number in range(8)
    ]
    for thread in threads:
        thread.start()
    assert sorted(out.readline() for _ in threads) == [
        f"{number}" * 50 + "\n" for number in range(8)
    ]
