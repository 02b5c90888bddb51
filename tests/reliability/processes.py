"""What the processes of one group hold together: memory, open files, mapped files (Linux)."""

import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass(frozen=True)
class Resources:
    """Summed over `processes`: `memory` of their own in bytes, what they share counted once;
    `files` that are open, and `others`: sockets, pipes; `removed` counts mapped files that are in
    no directory any more.
    """

    processes: int
    memory: int
    files: int
    others: int
    removed: int


def living(group):
    """The processes of a group that have not ended."""
    processes = []
    for entry in PROC.iterdir():
        with suppress(ProcessLookupError, FileNotFoundError):
            if entry.name.isdigit():
                state, _, its_group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
                if state != "Z" and int(its_group) == group:
                    processes.append(int(entry.name))
    return processes


def resources(group):
    """What the processes of a group hold now."""
    processes = living(group)
    links = [link for process in processes for link in open_links(process)]
    files = sum(link.startswith("/") for link in links)
    return Resources(
        processes=len(processes),
        memory=sum(map(memory, processes)),
        files=files,
        others=len(links) - files,
        removed=sum(map(count_removed, processes)),
    )


def open_links(process):
    """What the open handles of a process lead to."""
    links = []
    for link in (PROC / str(process) / "fd").iterdir():
        with suppress(FileNotFoundError):  # closed since it was listed
            links.append(os.readlink(link))
    return links


def memory(process):
    """The bytes of memory of a process that no file holds, its share of what others have too.

    Mapped files are left out: their pages are the system's, which takes them back as it likes.
    """
    lines = (PROC / str(process) / "smaps_rollup").read_text().splitlines()[1:]
    sizes = dict(line.split()[:2] for line in lines)
    return int(sizes["Pss_Anon:"]) * 1024


def count_removed(process):
    """How many files a process has mapped that are no longer in any directory."""
    maps = (PROC / str(process) / "maps").read_text().splitlines()
    return len({line.split()[4] for line in maps if line.endswith(".arr (deleted)")})


def marked(mark):
    """The processes that have not ended and that have a mark in their environment: a command's and
    all that it began, whatever session or parent they have now.
    """
    processes = []
    for entry in PROC.iterdir():
        with suppress(ProcessLookupError, FileNotFoundError, PermissionError):
            if entry.name.isdigit() and mark.encode() in (entry / "environ").read_bytes():
                state = (entry / "stat").read_text().rpartition(")")[2].split()[0]
                if state not in "ZX":
                    processes.append(int(entry.name))
    return processes


def wait_for_none(mark, patience):
    """Return the processes with a mark that have not ended within so many seconds."""
    until = time.monotonic() + patience
    while marked(mark) and time.monotonic() < until:
        time.sleep(0.02)
    return marked(mark)


def kill_group(process):
    """Kill a process that began a session, and all that it began."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def wait_for_end(group, patience):
    """Return whether every process of a group ends within so many seconds."""
    until = time.monotonic() + patience
    while living(group) and time.monotonic() < until:
        time.sleep(0.02)
    return not living(group)
