"""How often each address asked, counted in this process; the rate limits are read off it."""

from __future__ import annotations

import threading
import time

from limits.storage import Storage

# With fewer counts than these, those that are over are not looked for.
FEWEST = 1024


class Tally(Storage):
    """Counts by key, each until its window is over. Safe in threads.

    The memory storage of limits does the same, but starts a thread for nearly every request.
    """

    STORAGE_SCHEME = ["tally"]  # noqa: RUF012  # as limits declares it

    def __init__(self, uri: str | None = None, wrap_exceptions: bool = False, **_: str) -> None:
        super().__init__(uri, wrap_exceptions=wrap_exceptions)
        self.counts: dict[str, tuple[int, float]] = {}
        self.most = FEWEST
        self.lock = threading.Lock()

    @property
    def base_exceptions(self) -> type[Exception]:
        """What a storage that fails may raise: this one does not."""
        return ValueError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Returns the count of a key with `amount` more; a new window lasts `expiry` seconds."""
        now = time.time()
        with self.lock:
            count, end = self.counts.get(key, (0, 0.0))
            if end <= now:
                count, end = 0, now + expiry
                self.forget(now)
            self.counts[key] = count + amount, end
            return count + amount

    def forget(self, now: float) -> None:
        """Drops the counts that are over, each time there are twice as many: so they stay few."""
        if len(self.counts) >= self.most:
            self.counts = {key: one for key, one in self.counts.items() if one[1] > now}
            self.most = max(FEWEST, 2 * len(self.counts))

    def get(self, key: str) -> int:
        """Returns the count of a key, 0 where its window is over."""
        count, end = self.counts.get(key, (0, 0.0))
        return count if end > time.time() else 0

    def get_expiry(self, key: str) -> float:
        """Returns when the window of a key ends, in seconds since 1970; now where it has none."""
        return max(self.counts.get(key, (0, 0.0))[1], time.time())

    def check(self) -> bool:
        """Returns whether the storage works: always."""
        return True

    def reset(self) -> int:
        """Forgets all counts; returns how many there were."""
        with self.lock:
            gone = len(self.counts)
            self.counts = {}
            return gone

    def clear(self, key: str) -> None:
        """Forgets the count of a key."""
        with self.lock:
            self.counts.pop(key, None)
