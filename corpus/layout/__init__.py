"""Layout analysis: a Document's lines in; headings, paragraphs, bullets, rows and furniture out."""

from corpus.layout.pipeline import analyse_layout

__all__ = ["analyse_layout"]
