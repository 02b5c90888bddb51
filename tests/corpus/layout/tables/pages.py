"""Printed pages with a table below two paragraphs, and the rows that are read from them."""

from corpus.formats.document import TextLine
from corpus.layout import analyse_layout
from tests.corpus.layout.printing import document, paragraph, sentence, stack

BODY = stack(paragraph(sentence(80), 0), paragraph(sentence(60), 0))


def rows(*lines: TextLine) -> list[tuple[str, tuple[str, ...]]]:
    """Return the kind and the cells of each row of a table of `lines` below the paragraphs."""
    blocks = analyse_layout(document([*BODY, *lines]))
    return [(block.kind, block.cells) for block in blocks if block.cells]
