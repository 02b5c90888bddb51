from pathlib import Path

import pytest

from corpus.errors import Refused
from corpus.formats.document import Document
from corpus.formats.encoding import decode
from corpus.formats.text import read_text

LONG = "Help is timely. " * 20


def text_document(source: str) -> Document:
    return read_text(Path("report.txt"), source)


def test_long_lines_of_plain_text_are_paragraphs() -> None:
    document = text_document(f"Main findings\n\n1. {LONG}\n")
    assert document.flowing
    assert [line.text for line in document.lines] == ["Main findings", f"1. {LONG}".strip()]


def test_wrapped_plain_text_is_placed_as_typed() -> None:
    document = text_document("Main findings\n\n  1. Help is\n     timely.\fNext page      Good")
    assert not document.flowing
    assert [(line.text, line.page, line.left, line.top) for line in document.lines] == [
        ("Main findings", 1, 0, 0),
        ("1. Help is", 1, 12, 24),
        ("timely.", 1, 30, 36),
        ("Next page", 2, 0, 0),
        ("Good", 2, 90, 0),
    ]
    assert [page.number for page in document.pages] == [1, 2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    data = "Children’s services – good".encode(encoding)
    document = read_text(Path("report.txt"), decode(data))
    assert document.lines[0].text == "Children’s services – good"


@pytest.mark.parametrize(
    ("source", "text"),
    [("# Main *findings*", "Main findings"), ("Main *findings*", "Main *findings*")],
    ids=["Markdown", "plain"],
)
def test_markdown_is_told_from_plain_text(source: str, text: str) -> None:
    assert text_document(source).lines[0].text == text


def test_tabs_in_a_paragraph_divide_cells() -> None:
    document = text_document(f"Overall\tGood\n{LONG}")
    assert document.lines[0].cells == ("Overall", "Good")


@pytest.mark.parametrize("text", ["a\n" * 100_001, "a\f" * 1_001], ids=["rows", "pages"])
def test_a_text_of_too_many_rows_or_pages_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="which no report has"):
        text_document(text)


def test_a_file_with_many_zero_bytes_is_not_text() -> None:
    with pytest.raises(Refused, match="is neither text"):
        text_document(LONG * 40 + "Help\0" * 100)


def test_a_text_with_one_zero_byte_is_read() -> None:
    assert text_document(f"Help\0 is timely.\n\n{LONG}").lines[0].text == "Help\0 is timely."
