"""The order of relevance: BM25 of the words, the context of the best, what a paragraph is worth."""

from __future__ import annotations

import numpy as np

from index.segments.arrays import Array
from index.snapshot import Snapshot
from search.language.clauses import ParsedQuery
from search.local.matches import Matches
from search.local.score import chosen, promising
from search.local.similarity import contexts, direction

BEST = 300  # so many matches are ranked again; a page and its neighbours lie well within
SHARE = 0.8  # of the highest score that a perfect context adds
UNDER = 0.999  # of the lowest score of the best is the highest of the others, where it was above


def ranked(
    snapshot: Snapshot,
    parsed: ParsedQuery,
    found: Matches,
    worth: Array | None = None,
    most: int | None = None,
) -> Matches:
    """Return the matches by relevance: the best with their context added to their scores, times
    what each is `worth`, float32 (size), and below them all others. Scores stay above 0.

    Where no more than `most` are asked for and these are among the best, only the best.
    """
    asked = direction(parsed, snapshot.model)
    if (asked is None and worth is None) or not len(found):
        return found
    best = found.take(best_rows(found)) if len(found) > BEST else found
    scores = best.scores
    if asked is not None:
        highest = float(np.maximum.reduce(scores))
        near = contexts(snapshot, asked, best.docs, SHARE * highest)
        scores = scores if near is None else scores + near
    if worth is not None:
        scores = scores * worth[best.docs]
    best = Matches(best.docs, scores)
    enough = len(best) == len(found) or (most is not None and most <= len(best))
    return best if enough else followed(best, found, worth)


def best_rows(found: Matches) -> Array:
    """Return the rows of BEST matches, rising, and of some more that come cheaper than they can be
    told from those.
    """
    rows = promising(found.scores, BEST)
    return rows if len(rows) <= 2 * BEST else np.sort(chosen(found.scores, found.docs, BEST))


def followed(best: Matches, found: Matches, worth: Array | None) -> Matches:
    """Return all matches: the best, whose scores stay, and the others after them in their order.

    So the first pages, which are made of the best alone, and those after them repeat and skip none.
    """
    rows = found.docs.searchsorted(best.docs)
    scores = found.scores.copy() if worth is None else found.scores * worth[found.docs]
    scores[rows] = 0
    highest, lowest = float(scores.max()), float(best.scores.min())
    if highest >= lowest:
        scores *= np.float32(UNDER * lowest / highest)
    scores[rows] = best.scores
    return Matches(found.docs, scores)
