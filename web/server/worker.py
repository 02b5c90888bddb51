"""One process that answers: the application behind waitress, until it is told to stop.

A crew starts one as `python -m web.server.worker SOCKET SHEET PLACE`: the handles of the socket to
listen on and of the sheet of `shares`, and the worker's place on it. The settings come as a line of
JSON on stdin. It says a line of JSON when it is ready, and stops gently when stdin ends: so it
never outlives the crew.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Mapping

from flask import Flask

from index.errors import IndexingError
from index.facets import FACET
from search import service
from search.local.engine import LocalEngines
from search.model import Request
from web import create_app
from web.server import log_handler, malloc
from web.server.shares import Door, Shares
from web.settings import Value

LAST_REQUESTS = 10.0
LAST_BYTES = 0.2
# Threads beyond those the gate lets in answer the rest with 503, and serve files.
SPARE = 4


def main() -> None:
    """Answers for a crew."""
    settings = json.loads(sys.stdin.readline())
    # Ctrl+C reaches every process of a terminal; the crew says when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    app, missing = prepared(settings)
    told = stop_gently(app.extensions["gate"].close)
    threading.Thread(target=until_the_crew_ends, args=(told,), name="crew", daemon=True).start()
    print(json.dumps(missing), flush=True)
    listening, counts, place = map(int, sys.argv[1:])
    answer(app, socket.socket(fileno=listening), Shares(counts, place))


def until_the_crew_ends(told: threading.Event) -> None:
    """Sets `told` when nobody holds the other end of stdin any more."""
    sys.stdin.read()
    told.set()


def prepared(settings: Mapping[str, Value]) -> tuple[Flask, str]:
    """Returns the application, its first search done, and why it has no index if so."""
    malloc.one_heap()
    app = create_app(settings)
    log_handler.keep(sys.stderr.fileno())
    missing = warm(app.extensions["engines"])
    app.extensions["engines"].follow()
    return app, missing


def warm(engines: LocalEngines) -> str:
    """Answers one search, so that the first visitor does not wait for what is made once: counts
    of facets, the table of words, the vocabulary.

    Returns what is wrong with the index, else nothing: without one the pages say so.
    """
    try:
        service.search(engines.newest(), Request("children", facets=tuple(FACET))).parts()
    except IndexingError as error:
        return str(error)
    return ""


def answer(app: Flask, listening: socket.socket, shares: Shares) -> None:
    """Answers what comes in on the socket until the process is told to stop."""
    settings = app.config["EVIDENCE"]
    threads = settings["threads"] + settings["queue"] + SPARE
    Door(
        app,
        listening,
        shares,
        threads=threads,
        connection_limit=10 * threads,
        max_request_body_size=settings["body"] + 10_000,
        ident=None,
    ).run()


def stop_gently(drain: Callable[[float], bool]) -> threading.Event:
    """Lets SIGTERM end the server when the requests under way are answered, a second one now.

    Returns what may be set to the same end.
    """
    told = threading.Event()

    def stop(number: int, frame: object) -> None:
        if told.is_set():
            raise SystemExit(0)
        told.set()

    def wait() -> None:
        told.wait()
        drain(LAST_REQUESTS)
        # The server's loop sends what is still in its buffers before it is interrupted.
        time.sleep(LAST_BYTES)
        os.kill(os.getpid(), signal.SIGTERM)

    signal.signal(signal.SIGTERM, stop)
    threading.Thread(target=wait, name="stop", daemon=True).start()
    return told


if __name__ == "__main__":
    main()
