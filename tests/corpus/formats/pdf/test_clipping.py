"""Text is clipped away where nothing of it stands within the box of its clip path."""

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from corpus.formats.pdf.calls import address_of
from corpus.formats.pdf.clipping import clipped_away
from tests.corpus.formats.pdf.drawing import one_page_pdf, text

HELP = text("Help is timely", 142)


@pytest.mark.parametrize(
    ("clip", "expected"),
    [
        ("", False),
        ("0 0 595 842 re W n", False),
        ("60 690 90 40 re W n", False),
        ("0 0 595 842 re W n 60 690 90 40 re W n", False),
        ("0 0 595 842 re W n 0 0 50 50 re W n", True),
        ("300 690 90 40 re W n", True),
        ("60 690 m 200 690 l 130 730 l h W n", False),
        ("60 90 m 200 90 l 130 130 l h W n", True),
    ],
    ids=["none", "page", "around it", "page and around it", "elsewhere", "beside it", "a triangle",
         "a triangle elsewhere"],
)  # fmt: skip
def test_what_is_clipped_away(clip: str, expected: bool) -> None:
    document = pypdfium2.PdfDocument(one_page_pdf(f"q {clip} {HELP} Q"))
    page = document[0]
    item = pdfium.FPDFPage_GetObject(page.raw, 0)
    assert (clipped_away([address_of(item)]) == {address_of(item)}) is expected
