"""Which words changed from one text to another; punctuation, capitals and typography are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rapidfuzz.distance import Indel

from index.analysis import split
from search.language.function_words import function_words

MAX_SMALL_RUN = 3  # function words that two changes have between them and that change with them

Run: TypeAlias = "tuple[int, int]"
"""Words `first` up to but not including `end` of a text."""

SAME, ADDED, REMOVED = "same", "added", "removed"


@dataclass(frozen=True, slots=True)
class TextPart:
    """A run of words: `change` says whether both texts have it (same), the later one alone (added)
    or the earlier one alone (removed). The text is that of the later one, where it has it.
    """

    text: str
    change: str


def share_in_order(words: Sequence[str], others: Sequence[str], at_least: float) -> float:
    """Return the share of the words of two texts together that both have in one order, from 0 to 1;
    0 where it is less than `at_least`.

    It is the normalised Indel similarity: twice the length of the longest common subsequence over
    the words of both.
    """
    return Indel.normalized_similarity(words, others, score_cutoff=at_least)


def changed_runs(earlier: Sequence[str], later: Sequence[str]) -> Iterator[tuple[Run, Run]]:
    """Yield the runs of words that changed, with what stands in their place, in order.

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


def split_by_change(earlier: str, later: str) -> tuple[TextPart, ...]:
    """Return the later text in parts, none of them empty, with what it leaves out of the earlier
    one at its place. Words are compared as the index reads them.
    """
    return tuple(part for part in iterate_parts(earlier, later) if part.text)


def iterate_parts(earlier: str, later: str) -> Iterator[TextPart]:
    """Yield the parts of the later text in order, some of them empty."""
    (words, edges), (other_words, other_edges) = split(earlier), split(later)
    # A part goes on to the next word: with the signs and the space after it.
    ends = [0, *other_edges[2::2], len(later)] if other_words else [0]
    at = 0
    for (first, end), (other_first, other_end) in changed_runs(words, other_words):
        yield TextPart(later[ends[at] : ends[other_first]], SAME)
        if first < end:
            yield TextPart(f"{earlier[edges[2 * first] : edges[2 * end - 1]]} ", REMOVED)
        yield TextPart(later[ends[other_first] : ends[other_end]], ADDED)
        at = other_end
    yield TextPart(later[ends[at] : ends[-1]], SAME)
