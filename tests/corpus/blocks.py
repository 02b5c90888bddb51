"""Short names for the blocks that tests of reading are made of."""

from corpus.layout.blocks import BULLET, HEADING, PARAGRAPH, ROW, RUNNING, Block


def head(text, level=2, page=1, boxed=False):
    return Block(HEADING, text, page=page, level=level, bold=True, boxed=boxed)


def para(text, number=None, page=1, boxed=False):
    return Block(PARAGRAPH, text, page=page, number=number, boxed=boxed)


def item(text, page=1, number=None):
    return Block(BULLET, text, page=page, depth=1, number=number)


def row(*cells, page=1):
    return Block(ROW, " ".join(cells), page=page, cells=cells)


def running(text, page=2):
    return Block(RUNNING, text, page=page)
