"""Read a file's bytes: once, up to a limit, and without waiting for a pipe."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import Refused
from corpus.regular_files import MAX_FILE_BYTES, NotRegular, open_regular, read_blocks


def read_content(path: Path) -> bytes:
    """Return the bytes of a file. Raise Refused where it cannot be read or is too large."""
    try:
        with open_regular(path) as file:
            data = b"".join(read_blocks(file))
    except NotRegular as error:
        raise Refused(str(path), "is not a file", "name a file") from error
    except OSError as error:
        cause = f"cannot be read ({error.strerror or error})"
        raise Refused(str(path), cause, "check the path and its permissions") from error
    if len(data) > MAX_FILE_BYTES:
        cause = f"is larger than {MAX_FILE_BYTES >> 20} MB, which no report is"
        raise Refused(str(path), cause, "leave it out")
    return data
