"""One scanned page: read upright, on its side, on its head, coarse and skewed."""

import pytest

from corpus.formats.pdf.recognition.page import recognise_page
from corpus.formats.pdf.recognition.task import PageTask
from tests.corpus.files import pdf
from tests.corpus.scans import cover, install_tesseract, needs_tesseract, posix, scanned_pdf

TITLE = "Inspection of Oakmere local authority"


@needs_tesseract
@pytest.mark.parametrize(
    ("scan", "is_turned"),
    [
        ({}, False),
        ({"dpi": 100}, False),
        ({"turn": 90}, True),
        ({"turn": 180}, True),
        ({"turn": 270}, True),
        ({"turn": 1}, False),
    ],
    ids=["upright", "low resolution", "on its side", "on its head", "other side", "skewed"],
)
def test_a_page_is_read_however_it_lies(scan, is_turned):
    page = recognise_page(PageTask(scanned_pdf(cover(), **scan), 1))
    texts = [" ".join(word.text for word in line.words) for line in page.lines]
    assert (texts[0], page.failure, page.is_turned) == (TITLE, "", is_turned)
    title = page.lines[0]
    assert title.words[0].left == pytest.approx(72, abs=16)
    assert title.bottom == pytest.approx(84, abs=16)
    assert page.width < page.height


@posix
def test_a_blank_page_needs_no_tesseract(tmp_path, monkeypatch):
    install_tesseract(monkeypatch, tmp_path / "bin", "exit 1")
    page = recognise_page(PageTask(pdf([]), 1))
    assert (page.lines, page.failure) == ((), "")


@posix
def test_a_failure_says_why(tmp_path, monkeypatch):
    install_tesseract(monkeypatch, tmp_path / "bin", "kill -SEGV $$")
    page = recognise_page(PageTask(scanned_pdf(cover(), dpi=50), 1))
    assert page.failure == "Tesseract ended with SIGSEGV"
