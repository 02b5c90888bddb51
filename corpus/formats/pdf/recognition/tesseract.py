"""Call Tesseract: a picture goes in through a pipe, hOCR or the page's orientation comes out.

The process ends with the one that started it (on Linux by the kernel). Its time, its memory and
the files that it writes are bounded, and nothing of them stays.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

from corpus.worker_limits import end_with_starter

if sys.platform != "win32":
    import resource

COMMAND = "tesseract"
REMEDY = "install Tesseract (Debian and Ubuntu: `apt install tesseract-ocr`)"
"""What is to be done where it is missing."""

DPI = 300
"""Dots per inch of the pictures: what Tesseract was trained for."""

LANGUAGE = "eng"
TIMEOUT_SECONDS = 45.0
"""A page takes a second to five; a picture of noise takes longer."""

MAX_FILE_BYTES = 8 << 20
"""Of each file that it writes: the hOCR of a page has a tenth of a megabyte."""

MAX_CAUSE_BYTES = 200

LAYOUT_AND_TEXT = ("--psm", "3", "-l", LANGUAGE, "hocr")
ORIENTATION = ("--psm", "0")
TURN = re.compile(r"^Rotate: (90|180|270)$", re.MULTILINE)


class RecognitionFailed(Exception):
    """Tesseract gave nothing; the message says why, as the end of a sentence about a page."""


def is_installed() -> bool:
    """Return whether the command is there."""
    return shutil.which(COMMAND) is not None


def recognise(picture: bytes) -> bytes:
    """Return the hOCR of a picture in any format of Tesseract's. Raise RecognitionFailed."""
    return run(picture, LAYOUT_AND_TEXT)


def find_turn(picture: bytes) -> int:
    """Return by how many degrees clockwise a picture is to be turned to stand upright, 0 where
    Tesseract does not know.
    """
    try:
        match = TURN.search(run(picture, ORIENTATION).decode("utf-8", "replace"))
    except RecognitionFailed:  # too few letters to tell, or its data for that are not installed
        return 0
    return int(match[1]) if match else 0


def run(picture: bytes, arguments: tuple[str, ...]) -> bytes:
    """Return what Tesseract says of a picture. Raise RecognitionFailed."""
    command = shutil.which(COMMAND)
    if command is None:
        raise RecognitionFailed("Tesseract is no longer installed")
    try:
        with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as words:
            done = subprocess.run(
                [command, "stdin", "stdout", "--dpi", str(DPI), *arguments],
                input=picture,
                stdout=answer,  # to a file, since its length is bounded by the system
                stderr=words,
                timeout=TIMEOUT_SECONDS,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # pages are recognised side by side
                preexec_fn=None if sys.platform == "win32" else limit_process,
                check=False,
            )
            if done.returncode:
                words.seek(0)
                raise RecognitionFailed(explain(done.returncode, words.read(MAX_CAUSE_BYTES)))
            answer.seek(0)
            return answer.read(MAX_FILE_BYTES)
    except subprocess.TimeoutExpired as error:
        raise RecognitionFailed(f"Tesseract took over {TIMEOUT_SECONDS:g} seconds") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise RecognitionFailed(f"Tesseract could not be run ({error})") from error


def explain(status: int, stderr: bytes) -> str:
    """Return why Tesseract ended with a status other than 0: by a signal, or as it says."""
    how = f"exit status {status}"
    if status < 0:
        names = {int(one): one.name for one in signal.Signals}
        how = names.get(-status, f"signal {-status}")
    words = " ".join(stderr.decode("utf-8", "replace").split())
    return f"Tesseract ended with {how}{f': {words}' if words else ''}"


def limit_process() -> None:
    """Hold the process that is about to be Tesseract to its limits. It calls only the system."""
    end_with_starter()
    seconds = math.ceil(TIMEOUT_SECONDS)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_FILE_BYTES, MAX_FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
