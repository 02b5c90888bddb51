"""Pages that tests create, and what is read of them."""

from pathlib import Path

from corpus.formats.document import Document
from corpus.formats.html import read_html


def html_document(body: str, head: str = "") -> Document:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_html(Path("report.html"), page)


def texts(body: str) -> list[str]:
    return [line.text for line in html_document(body).lines]
