from pathlib import Path

import pytest

from corpus.errors import Refused
from corpus.formats import detection
from corpus.formats.detection import read_document
from tests.corpus import files

WORD = files.word(lambda word: word.add_paragraph("Main findings"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report.pdf", files.pdf([(72, 72, "", "Main findings")])),
        ("report.txt", files.pdf([(72, 72, "", "Main findings")])),
        ("report.pdf", b"# Main findings\n"),
        ("report", b"Main findings\r\n"),
        ("report.pdf", b"<!doctype html><p>Main findings"),
        ("report.zip", WORD),
    ],
    ids=["PDF", "PDF as txt", "Markdown as pdf", "text", "HTML as pdf", "DOCX as zip"],
)
def test_a_format_is_known_by_its_content(name: str, data: bytes) -> None:
    assert read_document(Path(name), data).lines[0].text == "Main findings"


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "is empty"),
        (b" \n\n ", "is empty"),
        (b"\0\1\2", "neither text nor"),
        (b"%PDF-1.7\nnothing more", "is not a whole PDF"),
        (files.pdf([]), "has no text"),
        (files.word(lambda word: None), "has no text"),
        (b"<html><script>Help</script>", "has no text"),
        (b"\xff\xfe", "has no text"),
        (b"<?xml version='1.0'?><w:wordDocument>", "is an XML file"),
        (bytes(range(1, 32)) * 40, "neither text nor"),
    ],
    ids=["zero bytes", "blank", "binary", "truncated PDF", "PDF without text",
         "empty DOCX", "HTML of scripts", "byte order mark", "XML",
         "control characters"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(data: bytes, cause: str) -> None:
    with pytest.raises(Refused, match=cause) as refused:
        read_document(Path("a report.pdf"), data)
    assert refused.value.file == "a report.pdf"


@pytest.mark.parametrize(
    ("limit", "cause"),
    [
        ("MAX_TEXT_FILE_BYTES", "is a text of over"),
        ("MAX_DOCUMENT_CHARACTERS", "holds over 10 characters"),
        ("MAX_DOCUMENT_LINES", "holds over 10 lines"),
    ],
)
def test_a_text_that_is_too_large_is_refused(
    monkeypatch: pytest.MonkeyPatch, limit: str, cause: str
) -> None:
    monkeypatch.setattr(detection, limit, 10)
    with pytest.raises(Refused, match=cause):
        read_document(Path("large.txt"), b"Help is timely.\n" * 20)


@pytest.mark.parametrize(
    ("first_bytes", "cause"),
    [
        (b"\xd0\xcf\x11\xe0", "old Office file"),
        (b"{\\rtf1", "RTF"),
        (b"PK\x03\x04", "ZIP archive cannot be opened"),
        (b"\x89PNG\r\n", "picture"),
    ],
    ids=["old Word", "RTF", "ZIP", "PNG"],
)
def test_other_formats_are_refused_by_name(first_bytes: bytes, cause: str) -> None:
    with pytest.raises(Refused, match=cause):
        read_document(Path("report.docx"), first_bytes + b"\1\2\3")
