"""The log of a process: lines that a thread of its own writes, so that no answer waits for it."""

from __future__ import annotations

import json
import logging
import os
import threading
from collections import deque

MOST = 1 << 20  # bytes of lines that wait to be written
PATIENCE = 1.0  # seconds that the end of the process waits for the last lines


class QueuedLogHandler(logging.Handler):
    """Writes records as lines to an open file, which may be a pipe that nobody reads.

    Lines for which there is no room are not written: how many they were is a line of its own, as
    soon as one is written again. A line that the file does not take counts as one of those.
    """

    def __init__(self, handle: int, most: int = MOST) -> None:
        super().__init__()
        self.file, self.most = handle, most
        self.waiting: deque[bytes] = deque()
        self.held = self.lost = 0
        self.changed = threading.Condition()
        threading.Thread(target=self._write, name="journal", daemon=True).start()

    def emit(self, record: logging.LogRecord) -> None:
        """Takes a record to be written, or counts it as lost."""
        line = self.format(record).encode(errors="backslashreplace") + b"\n"
        with self.changed:
            if self.held + len(line) > self.most:
                self.lost += 1
                return
            self.waiting.append(line)
            self.held += len(line)
            self.changed.notify_all()

    def flush(self) -> None:
        """Waits until all is written, but not long. Logging calls it when the process ends."""
        with self.changed:
            self.changed.wait_for(lambda: not self.held, PATIENCE)

    def _write(self) -> None:
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.waiting)
                line = self.waiting.popleft()
            written = self._written(line)
            with self.changed:
                self.held -= len(line)
                self.lost += not written
                if written and self.lost:
                    told = json.dumps({"lost": self.lost}).encode() + b"\n"
                    self.waiting.appendleft(told)
                    self.held, self.lost = self.held + len(told), 0
                self.changed.notify_all()

    def _written(self, line: bytes) -> bool:
        """Writes a line, past Python's own buffers: they could not be flushed at the end."""
        try:
            while line:
                line = line[os.write(self.file, line) :]
        except OSError:  # its reader has gone, or its disk is full
            return False
        return True


def keep(handle: int) -> None:
    """Has all that is logged from now on written to an open file, and there alone: a line for each
    request, and what any library warns of.
    """
    logging.basicConfig(handlers=[QueuedLogHandler(handle)], format="%(message)s", force=True)
    logging.getLogger("evidence.requests").setLevel(logging.INFO)
    # The gate says how many may wait; waitress would warn of each that does.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    logging.captureWarnings(True)
