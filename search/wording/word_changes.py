"""Which words of a text another one has in their order, which it adds and which it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from index.analysis import split

SAME, ADDED, REMOVED = "same", "added", "removed"


@dataclass(frozen=True, slots=True)
class TextPart:
    """A run of words: `change` says whether both texts have it (same), the later one alone (added)
    or the earlier one alone (removed). The text is that of the later one, where it has it.
    """

    text: str
    change: str


def mark_changes(earlier: str, later: str) -> tuple[TextPart, ...]:
    """Return the later text in parts, with what it leaves out of the earlier one at its place.

    Words are compared as the index reads them: capitals, typography and punctuation are no change.
    """
    return tuple(iterate_parts(earlier, later))


def iterate_parts(earlier: str, later: str) -> Iterator[TextPart]:
    """Yield the parts of the later text in order, none of them empty."""
    (words, edges), (other_words, other_edges) = split(earlier), split(later)
    for step in Indel.opcodes(words, other_words):
        if step.tag == "delete":
            text = earlier[edges[2 * step.src_start] : edges[2 * step.src_end - 1]]
            yield TextPart(f"{text} ", REMOVED)
        else:
            # A part goes on to the next word: with the signs and the space after it.
            ends = [*other_edges[::2], len(later)]
            start = ends[step.dest_start] if step.dest_start else 0
            yield TextPart(
                later[start : ends[step.dest_end]], SAME if step.tag == "equal" else ADDED
            )
