"""The command `evidence`, stuck in C code: in the file that it reads, or in a search for `stuck`.

Run with the way to be stuck (`loop` or `backtrack`), a file to create when it is, and the command's
arguments. The processes that it starts import this module too, and so are stuck as well.
"""

import functools
import os
import sys
from pathlib import Path
from types import SimpleNamespace

from corpus import reading
from search import service
from tests.corpus import stuck_readers

NO_LIMIT = 1e6
WAY, MARK = "EVIDENCE_TEST_STUCK", "EVIDENCE_TEST_MARK_FILE"


def be_stuck():
    getattr(stuck_readers, os.environ[WAY])(SimpleNamespace(path=os.environ[MARK]))


def read_report_or_refuse(file):
    """Take the place of the function of that name, in the processes that read."""
    be_stuck()


def search(engine, request, search=service.search):
    if request.query == "stuck":
        be_stuck()
    return search(engine, request)


service.search = functools.wraps(service.search)(search)

if __name__ == "__main__":
    os.environ[WAY], os.environ[MARK] = sys.argv[1:3]
    Path(sys.argv[2]).parent.mkdir(exist_ok=True)
    from tests.reliability import stuck_command
    from web.cli import main

    reading.read_report_or_refuse = stuck_command.read_report_or_refuse
    reading.TIMEOUT_SECONDS = reading.CPU_SECONDS_PER_MEGABYTE = NO_LIMIT
    main(sys.argv[3:])
