"""A reader of files that logs each time a file is opened, in the command and in its workers.

A process that imports this keeps the log if the environment names it and the folder to watch.
"""

from __future__ import annotations

import os
import sys

from corpus.reading import LoadedFile
from corpus.report_reader import read_report_or_refuse

LOG, FOLDER = "OPENED_LOG", "OPENED_FOLDER"


def note_open(event: str, arguments: tuple[object, ...]) -> None:
    """Append the path to the log where a file in the folder is opened."""
    if event == "open" and str(arguments[0]).startswith(os.environ[FOLDER]):
        log = os.open(os.environ[LOG], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(log, f"{arguments[0]}\n".encode())
        os.close(log)


if LOG in os.environ:
    sys.addaudithook(note_open)


def read(file: LoadedFile) -> object:
    """Read as ever; importing this function has a worker keep the log."""
    return read_report_or_refuse(file)
