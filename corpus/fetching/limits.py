"""How long and how much fetching may take, and how it calls itself."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

from corpus.regular_files import MAX_FILE_BYTES

ROBOTS_NAME = "evidence-search"
"""The name under which a robots.txt may speak to us."""

PURPOSE = "downloads inspection reports listed in a catalogue"
USER_AGENT = f"{ROBOTS_NAME}/{version('evidence-search')} ({PURPOSE})"


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Bounds of fetching. Times are in seconds.

    `pause` lies between two requests to one host, or what its robots.txt asks for, up to
    `max_pause`. `connect` and `read` bound the wait for a connection and for the next bytes,
    `total` one download, `robots` one robots.txt. A request that may succeed later is repeated up
    to `attempts` times, first after `back_off`, then after twice as long; where a server asks for
    more than `max_wait` it is left alone.
    """

    pause: float = 1.0
    max_pause: float = 30.0
    connect: float = 10.0
    read: float = 30.0
    total: float = 600.0
    robots: float = 60.0
    attempts: int = 4
    back_off: float = 2.0
    max_wait: float = 120.0
    max_redirects: int = 5
    max_bytes: int = MAX_FILE_BYTES
    max_robots_bytes: int = 512_000
