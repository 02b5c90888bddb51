"""The lines of a Document in; headings, paragraphs, bullets, table rows and furniture out."""

from corpus.layout.pipeline import analyse_layout

__all__ = ["analyse_layout"]
