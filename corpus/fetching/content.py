"""Whether what was downloaded is what the catalogue lists: a whole document, and no error page."""

from __future__ import annotations

import hashlib
from pathlib import Path

from corpus.catalogue.rows import CatalogueRow
from corpus.errors import Refused
from corpus.fetching.client import CHECK_LINK
from corpus.formats.encoding import decode
from corpus.formats.html import is_html
from corpus.formats.other_formats import describe_file
from corpus.formats.pdf.file import is_pdf
from corpus.formats.word import is_zip
from corpus.formats.word.archive import WordArchive
from corpus.reading import LoadedFile
from corpus.report_reader import read_report

PDF_END = b"%%EOF"
PDF_END_WITHIN_BYTES = 8_192  # programs append to a PDF

BINARY_SUFFIXES, TEXT_SUFFIXES = (".pdf", ".docx"), (".html", ".txt")

OTHER_CONTENT = (
    "correct the link, or take the SHA-256 out of the catalogue to have what is there now"
)


def check_content(row: CatalogueRow, url: str, data: bytes, listed_suffix: str) -> str:
    """Return the suffix of a downloaded file, by its content: .pdf, .docx, .html or .txt.

    `listed_suffix` is that of its name in the row or the address, empty where it has none.

    Raise Refused, which says what it is, where that is not what the row lists. A PDF or Word file
    is whole; whether it can be read as a report shows when it is indexed. A page or text must be
    a report: many sites answer with a page whatever was asked for.
    """
    suffix = check_kind(url, data)
    if listed_suffix.lower() in BINARY_SUFFIXES and suffix in TEXT_SUFFIXES:
        raise Refused(
            url, f"is answered with a text, where a {listed_suffix} is listed", CHECK_LINK
        )
    if row.sha256 and row.sha256 != hashlib.sha256(data).hexdigest():
        raise Refused(url, "has another content than the SHA-256 in the catalogue", OTHER_CONTENT)
    return suffix


def check_kind(url: str, data: bytes) -> str:
    """Return the suffix of the kind of document that a content is. Raise Refused for others."""
    if not data.strip():
        raise Refused(url, "is answered with an empty file", CHECK_LINK)
    if is_pdf(data):
        if PDF_END not in data[-PDF_END_WITHIN_BYTES:]:
            raise Refused(url, "is answered with half a PDF", "run it again later")
        return ".pdf"
    if (other := describe_file(data)) is not None:
        raise Refused(url, other[0], CHECK_LINK)
    try:
        if is_zip(data):
            WordArchive(Path(url), data)
            return ".docx"
        read_report(LoadedFile(Path(url), data, ""))
    except Refused as refusal:
        raise Refused(url, refusal.cause, CHECK_LINK) from refusal
    return ".html" if is_html(decode(data)) else ".txt"
