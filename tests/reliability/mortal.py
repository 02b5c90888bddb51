"""Writers that die, or are refused, at their n-th dealing with the disk, for every n there is.

Run as a program of its own: it forks a writer for each n, which sees each opening for writing,
renaming, removing and fsync under its directory as Python's audit events and os.fsync tell it.
Prints one JSON object a case: the directory, what was being done, and how the writer ended.
"""

import json
import os
import random
import shutil
import signal
import sys
import traceback
from pathlib import Path

from index.errors import DiskFailed
from index.writing import writing
from tests.reliability.worlds import begun, visit

EVENTS = {"open": 0, "os.rename": 1, "os.remove": 0, "os.mkdir": 0}


def first(data):
    with writing(data) as writer:
        writer.put(visit("ash"))


def add(data):
    with writing(data) as writer:
        writer.put(visit("rowan"))


def exchange(data):
    with writing(data) as writer:
        writer.put(visit("ash", lap=3))
        writer.remove("elm")


def merge(data):
    """Most of a segment goes, and it is merged with the others."""
    with writing(data) as writer:
        for name in ("elm", "oak"):
            writer.remove(name)
        writer.put(visit("rowan"))


def anew(data):
    with writing(data, rebuild=True) as writer:
        writer.put(visit("rowan"))


STEPS = {step.__name__: step for step in (first, add, exchange, merge, anew)}


class Disk:
    """Counts what is done to files below `root`, and strikes at the n-th time."""

    def __init__(self, root, strike_at, strike):
        self.root, self.left, self.strike = str(root), strike_at, strike
        self.unsynced, self.fsync = {}, os.fsync
        sys.addaudithook(self.heard)
        os.fsync = self.synced

    def heard(self, event, args):
        if event not in EVENTS or not str(args[EVENTS[event]]).startswith(self.root):
            return
        if event == "open":
            if not args[2] & (os.O_WRONLY | os.O_RDWR):
                return
            self.unsynced[args[0]] = None
        self.count(event, str(args[EVENTS[event]]))

    def synced(self, handle):
        path = os.readlink(f"/proc/self/fd/{handle}")
        self.count("fsync", path)
        self.fsync(handle)
        self.unsynced.pop(path, None)

    def count(self, event, path):
        self.left -= 1
        if self.left == 0:
            sys.stdout.write(json.dumps({"event": event, "file": os.path.basename(path)}) + "\n")
            sys.stdout.flush()
            self.strike(self)


def killed(disk):
    os.kill(os.getpid(), signal.SIGKILL)


def power_lost(disk):
    """The machine stops: of what was not synced, the disk may hold any part."""
    chance = random.Random(repr(sorted(disk.unsynced)))
    for path in disk.unsynced:
        if os.path.isfile(path):
            os.truncate(path, chance.randint(0, os.path.getsize(path)))
    killed(disk)


def refused(number):
    def strike(disk):
        raise OSError(number, os.strerror(number), disk.root)

    return strike


def stay(step, data, at, strike):
    """What the forked writer does: ends with 0 done, 1 told, or what struck it."""
    try:
        Disk(data, at, strike)
        step(data)
    except DiskFailed as error:
        print(json.dumps({"told": str(error)}), flush=True)
        os._exit(1)
    except BaseException:
        traceback.print_exc()
        os._exit(3)
    os._exit(0)


STRIKES = {
    "killed": killed,
    "power lost": power_lost,
    **{f"errno {number}": refused(number) for number in (13, 28)},
}


def main(base, step, strike):
    """Makes a directory for each n below `base`, until a writer meets no n-th dealing."""
    begin = Path(base) / "begin"
    if step != "first":
        begun(begin)
    done, at = False, 0
    while not done:
        at += 1
        data = Path(base) / f"{at:03}"
        if begin.exists():
            shutil.copytree(begin, data)
        pid = os.fork()
        if not pid:
            stay(STEPS[step], data, at, STRIKES[strike])
        _, status = os.waitpid(pid, 0)
        ended = os.waitstatus_to_exitcode(status)
        done = ended == 0
        print(json.dumps({"data": str(data), "ended": ended}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
