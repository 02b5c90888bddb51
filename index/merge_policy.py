"""Which segments are merged when: size-tiered merging, eight at a time.

A segment's tier is 0, 1, 2 ...: each tier is eight times as large as the last. Eight segments of
one tier are merged, so a paragraph is rewritten once per tier and a commit costs what it adds,
times the logarithm of the index (logarithmic merging: Manning, Raghavan and Schütze 2008, section
4.5; Lucene's LogMergePolicy). A tier with a segment that is more than half deleted is rewritten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.contents import Segment
from index.segments.arrays import Array, Arrays, read_arrays, write_arrays
from index.segments.invert import invert
from index.segments.merge import merge_segments
from index.segments.upgrade import in_current_format
from index.whoosh.storage import new_segment_name

MERGE_FACTOR = 8
TIER_0_PARAGRAPHS = 256  # segments with fewer paragraphs are tier 0


def merge_due(data: Path, segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments with those that are due merged into new ones, written to `data`."""
    tiers = defaultdict(list)
    for segment in segments:
        tiers[tier(segment)].append(segment)
    result: list[Segment] = []
    for group in tiers.values():
        if is_due(group):
            result.append(write_segment(data, read_live_reports(data, group)))
        else:
            result += group
    return result


def tier(segment: Segment) -> int:
    """Return the size tier of a segment."""
    size, number = segment.live_paragraphs // TIER_0_PARAGRAPHS, 0
    while size:
        size, number = size // MERGE_FACTOR, number + 1
    return number


def is_due(group: Sequence[Segment]) -> bool:
    """Return whether the segments of one tier are to be merged."""
    mostly_deleted = any(2 * segment.live_paragraphs < segment.size for segment in group)
    return len(group) >= MERGE_FACTOR or mostly_deleted


def read_live_reports(data: Path, segments: Sequence[Segment]) -> dict[str, Array]:
    """Return the stored columns of all undeleted reports of `segments`."""
    parts = [in_current_format(read_arrays(data / segment.file)) for segment in segments]
    return merge_segments(parts, [live_rows(segment) for segment in segments])


def renew_segment(data: Path, segment: Segment) -> Segment:
    """Write the undeleted reports of a segment as a new one, and return that."""
    return write_segment(data, read_live_reports(data, [segment]))


def live_rows(segment: Segment) -> Array:
    """Return the rows of the reports that are not deleted, rising."""
    alive = np.ones(segment.reports, bool)
    alive[[report.row for report in segment.deleted]] = False
    return np.flatnonzero(alive)


def write_segment(data: Path, stored: Arrays) -> Segment:
    """Write stored columns as a new segment, on the disk when this returns, and return it."""
    paragraphs, reports = len(stored["token.first"]) - 1, len(stored["report.first"]) - 1
    segment = Segment(new_segment_name(), paragraphs, reports)
    write_arrays(data / segment.file, invert(stored))
    return segment
