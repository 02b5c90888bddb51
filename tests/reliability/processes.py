"""What the processes of a group use together: memory, open files, mapped files (Linux)."""

import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass(frozen=True)
class Holding:
    """Totals over `processes`: private `memory` in bytes, with shared memory counted once; open
    `files`, and `others`: sockets, pipes; `gone` counts mapped files that have been removed.
    """

    processes: int
    memory: int
    files: int
    others: int
    gone: int


def living(group):
    """The ids of the processes of a group that have not ended."""
    ids = []
    for entry in PROC.iterdir():
        with suppress(ProcessLookupError, FileNotFoundError):
            if entry.name.isdigit():
                state, _, its_group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
                if state != "Z" and int(its_group) == group:
                    ids.append(int(entry.name))
    return ids


def holding(group):
    """What the processes of a group use now."""
    processes = living(group)
    links = [link for process in processes for link in handles(process)]
    files = sum(link.startswith("/") for link in links)
    return Holding(
        processes=len(processes),
        memory=sum(map(memory, processes)),
        files=files,
        others=len(links) - files,
        gone=sum(map(count_removed_files, processes)),
    )


def handles(process):
    """What the open handles of a process lead to."""
    targets = []
    for link in (PROC / str(process) / "fd").iterdir():
        with suppress(FileNotFoundError):  # closed since it was listed
            targets.append(os.readlink(link))
    return targets


def memory(process):
    """The bytes of anonymous memory of a process, with its share of what others have too.

    Mapped files are left out: their pages belong to the system, which can take them back any time.
    """
    lines = (PROC / str(process) / "smaps_rollup").read_text().splitlines()[1:]
    sizes = dict(line.split()[:2] for line in lines)
    return int(sizes["Pss_Anon:"]) * 1024


def count_removed_files(process):
    """How many files a process has mapped that are no longer in any directory."""
    maps = (PROC / str(process) / "maps").read_text().splitlines()
    return len({line.split()[4] for line in maps if line.endswith(".arr (deleted)")})


def kill_group(process):
    """Kill a process that began a session, and everything that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def wait_for_end(group, patience):
    """Wait up to `patience` seconds for every process of a group to end; return whether they did."""
    deadline = time.monotonic() + patience
    while living(group) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not living(group)
