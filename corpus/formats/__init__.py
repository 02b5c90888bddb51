"""The bytes of a PDF, Word, HTML, Markdown or text file in, a Document of printed lines out."""

from corpus.formats.content import read_content
from corpus.formats.detection import read_document

__all__ = ["read_content", "read_document"]
