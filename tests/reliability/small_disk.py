"""A writer on a disk of its own that is nearly full, then read-only, then mended.

Run as a program of its own under `unshare -rm`, with an empty directory. Prints a JSON object a
case: the room left in pages of the disk, what was told, and what the index held then.
"""

import json
import subprocess
import sys
from pathlib import Path

from index.errors import DiskFailed
from index.status import check
from index.writer import writing
from tests.reliability.worlds import begun, held, visit

PAGE, PAGES = 4096, 64


def mount(*words):
    subprocess.run(["mount", *map(str, words)], check=True)


def add(data, lap):
    """Adds a report; returns what is told where it cannot be."""
    try:
        with writing(data) as writer:
            writer.put(visit("rowan", lap, paragraphs=200))
    except DiskFailed as error:
        return str(error)
    return None


def tell(case, data, told):
    files = sorted(path.name for path in data.iterdir() if path.name != "ballast")
    problems = [problem.message for problem in check(data)]
    held_now = {"held": held(data), "files": files, "problems": problems}
    print(json.dumps({"case": case, "told": told, **held_now}), flush=True)


def main(place):
    mount("-t", "tmpfs", "-o", f"size={PAGES * PAGE}", "none", place)
    data = Path(place) / "data"
    begun(data)
    ballast = Path(place) / "ballast"
    tell("begun", data, None)
    for room in range(PAGES):
        with ballast.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(PAGE))
            except OSError:
                file.truncate(max(0, file.tell() - room * PAGE))
        told = add(data, room + 1)
        tell(room, data, told)
        if told is None:
            break
    ballast.unlink()
    mount("-o", "remount,ro", place)
    tell("read-only", data, add(data, 90))
    mount("-o", "remount,rw", place)
    tell("mended", data, add(data, 91))


if __name__ == "__main__":
    main(sys.argv[1])
