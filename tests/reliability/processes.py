"""What the processes of one group hold together: memory, open files, mapped files (Linux)."""

import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass(frozen=True)
class Holding:
    """Summed over `processes`: `memory` of their own in bytes, what they share counted once;
    `files` that are open, and `others`: sockets, pipes; `gone` counts mapped files that were removed.
    """

    processes: int
    memory: int
    files: int
    others: int
    gone: int


def living(group):
    """The processes of a group that have not ended."""
    found = []
    for entry in PROC.iterdir():
        with suppress(ProcessLookupError, FileNotFoundError):
            if entry.name.isdigit():
                state, _, its_group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
                if state != "Z" and int(its_group) == group:
                    found.append(int(entry.name))
    return found


def holding(group):
    """What the processes of a group hold now."""
    processes = living(group)
    links = [link for process in processes for link in handles(process)]
    files = sum(link.startswith("/") for link in links)
    return Holding(
        processes=len(processes),
        memory=sum(map(memory, processes)),
        files=files,
        others=len(links) - files,
        gone=sum(map(removed, processes)),
    )


def handles(process):
    """What the open handles of a process lead to."""
    found = []
    for link in (PROC / str(process) / "fd").iterdir():
        with suppress(FileNotFoundError):  # closed since it was listed
            found.append(os.readlink(link))
    return found


def memory(process):
    """The bytes of memory of a process that no file holds, its share of what others have too.

    Mapped files are left out: their pages are the system's, which takes them back as it likes.
    """
    lines = (PROC / str(process) / "smaps_rollup").read_text().splitlines()[1:]
    told = dict(line.split()[:2] for line in lines)
    return int(told["Pss_Anon:"]) * 1024


def removed(process):
    """How many files a process has mapped that are no longer in any directory."""
    maps = (PROC / str(process) / "maps").read_text().splitlines()
    return len({line.split()[4] for line in maps if line.endswith(".arr (deleted)")})


def kill_group(process):
    """Kills a process that began a session, and all that it began."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def ended(group, patience):
    """Whether every process of a group ends within so many seconds."""
    until = time.monotonic() + patience
    while living(group) and time.monotonic() < until:
        time.sleep(0.02)
    return not living(group)
