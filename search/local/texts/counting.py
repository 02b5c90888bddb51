"""Look into stored texts for what the index does not keep: signs, capitals, ends of sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from index.analysis import with_lead
from index.segments.arrays import Array
from index.segments.leads import LEAD_WEIGHT
from search.local.query_context import QueryContext

TEXTS_AT_ONCE = 256  # read before the time is looked at again


def read_texts(context: QueryContext, docs: Array) -> Iterator[tuple[str | None, str]]:
    """Yield the lead, None for none, and the text of each of some paragraphs. Raise TooLong."""
    snapshot = context.snapshot
    for first in range(0, len(docs), TEXTS_AT_ONCE):
        context.check_deadline()
        some = docs[first : first + TEXTS_AT_ONCE].tolist()
        yield from zip(snapshot.leads(some), snapshot.texts(some), strict=True)


def counted_postings(
    context: QueryContext, docs: Array, count: Callable[[str], int]
) -> tuple[Array, Array]:
    """Return those of `docs`, intp rising, in whose texts something occurs, and how often in each,
    float32: `count` tells how often in one. What is not all in the text but in its lead counts
    LEAD_WEIGHT. Raise TooLong.
    """
    weighted = (count_weighted(lead, text, count) for lead, text in read_texts(context, docs))
    counts = np.fromiter(weighted, np.float32, len(docs))
    rows = counts.nonzero()[0]
    return docs[rows], counts[rows]


def count_weighted(lead: str | None, text: str, count: Callable[[str], int]) -> float:
    """Return how often something occurs in a text, and LEAD_WEIGHT for each time in its lead."""
    own = count(text)
    return own + LEAD_WEIGHT * (count(with_lead(lead, text)) - own) if lead else own
