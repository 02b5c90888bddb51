"""Run the worker processes that answer requests, by granian: start, replace and stop them.

The command's own process answers nothing. It starts the workers, each of which builds the
application for itself (`web.server.worker`), says when they answer, and ends with them.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from granian.constants import HTTPModes, Interfaces, Loops
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server.mp import MPServer

from web.errors import WebError
from web.settings import Value

if TYPE_CHECKING:
    from flask import Flask

# In each worker: connections that may wait to be accepted, and that are open at once, most of them
# idle, for each thread.
BACKLOG = 1024
CONNECTIONS_PER_THREAD = 10
# A connection is closed on which no whole request header comes for so long.
IDLE_MILLISECONDS = 120_000
# A worker that was told to stop is killed after that; by itself it ends sooner (see `worker`).
KILL_SECONDS = 9.0
# Before a worker that died is replaced: one that cannot live must not keep a core busy.
PAUSE_SECONDS = 1.0
# Threads of a worker besides those that admission lets work or wait: slow clients hold 16 of them
# (see `slow_clients`), the others refuse requests and answer /health.
SPARE_THREADS = 20
# The directory that the workers share. prometheus_client keeps the figures there that /metrics adds
# up, and admission its slots.
SHARED_DIRECTORY = "PROMETHEUS_MULTIPROC_DIR"
# granian's own errors go to the log of the process that they come from.
LOGGING = {"handlers": {}, "formatters": {}, "loggers": {"_granian": {"propagate": True}}}
LOOPBACK = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # where to ask who listens on all addresses


class Supervisor(MPServer):
    """granian's supervisor, but one that replaces a worker however often it dies.

    granian itself ends the whole service where a worker dies again within seconds.
    """

    def _respawn_workers(self, workers: list[int], *args: Any, **options: Any) -> None:
        """Start a worker in the place of each of `workers`, after a pause."""
        time.sleep(PAUSE_SECONDS)
        if not self.interrupt_signal:
            super()._respawn_workers(workers, *args, **options)
            self.respawned_wrks.clear()
        if self.interrupt_signal:  # granian forgets a signal that comes at an unlucky moment
            self.main_loop_interrupt.set()


def serve(
    settings: Mapping[str, Value],
    address: tuple[str, int],
    workers: int,
    announce: Callable[[str], None],
) -> None:
    """Answer on an IP address and port by so many workers, until SIGTERM or Ctrl+C.

    Call `announce` when they answer, with what is wrong with the index, if anything is. Raise
    WebError where a worker ends before that.
    """
    # The same on every system; a fork would copy threads half alive.
    multiprocessing.set_start_method("spawn", force=True)
    receiver, sender = multiprocessing.Pipe(duplex=False)
    server = build_supervisor(settings, address, workers)
    server.on_startup(partial(handle_signals, server, hangup_handler()))
    waiting = partial(announce_when_ready, server, receiver, announce)
    threading.Thread(target=waiting, name="ready", daemon=True).start()
    with tempfile.TemporaryDirectory(prefix="evidence-") as directory:
        os.environ[SHARED_DIRECTORY] = directory
        try:
            server.serve(target_loader=partial(load, dict(settings), sender), wrap_loader=False)
        except SystemExit as error:
            # granian's way to say that a worker died, which after a signal is as it should be.
            if not server.interrupt_signal:
                message = "a worker process ended before it could answer; its reason stands above"
                raise WebError(message) from error


def build_supervisor(
    settings: Mapping[str, Value], address: tuple[str, int], workers: int
) -> Supervisor:
    """Return granian's supervisor, configured as our settings say."""
    threads = int(settings["threads"]) + int(settings["queue"]) + SPARE_THREADS
    return Supervisor(
        "evidence",
        *address,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        loop=Loops.asyncio,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=IDLE_MILLISECONDS),
        backlog=BACKLOG,
        backpressure=CONNECTIONS_PER_THREAD * threads,
        log_level=LogLevels.error,
        log_dictconfig=LOGGING,
        workers_kill_timeout=KILL_SECONDS,  # type: ignore[arg-type]  # a timeout of join()
    )


def load(settings: dict[str, Value], ready: Connection) -> Flask:
    """Return the application of a worker process, in which this is called."""
    # Imported here, since the process that starts the workers needs no index and no Flask.
    from web.server import worker

    return worker.start(settings, ready)


def announce_when_ready(
    server: Supervisor, receiver: Connection, announce: Callable[[str], None]
) -> None:
    """Wait until all workers have built the application and one is listening, then announce it.

    From then on a worker that dies is replaced. Before, granian ends instead.
    """
    with suppress(EOFError):  # the service has ended
        problem = max(receiver.recv() for _ in range(server.workers))
        await_listener(server.bind_addr, server.bind_port)
        server.respawn_failed_workers = True
        announce(problem)
        while True:  # workers that replace others report too: a full pipe would stop them
            receiver.recv()


def await_listener(host: str, port: int) -> None:
    """Wait until somebody listens on the address."""
    while True:
        try:
            socket.create_connection((LOOPBACK.get(host, host), port)).close()
        except ConnectionRefusedError:
            time.sleep(0.01)
        else:
            return


def hangup_handler() -> Any:
    """Return what SIGHUP does in this process, None where the system has no such signal."""
    return signal.getsignal(signal.SIGHUP) if hasattr(signal, "SIGHUP") else None


def handle_signals(server: Supervisor, hangup: Any) -> None:
    """Let the first SIGTERM or Ctrl+C stop the workers gently, and the second kill them.

    A hangup of the terminal ends the command as ever: granian would start all workers anew.
    """

    def stop(number: int, frame: object) -> None:
        if server.interrupt_signal:
            for worker in server.wrks:
                worker.kill()  # type: ignore[no-untyped-call]  # theirs
        server.signal_handler_interrupt()  # type: ignore[no-untyped-call]  # theirs

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    if hangup is not None:
        signal.signal(signal.SIGHUP, hangup)
