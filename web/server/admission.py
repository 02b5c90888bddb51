"""Shed load: so many requests run, so many wait, and the rest get 503; of heavy ones, fewer run."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from pathlib import Path

from flask import Flask, g, request
from werkzeug.exceptions import ServiceUnavailable

from corpus.cores import available_cores
from web.server.shared_slots import FileSlots, ProcessSlots, Release, slots
from web.server.slow_clients import RETRY_SECONDS, receive_body
from web.server.supervisor import SHARED_DIRECTORY
from web.settings import Value

WAIT_SECONDS = 5.0
# Endpoints that answer however busy the service is.
ALWAYS_ANSWERED = ("static", "bootstrap.static", "watch.health", "watch.ready", "watch.metrics")


# Endpoints that keep a core busy for long, and by which method. A concordance does as CSV.
HEAVY = {
    "exports.table": "GET",
    "exports.ris": "GET",
    "workbooks.recommendations": "GET",
    "recommendations.listing": "GET",
    "recommendations.listing_by_name": "GET",
    "side_by_side.reports": "GET",
    "wording.distinctive": "GET",
    "wording_grades.grades": "GET",
    "wording.draft": "POST",
    "api.distinctive": "GET",
    "api.grades": "GET",
    "api.recommendations": "GET",
    "api.side_by_side": "GET",
    "api.draft": "POST",
}
HEAVY_WAIT_SECONDS = 30.0  # that a heavy request waits for a slot: an export takes seconds
MAX_HEAVY_WAITING = 8  # in each process
HEAVY_RETRY_SECONDS = 10


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


class HeavyAdmission:
    """Lets as many heavy requests work at once as there are slots; few wait for one."""

    def __init__(self, shared: ProcessSlots | FileSlots, waiting: int = MAX_HEAVY_WAITING) -> None:
        self._shared = shared
        self._waiting = threading.BoundedSemaphore(waiting)

    def enter(self, seconds: float) -> Release:
        """Return what a heavy request calls when it is over. Raise ServiceUnavailable where it
        found no slot for so many seconds, or too many wait already.
        """
        if release := self._shared.acquire(0):
            return release
        if self._waiting.acquire(blocking=False):
            try:
                if release := self._shared.acquire(seconds):
                    return release
            finally:
                self._waiting.release()
        raise ServiceUnavailable(retry_after=HEAVY_RETRY_SECONDS)


def is_heavy() -> bool:
    """Return whether this request will keep a core busy for long."""
    is_csv = request.endpoint == "wording.concordance" and request.args.get("as") == "csv"
    return is_csv or HEAVY.get(request.endpoint or "") == request.method


def heavy_slots() -> ProcessSlots | FileSlots:
    """Return a slot for each core but one, which all processes of this service share."""
    directory = os.environ.get(SHARED_DIRECTORY)
    return slots(Path(directory) if directory else None, max(1, available_cores() - 1))


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Let every request ask for admission, but those that are always answered."""
    admission = Admission(int(settings["threads"]), int(settings["queue"]))
    heavy_admission = HeavyAdmission(heavy_slots())
    app.extensions["admission"] = admission

    @app.before_request
    def enter() -> None:
        if request.endpoint in ALWAYS_ANSWERED:
            return
        receive_body()
        if is_heavy():  # it waits without a place, so that pages have all of them
            g.release_slot = heavy_admission.enter(HEAVY_WAIT_SECONDS)
        if not admission.enter():
            raise ServiceUnavailable(retry_after=RETRY_SECONDS)
        g.admitted = True

    @app.teardown_request
    def leave(error: BaseException | None) -> None:
        if g.pop("admitted", False):
            admission.leave()
        if release := g.pop("release_slot", None):
            release()
