"""What an outline makes of blocks, as rows that a test compares."""

from corpus.understanding.outline.placement import PlacedBlock
from corpus.understanding.outline.reader import OutlineReader
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY


def outline(key, blocks, judgements=(), division=None):
    """Return (text, section, area, grade, kind, timescale) for each paragraph among blocks."""
    reader = OutlineReader(FRAMEWORK_BY_KEY[key], tuple(judgements), division)
    rows = []
    for placed in paragraphs_of(reader, blocks):
        p = placed.placement
        rows.append((placed.block.text, p.section, p.area, p.grade, p.kind, p.timescale))
    return rows


def place(key, blocks):
    """Return the paragraphs among blocks of a report without judgements, with their placements."""
    return paragraphs_of(OutlineReader(FRAMEWORK_BY_KEY[key], ()), blocks)


def paragraphs_of(reader, blocks):
    """Return the paragraphs that an OutlineReader makes of blocks, each with its placement."""
    return [outcome for outcome in reader.place_blocks(blocks) if isinstance(outcome, PlacedBlock)]


def placements(key, blocks, judgements=(), division=None):
    """Return (section, area, grade, kind) for each paragraph among blocks."""
    return [row[1:5] for row in outline(key, blocks, judgements, division)]
