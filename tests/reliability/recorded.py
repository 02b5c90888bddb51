"""The `evidence` command on a watched disk.

Run as a program of its own, with the directory to watch and the command's words. It prints as JSON
each line that the command prints on stdout, with the files and names that are not safe by then.
"""

import io
import json
import sys

from tests.reliability.disk import Disk
from web.cli import main


class RecordedStdout(io.StringIO):
    """Takes the place of stdout; `lines` are pairs of a line and what is not safe then."""

    def __init__(self, disk):
        super().__init__()
        self.disk, self.lines = disk, []

    def write(self, text):
        if text.strip():
            self.lines.append((text.strip(), self.disk.unsafe()))
        return super().write(text)


def run(root, *words):
    recorded = sys.stdout = RecordedStdout(Disk(root))
    try:
        main(list(words))
    finally:
        sys.stdout = sys.__stdout__
        print(json.dumps(recorded.lines))


if __name__ == "__main__":
    run(*sys.argv[1:])
