"""Where two texts differ in their words, as spans of both."""

from __future__ import annotations

from collections.abc import Sequence

from search.followup.comparison.word_weights import WeightedText
from search.model import Span
from search.wording.word_changes import Run, changed_runs


def mark_changes(
    earlier: WeightedText, later: WeightedText
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the spans of the earlier text that the later one has not, and those that it has
    instead.
    """
    removed, added = list[Run](), list[Run]()
    for (i, k), (j, m) in changed_runs(earlier.words, later.words):
        removed += [(i, k)] if i < k else []
        added += [(j, m)] if j < m else []
    return spans_of(earlier, removed), spans_of(later, added)


def spans_of(text: WeightedText, runs: Sequence[Run]) -> tuple[Span, ...]:
    """Return the characters of runs of words, from the first word to the last."""
    return tuple(Span(text.edges[2 * first], text.edges[2 * end - 1]) for first, end in runs)
