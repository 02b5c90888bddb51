"""The `evidence` command on a disk that is watched.

Run as a program of its own, with the directory to watch and the command's words. Prints as JSON
each line that the command says on stdout, with the files and names that are not safe then.
"""

import io
import json
import sys

from tests.reliability.disk import Disk
from web.cli import main


class Told(io.StringIO):
    """Takes the place of stdout."""

    def __init__(self, disk):
        super().__init__()
        self.disk, self.said = disk, []

    def write(self, text):
        if text.strip():
            self.said.append((text.strip(), self.disk.unsafe()))
        return super().write(text)


def run(root, *words):
    told = sys.stdout = Told(Disk(root))
    try:
        main(list(words))
    finally:
        sys.stdout = sys.__stdout__
        print(json.dumps(told.said))


if __name__ == "__main__":
    run(*sys.argv[1:])
