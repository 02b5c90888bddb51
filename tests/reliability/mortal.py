"""Writers that are struck at their n-th disk operation: killed, refused, or by a power cut.

Run as a program of its own: it forks a writer for each n, on a watched disk, until a writer has
no n-th operation. It prints one JSON object per case: the directory, the operation that was
struck, and how the writer ended.
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
from tests.reliability.worlds import make_index, visit


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
    """Remove most of a segment, so that it is merged with the others."""
    with writing(data) as writer:
        for name in ("elm", "oak"):
            writer.remove(name)
        writer.put(visit("rowan"))


def rebuild(data):
    with writing(data, rebuild=True) as writer:
        writer.put(visit("rowan"))


STEPS = {step.__name__: step for step in (first, add, exchange, merge, rebuild)}


class Fate:
    """Strikes the n-th disk operation, or the end where there are fewer."""

    def __init__(self, data, n, strike):
        self.left, self.strike = n, strike
        self.disk = Disk(data, self.on_operation)

    def on_operation(self, event, name):
        self.left -= 1
        if self.left == 0:
            print(json.dumps({"event": event, "file": name}), flush=True)
            STRIKES[self.strike](self.disk)

    def end(self):
        if self.strike == "power lost":  # right after the writer said that it is done
            self.disk.lose_power()
        os._exit(0)


def kill(disk):
    os.kill(os.getpid(), signal.SIGKILL)


def lose_power(disk):
    disk.lose_power()
    kill(disk)


def refusal(number):
    def refuse(disk):
        raise OSError(number, os.strerror(number), disk.root)

    return refuse


STRIKES = {
    "killed": kill,
    "power lost": lose_power,
    **{f"errno {number}": refusal(number) for number in (5, 13, 28, 30)},
}


def run_writer(step, data, n, strike):
    """What a forked writer does. It exits with 0 if done, 1 if it reported DiskFailed, else 3."""
    try:
        fate = Fate(data, n, strike)
        step(data)
        fate.end()
    except DiskFailed as error:
        print(json.dumps({"message": str(error)}), flush=True)
        os._exit(1)
    except BaseException:
        traceback.print_exc()
        os._exit(3)


def main(base, step, strike):
    """Run a writer for each n, in a directory of its own below `base`."""
    model = Path(base) / "begin"
    if step != "first":
        make_index(model)
    is_done, n = False, 0
    while not is_done:
        n += 1
        data = Path(base) / f"{n:03}"
        if model.exists():
            shutil.copytree(model, data)
        pid = os.fork()
        if not pid:
            run_writer(STEPS[step], data, n, strike)
        _, status = os.waitpid(pid, 0)
        code = os.waitstatus_to_exitcode(status)
        is_done = code == 0
        print(json.dumps({"data": str(data), "code": code}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
