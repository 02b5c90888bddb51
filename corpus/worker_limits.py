"""Hold a worker process to its limits: it ends with its parent, and bounds time and memory.

The file that a worker reads may be made to hurt, and hold the worker in C code, where no Python
code of ours runs. So each limit is enforced from outside, by the system, as far as it can be:

- The parent's end. On Linux the kernel kills the worker at once (PR_SET_PDEATHSIG). Elsewhere a
  thread of the worker watches for it; where the task holds the GIL, the alarm ends the worker.
  Windows has no alarm: there the worker ends once its task releases the GIL, as pdfium does.
- The time of a task, by the clock and of the processor. On POSIX systems an alarm for each
  (SIGALRM, SIGPROF) ends the worker, also where the parent has gone: none spins for ever.
- Memory. On Linux a bound on the address space (RLIMIT_AS), to which few other systems hold.
"""

from __future__ import annotations

import ctypes
import math
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "linux":
    import resource

# Bytes by which a worker may grow: twenty times what a report needs, and little enough that a
# file made to fill the memory ends its worker and nothing else.
MAX_GROWTH_BYTES = 1 << 30

PR_SET_PDEATHSIG = 1  # from <linux/prctl.h>

# The exit codes of a worker that an alarm ended; None where there are no alarms.
ALARM_EXIT_CODE = None if sys.platform == "win32" else -signal.SIGALRM
CPU_ALARM_EXIT_CODE = None if sys.platform == "win32" else -signal.SIGPROF


LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def end_with_starter() -> None:
    """Have the kernel of Linux end this process when the thread that started it ends; elsewhere do
    nothing. It calls only the system.
    """
    if LIBC is not None:
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def end_with_parent(parent: int) -> None:
    """Have this process end when its parent does, which has the process id `parent`.

    On Linux "parent" is the thread that started this process: it ends when that thread does.
    """
    if sys.platform == "linux":
        end_with_starter()
        # A parent that ended before the call sends no signal any more.
        if os.getppid() != parent:
            os._exit(1)
    else:
        threading.Thread(target=exit_after_parent, daemon=True).start()


def exit_after_parent() -> None:
    """Wait for the parent's end, then end this process whatever its other threads do."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def limit_memory() -> None:
    """Let this process take MAX_GROWTH_BYTES of address space more than it has (Linux only).

    Beyond that Python raises MemoryError; C code that does not check ends the process.
    """
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        limit = pages * resource.getpagesize() + MAX_GROWTH_BYTES
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


@contextmanager
def alarm(seconds: float, cpu_seconds: float = math.inf) -> Iterator[None]:
    """End this process if the body takes longer; do nothing on Windows.

    It may take `seconds` by the clock, and `cpu_seconds` of processor time, which a busy machine
    does not lengthen. The signals have no handlers, so that the kernel ends the process, whatever
    holds it.
    """
    if sys.platform == "win32":
        yield
        return
    timers = [(signal.SIGALRM, signal.ITIMER_REAL, seconds)]
    if cpu_seconds < math.inf:
        timers.append((signal.SIGPROF, signal.ITIMER_PROF, cpu_seconds))
    for number, timer, limit in timers:
        signal.signal(number, signal.SIG_DFL)
        signal.setitimer(timer, limit)
    try:
        yield
    finally:
        for _, timer, _ in timers:
            signal.setitimer(timer, 0)
