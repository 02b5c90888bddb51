"""The order of relevance: BM25 of the words, what a paragraph is worth, the context of the best."""

from __future__ import annotations

import numpy as np

from index.arrays import Array
from index.snapshot import Snapshot
from search.context import contexts, direction
from search.matches import Matches
from search.parse import Parsed
from search.score import chosen

BEST = 300  # so many matches are ranked again; a page and its neighbours lie well within
SHARE = 0.8  # of the highest score that a perfect context adds


def ranked(
    snapshot: Snapshot,
    parsed: Parsed,
    found: Matches,
    worth: Array | None = None,
    most: int | None = None,
) -> Matches:
    """Return the matches with their scores times what each is `worth`, float32 (size), and the
    context of the best added; where the `most` are as few as that, the best alone.

    All scores stay above 0, and below those of the best stay the others.
    """
    if worth is not None:
        found = Matches(found.docs, found.scores * worth[found.docs])
    best = foremost(snapshot, parsed, found, worth)
    if len(best) == len(found) or (most is not None and most <= len(best)):
        return best
    scores = found.scores.copy()
    scores[found.docs.searchsorted(best.docs)] = best.scores
    return Matches(found.docs, scores)


def foremost(
    snapshot: Snapshot, parsed: Parsed, found: Matches, worth: Array | None = None
) -> Matches:
    """Return the BEST of the matches with their context added; all of them as they are, where no
    word of the query was learnt.
    """
    asked = direction(parsed, snapshot.learnt)
    if asked is None or len(found) < 2:
        return found
    best, highest = found, found.scores.max()
    if len(found) > BEST:
        best = found.take(np.sort(chosen(found.scores, found.docs, BEST)))
    near = contexts(snapshot, asked, best.docs)
    if near is None:
        return found
    if worth is not None:
        near *= worth[best.docs]
    return Matches(best.docs, best.scores + near * (np.float32(SHARE) * highest))
