"""Writers that die, or are refused, at their n-th dealing with the disk, for every n there is.

Run as a program of its own: it forks a writer for each n, on a disk that is watched. Prints one
JSON object a case: the directory, what was being done, and how the writer ended.
"""

import json
import os
import shutil
import signal
import sys
import traceback
from pathlib import Path

from index.errors import DiskFailed
from index.writer import writing
from tests.reliability.disk import Disk
from tests.reliability.worlds import begun, visit


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


class Fate:
    """What happens at the n-th dealing with the disk, and at the end where it has fewer."""

    def __init__(self, data, at, strike):
        self.left, self.strike = at, strike
        self.disk = Disk(data, self.dealt)

    def dealt(self, event, name):
        self.left -= 1
        if self.left == 0:
            print(json.dumps({"event": event, "file": name}), flush=True)
            STRIKES[self.strike](self.disk)

    def end(self):
        if self.strike == "power lost":  # right after the writer said that it is done
            self.disk.lose_power()
        os._exit(0)


def killed(disk):
    os.kill(os.getpid(), signal.SIGKILL)


def power_lost(disk):
    disk.lose_power()
    killed(disk)


def refused(number):
    def strike(disk):
        raise OSError(number, os.strerror(number), disk.root)

    return strike


def stay(step, data, at, strike):
    """What the forked writer does: ends with 0 done, 1 told, or what struck it."""
    try:
        fate = Fate(data, at, strike)
        step(data)
        fate.end()
    except DiskFailed as error:
        print(json.dumps({"told": str(error)}), flush=True)
        os._exit(1)
    except BaseException:
        traceback.print_exc()
        os._exit(3)


STRIKES = {
    "killed": killed,
    "power lost": power_lost,
    **{f"errno {number}": refused(number) for number in (5, 13, 28, 30)},
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
            stay(STEPS[step], data, at, strike)
        _, status = os.waitpid(pid, 0)
        ended = os.waitstatus_to_exitcode(status)
        done = ended == 0
        print(json.dumps({"data": str(data), "ended": ended}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
