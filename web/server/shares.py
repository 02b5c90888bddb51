"""Which worker of a crew takes a new connection: one that holds more than another lets it go first.

Workers wait for connections on one socket, and whoever wakes first takes the next: in a rush the
idle one takes nearly all, and keeps them while the other stands idle.
"""

from __future__ import annotations

import mmap
import os
import socket
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from waitress.server import TcpWSGIServer

# So many more are no matter: where a connection serves one request the numbers change all the time.
MARGIN = 2
# Time for another worker to wake and take the connection, for each beyond the margin, and the most
# of it, for all else that this worker does waits too.
GIVE_WAY, LONGEST = 0.005, 0.05
WIDTH = 4
Application = Callable[..., Iterable[bytes]]


@contextmanager
def sheet(workers: int) -> Iterator[int]:
    """Gives the handle of a nameless file with room for the counts of so many workers."""
    with tempfile.TemporaryFile(prefix="evidence-") as file:
        os.ftruncate(file.fileno(), workers * WIDTH)
        yield file.fileno()


class Shares:
    """How many connections each worker holds, in memory that all of them see.

    `place` is that of this worker, which alone writes there. A count may be a moment old.
    """

    def __init__(self, handle: int, place: int) -> None:
        self.counts = memoryview(mmap.mmap(handle, os.fstat(handle).st_size)).cast("I")
        self.place = place
        self.hold(0)

    def hold(self, connections: int) -> None:
        """Tells the others how many connections this worker holds."""
        self.counts[self.place] = connections

    def pause(self) -> float:
        """Returns the seconds to leave a connection to others: 0 where none holds clearly fewer."""
        ahead = self.counts[self.place] - min(self.counts) - MARGIN
        return min(max(ahead, 0) * GIVE_WAY, LONGEST)


def alone() -> Shares:
    """Returns the shares of a worker that answers all by itself."""
    with sheet(1) as handle:
        return Shares(handle, 0)


class Door(TcpWSGIServer):
    """waitress on a socket that listens already and that other workers listen on too."""

    def __init__(
        self, app: Application, listening: socket.socket, shares: Shares, **settings: Any
    ) -> None:
        self.shares = shares
        told = listening.family, listening.type, listening.proto, listening.getsockname()
        super().__init__(app, _sock=listening, bind_socket=False, sockinfo=told, **settings)

    def readable(self) -> bool:
        """Returns whether new connections are taken; the loop asks before each wait."""
        self.shares.hold(len(self.active_channels))
        return bool(super().readable())

    def accept(self) -> tuple[socket.socket, Any] | None:
        """Returns the next connection and where it comes from, None where another took it."""
        if pause := self.shares.pause():
            time.sleep(pause)
        taken: tuple[socket.socket, Any] | None = super().accept()
        return taken
