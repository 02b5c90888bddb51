"""Write the log in a thread of its own: no answer waits for whoever reads the log."""

from __future__ import annotations

import json
import logging
import os
import threading
from collections import deque

MAX_BYTES = 1 << 20  # of lines that wait to be written
FLUSH_SECONDS = 1.0  # that the end of the process waits for the last lines


class QueuedLogHandler(logging.Handler):
    """Writes records as lines to an open file, which may be a pipe that nobody reads.

    Lines for which there is no room are dropped, and so is a line that the file does not take. How
    many they were is a line of its own, as soon as one is written again.
    """

    def __init__(self, descriptor: int, max_bytes: int = MAX_BYTES) -> None:
        super().__init__()
        self.descriptor, self.max_bytes = descriptor, max_bytes
        self.lines: deque[bytes] = deque()
        self.queued_bytes = self.dropped = 0
        self.changed = threading.Condition()
        threading.Thread(target=self._write_lines, name="log", daemon=True).start()

    def emit(self, record: logging.LogRecord) -> None:
        """Queue a record to be written, or count it as dropped."""
        line = self.format(record).encode(errors="backslashreplace") + b"\n"
        with self.changed:
            if self.queued_bytes + len(line) > self.max_bytes:
                self.dropped += 1
                return
            self.lines.append(line)
            self.queued_bytes += len(line)
            self.changed.notify_all()

    def flush(self) -> None:
        """Wait until all is written, but not long. Logging calls it when the process ends."""
        with self.changed:
            self.changed.wait_for(lambda: not self.queued_bytes, FLUSH_SECONDS)

    def _write_lines(self) -> None:
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.lines)
                line = self.lines.popleft()
            is_written = self._write(line)
            with self.changed:
                self.queued_bytes -= len(line)
                self.dropped += not is_written
                if is_written and self.dropped:
                    notice = json.dumps({"lost": self.dropped}).encode() + b"\n"
                    self.lines.appendleft(notice)
                    self.queued_bytes, self.dropped = self.queued_bytes + len(notice), 0
                self.changed.notify_all()

    def _write(self, line: bytes) -> bool:
        """Write a line, past Python's own buffers, which could not be flushed at the end; return
        whether the file took it.
        """
        try:
            while line:
                line = line[os.write(self.descriptor, line) :]
        except OSError:  # its reader has gone, or its disk is full
            return False
        return True


def log_to(descriptor: int) -> None:
    """Have all that is logged from now on written to an open file, and there alone: a line for each
    request, and what any library warns of.
    """
    handler = QueuedLogHandler(descriptor)
    logging.basicConfig(handlers=[handler], format="%(message)s", force=True)
    logging.getLogger("evidence.requests").setLevel(logging.INFO)
    logging.captureWarnings(True)
