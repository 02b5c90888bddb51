"""What an outline makes of blocks, as rows that a test compares."""

from corpus.frameworks import FRAMEWORKS
from corpus.understanding.outline import Reader

BY_KEY = {framework.key: framework for framework in FRAMEWORKS}


def read(key, blocks, judgements=(), home=None):
    """Rows of (text, section, area, grade, kind, timescale) for the paragraphs among blocks."""
    reader = Reader(BY_KEY[key], tuple(judgements), home)
    rows = []
    for standing in reader.read(blocks):
        p = standing.place
        rows.append((standing.block.text, p.section, p.area, p.grade, p.kind, p.timescale))
    return rows


def places(key, blocks, judgements=(), home=None):
    return [entry[1:5] for entry in read(key, blocks, judgements, home)]
