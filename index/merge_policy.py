"""Which segments are merged when, and the writing of a segment's file.

Segments of one size class, each eight times the last, are merged when there are eight of them:
a paragraph is rewritten once a class, so that a commit costs what it adds, times a small number.
A segment that is more than half deleted is rewritten alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.segments import arrays
from index.segments.arrays import Array, Arrays
from index.segments.invert import inverted
from index.segments.merge import merged
from index.segments.reader import EXTENSION
from index.whoosh.contents import Segment
from index.whoosh.storage import segment_name

TIER = 8
SMALLEST = 256


def write_segment(data: Path, raw: Arrays) -> Segment:
    """Writes raw columns as a new segment, on the disk when this returns, and returns it."""
    name = segment_name()
    arrays.write(data / (name + EXTENSION), inverted(raw))
    return Segment(name, len(raw["token.first"]) - 1, len(raw["report.first"]) - 1)


def merge_small(data: Path, segments: Sequence[Segment]) -> list[Segment]:
    """Returns the segments with those that are due merged into new ones."""
    kept, due = [], defaultdict(list)
    for segment in segments:
        due[tier(segment)].append(segment)
    for group in due.values():
        if len(group) >= TIER or any(2 * one.living < one.size for one in group):
            kept.append(write_segment(data, raw_of(data, group)))
        else:
            kept += group
    return kept


def tier(segment: Segment) -> int:
    """Returns the size class of a segment: 0, 1, 2 ... each eight times the last."""
    size, found = segment.living // SMALLEST, 0
    while size:
        size, found = size // TIER, found + 1
    return found


def raw_of(data: Path, segments: Sequence[Segment]) -> dict[str, Array]:
    """Returns the raw columns of all living reports of `segments`."""
    parts = [arrays.read(data / (one.name + EXTENSION)) for one in segments]
    rows = [living(part, one) for part, one in zip(parts, segments, strict=True)]
    return merged(parts, rows)


def living(part: Arrays, segment: Segment) -> Array:
    """Returns the rows of the reports that are not deleted."""
    alive = np.ones(segment.reports, bool)
    alive[[dead.row for dead in segment.deleted]] = False
    return np.flatnonzero(alive)
