"""What the tests of furniture share: pages of text, and blocks of one kind."""

from corpus.layout.blocks import FURNITURE
from tests.corpus.layout.printing import line, paragraph, sentence, stack


def body(start):
    """Return the lines of two paragraphs."""
    return stack(paragraph(sentence(60, start), 0), paragraph(sentence(50, start), 0))


def texts_of_kind(blocks, kind):
    """Return the texts of the blocks of a kind."""
    return [block.text for block in blocks if block.kind == kind]


def running_texts(blocks):
    """Return the texts of the blocks that are not furniture."""
    return [block.text for block in blocks if block.kind not in FURNITURE]


def page(start, number, *edges):
    """Return the lines of a page: those at its edges, two paragraphs, and its number."""
    return [*edges, *body(start), line(str(number), 800, 510)]
