"""Layout analysis: a Document's lines in, what a reader sees as one block out."""

from corpus.layout.pipeline import analyse_layout

__all__ = ["analyse_layout"]
