"""Start a worker process: build the application, answer a first search, and see to its end."""

from __future__ import annotations

import atexit
import logging
import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Mapping
from multiprocessing.connection import Connection

from flask import Flask

from corpus import worker_limits
from index.errors import IndexingError
from index.facets import FACET
from search import service
from search.local.engine import LocalEngines
from search.model import Request
from web import create_app
from web.server import log_handler, malloc
from web.server.admission import Admission
from web.settings import Value

# After a signal to stop: for requests under way, and then for what is left of their answers.
LAST_REQUESTS_SECONDS = 8.0
LAST_BYTES_SECONDS = 0.5
# Characters of what is sent when ready: a pipe takes so much at once, beside what others send.
MAX_PROBLEM_LENGTH = 1_000


def start(settings: Mapping[str, Value], ready: Connection) -> Flask:
    """Return the application. Send through `ready` what is wrong with the index, if anything."""
    malloc.use_one_heap()
    parent = multiprocessing.parent_process()
    assert parent is not None
    assert parent.pid is not None
    worker_limits.end_with_parent(parent.pid)
    ignore_interrupts()
    app = create_app(settings)
    log_handler.log_to(sys.stderr.fileno())
    engines: LocalEngines = app.extensions["engines"]
    problem = warm_up(engines)
    engines.follow()
    end_when_drained(app.extensions["admission"])
    atexit.register(leave)
    ready.send(problem[:MAX_PROBLEM_LENGTH])
    return app


def ignore_interrupts() -> None:
    """Leave Ctrl+C, which reaches every process of a terminal, to the process that started this.

    Blocked rather than ignored, because granian sets a handler. Windows can do neither.
    """
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def warm_up(engines: LocalEngines) -> str:
    """Answer one search, so that the first visitor does not wait for what is computed once: counts
    of facets, the table of words, the vocabulary.

    Return what is wrong with the index, "" if nothing: without one the pages say so.
    """
    try:
        service.search(engines.newest(), Request("children", facets=tuple(FACET))).parts()
    except IndexingError as error:
        return str(error)
    return ""


def end_when_drained(admission: Admission) -> None:
    """End this process after a signal to stop, when the requests under way have been answered.

    granian itself ends sooner where all connections can be closed, and never where a client has
    sent half a request.
    """
    reading, writing = socket.socketpair()
    writing.setblocking(False)
    # Python writes a byte there at each signal, beside calling the handler that granian sets.
    signal.set_wakeup_fd(writing.detach(), warn_on_full_buffer=False)

    def wait() -> None:
        reading.recv(1)
        admission.close(LAST_REQUESTS_SECONDS)
        time.sleep(LAST_BYTES_SECONDS)
        leave()

    threading.Thread(target=wait, name="stop", daemon=True).start()


def leave() -> None:
    """End this process with all that was logged, but without tearing down the interpreter: that
    takes seconds, and granian's threads may still use it.
    """
    logging.shutdown()
    os._exit(0)
