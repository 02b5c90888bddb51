"""Clip paths: whether the text of a PDF stands outside the part of the page that it may mark."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from corpus.formats.pdf.calls import (
    FloatBuffer,
    ask_each,
    count_clip_paths,
    count_segments,
    get_bounds,
    get_clip_path,
    get_segment,
    get_segment_end,
)

MAX_SEGMENTS = 64
"""A clip path of more segments than this is a drawing: it is not looked at."""

RECTANGLE_SEGMENTS, RECTANGLE_CORNERS = 5, (0, 2)
"""A rectangle's path has so many segments; two of them end at opposite corners."""


Box = tuple[float, float, float, float]
"""Left, bottom, right and top in PDF coordinates."""


def clipped_away(page_objects: Collection[int]) -> set[int]:
    """Return those of some page objects of which nothing stands within one of their clip paths."""
    clips = list(map(get_clip_path, page_objects))
    counts = map(count_clip_paths, clips)
    clipped = [one for one in zip(page_objects, clips, counts, strict=True) if one[2] > 0]
    bounds = np.full((len(clipped), 4), np.nan, np.float32)  # of an object without any, it stays
    ask_each(get_bounds, bounds, [item for item, *_ in clipped], outputs=4)
    boxes: dict[int, Box | None] = {}
    return {
        item
        for (item, clip, count), edges in zip(clipped, bounds.tolist(), strict=True)
        if any(is_outside(edges, find_clip_box(clip, path, boxes)) for path in range(count))
    }


def is_outside(bounds: Sequence[float], box: Box | None) -> bool:
    """Return whether nothing within some bounds, as in a Box, stands in a box."""
    if box is None:
        return False
    left, bottom, right, top = bounds
    return left > box[2] or right < box[0] or bottom > box[3] or top < box[1]


def find_clip_box(clip: int, path: int, boxes: dict[int, Box | None]) -> Box | None:
    """Return the box of one of a clip's paths, None where it is not looked at.

    Text objects share their clip paths: `boxes` keeps those of a page, by their first segment.
    """
    first = get_segment(clip, path, 0)
    if first not in boxes:
        points = path_points(clip, path)
        across, up = zip(*points, strict=True) if points else ((), ())
        boxes[first] = (min(across), min(up), max(across), max(up)) if points else None
    return boxes[first]


def path_points(clip: int, path: int) -> list[tuple[float, float]]:
    """Return the ends of a clip path's segments, of a rectangle only two opposite corners."""
    count = count_segments(clip, path)
    if count > MAX_SEGMENTS:
        return []
    indices = RECTANGLE_CORNERS if count == RECTANGLE_SEGMENTS else range(count)
    point = FloatBuffer()
    across, up, *_ = point.addresses
    points = []
    for index in indices:
        get_segment_end(get_segment(clip, path, index), across, up)
        points.append((point.values[0], point.values[1]))
    return points
