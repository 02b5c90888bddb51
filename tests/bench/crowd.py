"""Clients that ask a server for pages, each on one connection that it keeps, at little cost.

Plain sockets, because clients share the cores with the server that they measure.
"""

from __future__ import annotations

import random
import re
import socket
import threading
import time
from dataclasses import dataclass, field

LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


@dataclass
class Figures:
    """What the clients saw: seconds of each answer, answers that were none, and how many pages
    were due that could not be asked for in time.
    """

    seconds: list[float] = field(default_factory=list)
    errors: int = 0
    missed: int = 0


def crowd(
    port: int, paths: list[str], seconds: float, clients: int, rate: float | None = None
) -> Figures:
    """Returns what `clients` saw who asked for `seconds`: one page after the other, or together
    `rate` pages a second.
    """
    seen = Figures()
    pause = clients / rate if rate else 0.0
    begun = time.perf_counter()
    threads = [
        threading.Thread(target=client, args=(port, paths, begun, seconds, pause, seen, n))
        for n in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


def client(
    port: int,
    paths: list[str],
    begun: float,
    seconds: float,
    pause: float,
    seen: Figures,
    seed: int,
) -> None:
    """Asks for pages at random on one connection, `pause` seconds apart on average."""
    chance, due, end = random.Random(seed), begun, begun + seconds
    with socket.create_connection(("127.0.0.1", port)) as connection:
        while True:
            due = due + chance.uniform(0, 2 * pause) if pause else time.perf_counter()
            if due > end:
                return
            if (early := due - time.perf_counter()) > 0:
                time.sleep(early)
            elif time.perf_counter() > end:
                seen.missed += round((end - due) / pause) if pause else 0
                return
            fine = asked(connection, port, chance.choice(paths))
            seen.seconds.append(time.perf_counter() - due)
            seen.errors += not fine


def asked(connection: socket.socket, port: int, path: str) -> bool:
    """Returns whether a page was answered with 200, all of it read."""
    asking = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\n\r\n"
    connection.sendall(asking.encode())
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += more(connection)
    head, _, body = answer.partition(b"\r\n\r\n")
    length = LENGTH.search(head)
    got = len(body)
    if length:
        while got < int(length[1]):
            got += len(more(connection))
    else:
        while not body.endswith(b"0\r\n\r\n"):
            body = body[-8:] + more(connection)
    return head.startswith((b"HTTP/1.1 200 ", b"HTTP/1.0 200 "))


def more(connection: socket.socket) -> bytes:
    """Returns what comes next. Raises ConnectionError where the server closed."""
    data = connection.recv(65536)
    if not data:
        raise ConnectionError("the server closed the connection")
    return data
