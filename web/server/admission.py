"""Shed load: up to a limit of requests run, up to a limit wait, and the rest get 503."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from flask import Flask, g, request
from werkzeug.exceptions import ServiceUnavailable

from web.server.slow_clients import RETRY_SECONDS, receive_body
from web.settings import Value

WAIT_SECONDS = 5.0
# Endpoints that answer however busy the service is.
ALWAYS_ANSWERED = ("static", "bootstrap.static", "watch.health", "watch.ready", "watch.metrics")


class Admission:
    """Lets `places` requests work and `queue` more wait for a place; refuses the rest at once.

    Nobody waits longer than WAIT_SECONDS, for an answer that would come too late. After `close`
    all are refused.
    """

    def __init__(self, places: int, queue: int) -> None:
        self._places = threading.BoundedSemaphore(places)
        self._capacity = places + queue
        self._closed = False
        self._changed = threading.Condition()
        self.count = 0  # requests that work or wait

    def enter(self) -> bool:
        """Return whether the request may work, after it has waited its turn."""
        with self._changed:
            if self._closed or self.count >= self._capacity:
                return False
            self.count += 1
        if self._places.acquire(timeout=WAIT_SECONDS):
            return True
        self._subtract()
        return False

    def leave(self) -> None:
        """Give the place of a request that entered to the next."""
        self._places.release()
        self._subtract()

    def close(self, timeout: float) -> bool:
        """Refuse all requests from now on. Return whether those that had entered left within
        `timeout` seconds.
        """
        with self._changed:
            self._closed = True
            return self._changed.wait_for(lambda: self.count == 0, timeout)

    def _subtract(self) -> None:
        with self._changed:
            self.count -= 1
            self._changed.notify_all()


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Let every request ask for admission, but those that are always answered."""
    admission = Admission(int(settings["threads"]), int(settings["queue"]))
    app.extensions["admission"] = admission

    @app.before_request
    def enter() -> None:
        if request.endpoint in ALWAYS_ANSWERED:
            return
        receive_body()
        if not admission.enter():
            raise ServiceUnavailable(retry_after=RETRY_SECONDS)
        g.admitted = True

    @app.teardown_request
    def leave(error: BaseException | None) -> None:
        if g.pop("admitted", False):
            admission.leave()
