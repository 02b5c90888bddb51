"""PDFs of one page, written by hand: a content stream, and what the catalogue and page need for it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from corpus.formats.document import Document
from corpus.formats.pdf.file import read_pdf

WIDTH, HEIGHT = 595, 842


def one_page_pdf(
    content: str,
    *,
    catalogue: str = "",
    resources: str = "",
    page: str = "",
    objects: Iterable[str] = (),
) -> bytes:
    """Return a PDF with a content stream; further `objects` are numbered from 6, font F1 is 5."""
    bodies = [
        f"<</Type/Catalog/Pages 2 0 R {catalogue}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents 4 0 R"
        f"/Resources<</Font<</F1 5 0 R>>{resources}>>{page}>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        *objects,
    ]
    data, offsets = "%PDF-1.6\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    count, start = len(bodies) + 1, len(data)
    data += f"xref\n0 {count}\n0000000000 65535 f \n{table}"
    data += f"trailer<</Root 1 0 R/Size {count}>>\nstartxref\n{start}\n%%EOF"
    return data.encode("latin-1")


def text(words: str, top: float, left: float = 72, *, size: float = 12, state: str = "") -> str:
    """Return the operators that print words, `top` points from the page's top."""
    return f"q BT {state} /F1 {size} Tf 1 0 0 1 {left} {HEIGHT - top} Tm ({words}) Tj ET Q\n"


def box(left: float, top: float, width: float, height: float, grey: float) -> str:
    """Return the operators that fill a box with a grey, 0 black to 1 white."""
    return f"q {grey} g {left} {HEIGHT - top - height} {width} {height} re f Q\n"


def read(data: bytes) -> Document:
    """Return the document in a PDF."""
    return read_pdf(Path("x"), data)


def texts_of(data: bytes) -> list[str]:
    """Return the texts of a PDF's lines."""
    return [line.text for line in read(data).lines]
