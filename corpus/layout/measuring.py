"""Measure a document's own layout: body size, leading, how far its lines and pages reach."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from corpus.layout.lines import LayoutLine
from corpus.layout.metrics import LayoutMetrics, RightEdgeKey, is_body_size, right_edge_key
from corpus.layout.state import LayoutState

MIN_SAMPLE = 4
"""Lines, or pairs of lines, at one place that show what is usual there; fewer show nothing."""

MIN_LEADING_EMS, MAX_LEADING_EMS = 0.9, 1.9
"""Leadings, in type sizes, at which two lines can belong to one paragraph."""

DEFAULT_LEADING_EMS = 1.2

LEADING_QUANTILE = 0.9
"""A page's leading is this quantile of those within its sentences: a stray tenth is left out."""

EDGE_QUANTILE = 0.98
"""Full lines end at this quantile of all right ends: the furthest few stand out."""

BOTTOM_QUANTILE = 0.8
"""Pages are filled down to this quantile of their last lines' bottoms."""


def measure_lines(state: LayoutState) -> LayoutState:
    """Step: measure the lines, which are in reading order."""
    return replace(state, metrics=measure(state.lines))


def measure(lines: Sequence[LayoutLine]) -> LayoutMetrics:
    """Return the metrics of lines in reading order; all lengths are above 0."""
    body_size = common_size(lines)
    body = [line for line in lines if is_body_size(line.size, body_size)]
    leadings = sentence_leadings(body, body_size)
    return LayoutMetrics(
        body_size=body_size,
        leading=common_leading(
            chain.from_iterable(leadings.values()), body_size * DEFAULT_LEADING_EMS
        ),
        right_edge=common_right_edge(body),
        right_edges=right_edges(body),
        page_leadings=page_leadings(leadings),
        is_typewritten=all(looks_typed(line, body_size) for line in lines),
        page_bottom=common_page_bottom(body),
    )


def looks_typed(line: LayoutLine, body_size: float) -> bool:
    """Return whether a line looks typed: body type, at a whole number of points from the edge."""
    is_plain = not line.bold and line.heading_level is None and is_body_size(line.size, body_size)
    return is_plain and float(line.left).is_integer()


def common_size(lines: Iterable[LayoutLine]) -> float:
    """Return the size, to half a point, that most letters have; 1.0 where no size is known."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size * 2) / 2] += len(line.text)
    return max(letters, key=letters.__getitem__, default=1.0) or 1.0


def sentence_leadings(
    body: Sequence[LayoutLine], body_size: float
) -> dict[int | None, list[float]]:
    """Return, by page, the distances between lines that one sentence joins, in points."""
    leadings: defaultdict[int | None, list[float]] = defaultdict(list)
    for above, below in pairwise(body):
        leading = below.bottom - above.bottom
        if (
            above.page == below.page
            and body_size * MIN_LEADING_EMS < leading < body_size * MAX_LEADING_EMS
            and below.text[:1].islower()
            and above.text[-1:].isalpha()
        ):
            leadings[above.page].append(leading)
    return leadings


def common_leading(leadings: Iterable[float], default: float) -> float:
    """Return the commonest leading, to a tenth of a point."""
    counts = Counter(round(leading, 1) for leading in leadings)
    return max(counts, key=counts.__getitem__, default=default)


def page_leadings(leadings: dict[int | None, list[float]]) -> dict[int | None, float]:
    """Return, by page, the widest leading within its sentences, stray ones left out."""
    return {
        page: sorted(on_page)[int(len(on_page) * LEADING_QUANTILE)]
        for page, on_page in leadings.items()
        if len(on_page) >= MIN_SAMPLE
    }


def common_page_bottom(body: Iterable[LayoutLine]) -> float:
    """Return how far down pages are filled."""
    bottoms: dict[int | None, float] = {}
    for line in body:
        if line.column:  # moved from where it stood
            continue
        bottoms[line.page] = max(line.bottom, bottoms.get(line.page, 0.0))
    return sorted(bottoms.values())[int(len(bottoms) * BOTTOM_QUANTILE)] if bottoms else 1.0


def common_right_edge(body: Sequence[LayoutLine]) -> float:
    """Return where full lines end."""
    rights = sorted(line.right for line in body)
    return rights[int(len(rights) * EDGE_QUANTILE)] if rights else 1.0


def right_edges(body: Iterable[LayoutLine]) -> dict[RightEdgeKey, float]:
    """Return how far lines reach, by what they have in common, where there are enough of them."""
    rights: defaultdict[RightEdgeKey, list[float]] = defaultdict(list)
    for line in body:
        rights[right_edge_key(line)].append(line.right)
    return {key: max(ends) for key, ends in rights.items() if len(ends) >= MIN_SAMPLE}
