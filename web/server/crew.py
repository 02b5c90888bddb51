"""Several processes that answer on one socket: started together, started again, stopped gently."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from functools import partial

from web.errors import WebError
from web.server.shares import sheet
from web.settings import Value

LOOK = 0.2
# A worker that dies is followed by another after this pause, so that one that cannot live does
# not keep the machine busy.
PAUSE = 1.0
# Workers end themselves within ten seconds; whoever has not after these is killed.
PATIENCE = 12.0
SHARED_FIGURES = "PROMETHEUS_MULTIPROC_DIR"


class Crew:
    """Workers that share a listening socket, each with threads, gate and memory of its own."""

    def __init__(self, settings: Mapping[str, Value], listening: socket.socket) -> None:
        self.settings = json.dumps(dict(settings))
        self.listening = listening
        self.workers: list[subprocess.Popen[str]] = []
        self.told = threading.Event()

    def run(self, count: int, ready: Callable[[str], None]) -> None:
        """Starts `count` workers, calls `ready` with what is wrong with the index, if anything,
        and keeps them alive until SIGTERM or Ctrl+C. Raises WebError where they cannot start.
        """
        signal.signal(signal.SIGTERM, self.stop)
        with tempfile.TemporaryDirectory(prefix="evidence-") as figures, sheet(count) as counts:
            start = partial(self.started, figures, counts)
            try:
                self.workers = [start(place) for place in range(count)]
                ready(max(map(heard, self.workers)))
                self.watch(start)
            except KeyboardInterrupt:
                self.told.set()
            finally:
                self.end()

    def started(self, figures: str, counts: int, place: int) -> subprocess.Popen[str]:
        """Returns a new worker, told its settings; it keeps its figures beside the others', and
        counts its connections at its place.
        """
        handles = [self.listening.fileno(), counts]
        worker = subprocess.Popen(
            [sys.executable, "-m", "web.server.worker", *map(str, handles), str(place)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=handles,
            env={**os.environ, SHARED_FIGURES: figures},
            text=True,
        )
        assert worker.stdin
        worker.stdin.write(self.settings + "\n")
        worker.stdin.flush()
        return worker

    def watch(self, start: Callable[[int], subprocess.Popen[str]]) -> None:
        """Puts a new worker in the place of each that died, until told to stop."""
        while not self.told.wait(LOOK):
            for place, worker in enumerate(self.workers):
                if worker.poll() is not None and not self.told.wait(PAUSE):
                    close(worker)
                    self.workers[place] = start(place)

    def stop(self, number: int, frame: object) -> None:
        """Takes SIGTERM: lets the workers finish the first time, leaves at once the second."""
        if self.told.is_set():
            raise SystemExit(0)
        self.told.set()

    def end(self) -> None:
        """Lets the workers finish, and kills those that do not."""
        for worker in self.workers:
            close(worker)
        last = time.monotonic() + PATIENCE
        for worker in self.workers:
            try:
                worker.wait(max(0.0, last - time.monotonic()))
            except subprocess.TimeoutExpired:
                worker.kill()
                worker.wait()


def heard(worker: subprocess.Popen[str]) -> str:
    """Returns what a worker says when it is ready. Raises WebError where it ends instead."""
    assert worker.stdout
    line = worker.stdout.readline()
    if not line:
        raise WebError("a worker process ended before it could answer; its reason stands above")
    missing: str = json.loads(line)
    return missing


def close(worker: subprocess.Popen[str]) -> None:
    """Lets go of a worker, which tells it to stop if it still lives."""
    for pipe in (worker.stdin, worker.stdout):
        assert pipe
        pipe.close()
