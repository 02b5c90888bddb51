"""How many requests are worked on at once, how many may wait, and what the rest are told."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from flask import Flask, g, request
from werkzeug.exceptions import ServiceUnavailable

from web.settings import Value

PATIENCE = 5.0
# These must answer however busy the service is.
ALWAYS = ("static", "bootstrap.static", "watch.health", "watch.ready", "watch.metrics")


class Admission:
    """Lets `places` requests in, and `queue` more wait; the rest are refused at once.

    Nobody waits for an answer that comes too late. After `close` all are refused.
    """

    def __init__(self, places: int, queue: int) -> None:
        self.room = threading.BoundedSemaphore(places)
        self.most = places + queue
        self.inside = 0
        self.closed = False
        self.changed = threading.Condition()

    def enter(self) -> bool:
        """Returns whether the request may be worked on, after it waited its turn."""
        with self.changed:
            if self.closed or self.inside >= self.most:
                return False
            self.inside += 1
        if self.room.acquire(timeout=PATIENCE):
            return True
        self.gone()
        return False

    def leave(self) -> None:
        """Makes room for the next request."""
        self.room.release()
        self.gone()

    def gone(self) -> None:
        """Counts one request less."""
        with self.changed:
            self.inside -= 1
            self.changed.notify_all()

    def close(self, patience: float) -> bool:
        """Lets no more in; returns whether those inside were done within `patience` seconds."""
        with self.changed:
            self.closed = True
            return self.changed.wait_for(lambda: self.inside == 0, patience)


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Puts a gate before every request but those that must always answer."""
    gate = Admission(int(settings["threads"]), int(settings["queue"]))
    app.extensions["gate"] = gate

    @app.before_request
    def enter() -> None:
        if request.endpoint in ALWAYS:
            return
        if not gate.enter():
            raise ServiceUnavailable(retry_after=1)
        g.entered = True

    @app.teardown_request
    def leave(error: BaseException | None) -> None:
        if g.pop("entered", False):
            gate.leave()
