"""Clip paths: whether the text of a PDF stands outside the part of the page that it may mark."""

from __future__ import annotations

from collections.abc import Collection

from corpus.formats.pdf.calls import (
    FloatBuffer,
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


def clipped_away(page_objects: Collection[int]) -> set[int]:
    """Return those of some page objects of which nothing stands within one of their clip paths."""
    clips = list(map(get_clip_path, page_objects))
    counts = map(count_clip_paths, clips)
    return {
        page_object
        for page_object, clip, count in zip(page_objects, clips, counts, strict=True)
        if count > 0 and is_outside(page_object, clip, count)
    }


def is_outside(page_object: int, clip: int, count: int) -> bool:
    """Return whether nothing of an object stands in the box of one of a clip's `count` paths."""
    edges = FloatBuffer()
    if not get_bounds(page_object, *edges.addresses):
        return False
    left, bottom, right, top = edges.values
    for path in range(count):
        points = path_points(clip, path)
        if points:
            across, up = zip(*points, strict=True)
            if left > max(across) or right < min(across) or bottom > max(up) or top < min(up):
                return True
    return False


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
