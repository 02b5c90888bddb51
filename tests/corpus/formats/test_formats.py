import errno
import os
from pathlib import Path

import pytest

from corpus import formats
from corpus.errors import Refused
from corpus.formats import lines
from tests.corpus import files

WORD = files.word(lambda word: word.add_paragraph("Main findings"))


@pytest.mark.parametrize(
    ("name", "data", "first"),
    [
        ("report.pdf", files.pdf([(72, 72, "", "Main findings")]), "Main findings"),
        ("report.txt", files.pdf([(72, 72, "", "Main findings")]), "Main findings"),
        ("report.pdf", b"# Main findings\n", "Main findings"),
        ("report", b"Main findings\r\n", "Main findings"),
        ("report.pdf", b"<!doctype html><p>Main findings", "Main findings"),
        ("report.zip", WORD, "Main findings"),
    ],
    ids=["PDF", "PDF as txt", "Markdown as pdf", "text", "HTML as pdf", "DOCX as zip"],
)
def test_a_format_is_known_by_its_content(
    tmp_path: Path, name: str, data: bytes, first: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert lines(path).lines[0].text == first


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "is empty"),
        (b" \n\n ", "is empty"),
        (b"\0\1\2", "neither text nor"),
        (b"%PDF-1.7\nnothing more", "is no whole PDF"),
        (files.pdf([]), "has no text"),
        (files.word(lambda word: None), "has no text"),
        (b"<html><script>Help</script>", "has no text"),
        (b"\xff\xfe", "has no text"),
    ],
    ids=["zero bytes", "blank", "binary", "truncated PDF", "PDF without text",
         "empty DOCX", "HTML of scripts", "byte order mark"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(tmp_path: Path, data: bytes, cause: str) -> None:
    path = tmp_path / "a report.pdf"
    path.write_bytes(data)
    with pytest.raises(Refused, match=cause) as refused:
        lines(path)
    assert refused.value.file == str(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="No such file"):
        lines(tmp_path / "gone.pdf")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refused, match="is no file"):
        lines(tmp_path / "pipe")


@pytest.mark.parametrize(
    ("limit", "cause"),
    [
        ("LARGEST_FILE", "is larger than"),
        ("LARGEST_TEXT", "is a text of over"),
        ("MOST_TEXT", "holds over 10 characters"),
    ],
)
def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, cause: str
) -> None:
    monkeypatch.setattr(formats, limit, 10)
    (tmp_path / "large.txt").write_bytes(b"Help is timely.")
    with pytest.raises(Refused, match=cause):
        lines(tmp_path / "large.txt")


@pytest.mark.parametrize(
    ("head", "cause"),
    [
        (b"\xd0\xcf\x11\xe0", "password-protected Word"),
        (b"{\\rtf1", "RTF"),
        (b"PK\x03\x04", "ZIP archive"),
        (b"\x89PNG\r\n", "picture"),
    ],
    ids=["old Word", "RTF", "ZIP", "PNG"],
)
def test_other_formats_are_refused_by_name(tmp_path: Path, head: bytes, cause: str) -> None:
    (tmp_path / "report.docx").write_bytes(head + b"\1\2\3")
    with pytest.raises(Refused, match=cause):
        lines(tmp_path / "report.docx")


def test_a_file_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: str, flags: int) -> int:  # the tests may run as a user who may read anything
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    monkeypatch.setattr(formats, "at_once", closed)
    with pytest.raises(Refused, match="Permission denied"):
        lines(tmp_path / "closed.pdf")
