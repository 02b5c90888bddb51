"""A writer on a disk of its own that is nearly full, then read-only, then writable again.

Run as a program of its own under `unshare -rm`, with an empty directory. It prints a JSON object
per case: how many pages of the disk were free, the error's message, and what the index held then.
"""

import json
import subprocess
import sys
from pathlib import Path

from index.errors import DiskFailed
from index.status import check
from index.writer import writing
from tests.reliability.worlds import make_index, titles_by_report, visit

PAGE_BYTES, PAGES = 4096, 64


def mount(*words):
    subprocess.run(["mount", *map(str, words)], check=True)


def add_report(data, lap):
    """Add a report; return the error's message, None if it could be added."""
    try:
        with writing(data) as writer:
            writer.put(visit("rowan", lap, paragraphs=200))
    except DiskFailed as error:
        return str(error)
    return None


def print_case(case, data, message):
    state = {
        "reports": titles_by_report(data),
        "files": sorted(path.name for path in data.iterdir()),
        "problems": [problem.message for problem in check(data)],
    }
    print(json.dumps({"case": case, "message": message, **state}), flush=True)


def fill(ballast, free_pages):
    """Let a file take all the room on its disk but `free_pages`."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(PAGE_BYTES))
        except OSError:
            file.truncate(max(0, file.tell() - free_pages * PAGE_BYTES))


def main(place):
    mount("-t", "tmpfs", "-o", f"size={PAGES * PAGE_BYTES}", "none", place)
    data = Path(place) / "data"
    make_index(data)
    ballast = Path(place) / "ballast"
    print_case("begun", data, None)
    for free_pages in range(PAGES):
        fill(ballast, free_pages)
        message = add_report(data, free_pages + 1)
        print_case(free_pages, data, message)
        if message is None:
            break
    ballast.unlink()
    mount("-o", "remount,ro", place)
    print_case("read-only", data, add_report(data, 90))
    mount("-o", "remount,rw", place)
    print_case("writable again", data, add_report(data, 91))


if __name__ == "__main__":
    main(sys.argv[1])
