"""Only regular files are opened, at once, and no more is read of one than a report can have."""

import os

import pytest

from corpus import regular_files
from corpus.regular_files import NotRegular, open_regular, read_blocks


def test_a_file_is_read_whole_in_blocks(tmp_path, monkeypatch):
    monkeypatch.setattr(regular_files, "BLOCK_BYTES", 4)
    (tmp_path / "report.txt").write_bytes(b"0123456789")
    with open_regular(tmp_path / "report.txt") as file:
        assert list(read_blocks(file)) == [b"0123", b"4567", b"89"]


@pytest.mark.parametrize(("size", "read"), [(9, 9), (10, 10), (11, 11), (12, 11), (1_000, 11)])
def test_of_a_file_that_is_too_large_one_byte_more_is_read(tmp_path, monkeypatch, size, read):
    monkeypatch.setattr(regular_files, "MAX_FILE_BYTES", 10)
    (tmp_path / "large.txt").write_bytes(b"x" * size)
    with open_regular(tmp_path / "large.txt") as file:
        assert len(b"".join(read_blocks(file))) == read


@pytest.mark.parametrize("path", ["", ".", "/dev/null", "/dev/zero", "a\0b", "/a\0b", "\ud800"])
def test_what_is_no_regular_file_is_not_opened(path):
    with pytest.raises((NotRegular, FileNotFoundError)):
        open_regular(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for_and_is_closed(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    open_before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else None
    with pytest.raises(NotRegular, match="is not a file"):
        open_regular(tmp_path / "pipe")
    if open_before is not None:
        assert len(os.listdir("/proc/self/fd")) == open_before


def test_a_link_to_a_file_is_followed(tmp_path):
    (tmp_path / "report.txt").write_bytes(b"x")
    (tmp_path / "link").symlink_to("report.txt")
    with open_regular(tmp_path / "link") as file:
        assert file.read() == b"x"
