import errno
import os
from pathlib import Path

import pytest

from corpus import regular_files
from corpus.errors import Refused
from corpus.formats import content
from corpus.formats.content import read_content


def test_the_bytes_of_a_file_are_read_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(b"\xef\xbb\xbfHelp\r\n\0")
    assert read_content(tmp_path / "report.txt") == b"\xef\xbb\xbfHelp\r\n\0"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="No such file"):
        read_content(tmp_path / "gone.pdf")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refused, match="is not a file"):
        read_content(tmp_path / "pipe")


@pytest.mark.parametrize(("size", "is_refused"), [(10, False), (11, True)])
def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, is_refused: bool
) -> None:
    for module in (content, regular_files):
        monkeypatch.setattr(module, "MAX_FILE_BYTES", 10)
    (tmp_path / "large.txt").write_bytes(b"a" * size)
    if is_refused:
        with pytest.raises(Refused, match="is larger than"):
            read_content(tmp_path / "large.txt")
    else:
        assert len(read_content(tmp_path / "large.txt")) == size


def test_a_file_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, flags: int) -> int:  # the tests may run as a user who may read anything
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    monkeypatch.setattr(regular_files, "open_without_waiting", refuse)
    with pytest.raises(Refused, match="Permission denied"):
        read_content(tmp_path / "closed.pdf")
