"""HTTP clients that cost little, each on one connection that it keeps.

They use plain sockets, because they share the processor with the server that they measure.
"""

from __future__ import annotations

import random
import re
import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

CONTENT_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
LAST_CHUNK = b"0\r\n\r\n"
BYTES_PER_READ = 65536


@dataclass
class LoadFigures:
    """What clients measured: `seconds` of each answer, `errors` (answers that were not 200), and
    `missed`, the pages that were due and could not be asked for in time.
    """

    seconds: list[float] = field(default_factory=list)
    errors: int = 0
    missed: int = 0


@dataclass(frozen=True)
class Load:
    """What clients ask: random `paths` of a server, for so many seconds.

    Without a `rate` each asks for its next page once it has the last (a closed loop); with one they
    together ask for so many pages per second at random moments.
    """

    port: int
    paths: Sequence[str]
    seconds: float
    clients: int
    rate: float | None = None

    @property
    def pause(self) -> float:
        """The average seconds from one page that a client is due to ask for to the next."""
        return self.clients / self.rate if self.rate else 0.0

    @property
    def way(self) -> str:
        """How the pages are asked for, in words."""
        return f"{self.rate:g}/s offered" if self.rate else "closed loop"


def run_load(load: Load) -> LoadFigures:
    """Let clients ask, each in a thread of its own; return what they measured together."""
    figures = LoadFigures()
    start = time.perf_counter()
    threads = [
        threading.Thread(target=run_client, args=(load, start, figures, seed))
        for seed in range(load.clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return figures


def run_client(load: Load, start: float, figures: LoadFigures, seed: int) -> None:
    """Ask for pages on one connection until the load ends.

    A time counts from when its page was due, so that waiting for a slow one before it counts.
    """
    chance, due, end = random.Random(seed), start, start + load.seconds
    with socket.create_connection(("127.0.0.1", load.port)) as connection:
        while True:
            due = due + chance.uniform(0, 2 * load.pause) if load.rate else time.perf_counter()
            if due > end:
                return
            if (early := due - time.perf_counter()) > 0:
                time.sleep(early)
            elif time.perf_counter() > end:
                figures.missed += round((end - due) / load.pause) if load.rate else 0
                return
            is_ok = fetch(connection, load.port, chance.choice(load.paths))
            figures.seconds.append(time.perf_counter() - due)
            figures.errors += not is_ok


def fetch(connection: socket.socket, port: int, path: str) -> bool:
    """Read all of a page; return whether the status was 200."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\n\r\n"
    connection.sendall(request.encode())
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += receive(connection)
    head, _, body = answer.partition(b"\r\n\r\n")
    if length := CONTENT_LENGTH.search(head):
        missing = int(length[1]) - len(body)
        while missing > 0:
            missing -= len(receive(connection))
    else:
        while not body.endswith(LAST_CHUNK):
            body = body[-8:] + receive(connection)
    return head.startswith((b"HTTP/1.1 200 ", b"HTTP/1.0 200 "))


def receive(connection: socket.socket) -> bytes:
    """Return the next bytes. Raise ConnectionError where the server closed the connection."""
    data = connection.recv(BYTES_PER_READ)
    if not data:
        raise ConnectionError("the server closed the connection")
    return data
