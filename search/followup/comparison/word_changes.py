"""Which words changed from one text to another; punctuation, capitals and typography are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from rapidfuzz.distance import Indel

from search.followup.comparison.word_weights import WeightedText
from search.language.function_words import function_words
from search.model import Span

MAX_SMALL_RUN = 3  # function words that two changes have between them and that change with them

Run: TypeAlias = "tuple[int, int]"
"""Words `first` up to but not including `end` of a text."""


def share_in_order(words: Sequence[str], others: Sequence[str], at_least: float) -> float:
    """Return the share of the words of two texts together that both have in one order, from 0 to 1
    (the normalised Indel similarity); 0 where it is less than `at_least`.
    """
    return Indel.normalized_similarity(words, others, score_cutoff=at_least)


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


def changed_runs(earlier: Sequence[str], later: Sequence[str]) -> Iterator[tuple[Run, Run]]:
    """Yield the runs of words that changed, with what stands in their place.

    Changes that have nothing between them but a few function words are one: a reader follows whole
    phrases more easily than single words.
    """
    change: tuple[Run, Run] | None = None
    for step in Indel.opcodes(earlier, later):
        first, end = step.src_start, step.src_end
        if step.tag != "equal":
            if change:  # with the small words in between
                (first, _), (other_first, _) = change
            else:
                other_first = step.dest_start
            change = (first, end), (other_first, step.dest_end)
        elif change and not is_small(earlier[first:end]):
            yield change
            change = None
    if change:
        yield change


def is_small(words: Sequence[str]) -> bool:
    """Return whether a run of words is a few function words."""
    return len(words) <= MAX_SMALL_RUN and function_words().issuperset(words)


def spans_of(text: WeightedText, runs: Sequence[Run]) -> tuple[Span, ...]:
    """Return the characters of runs of words, from the first word to the last."""
    return tuple(Span(text.edges[2 * first], text.edges[2 * end - 1]) for first, end in runs)
