"""The order of relevance: BM25, the similarity of the best matches to the query, and priors."""

from __future__ import annotations

import numpy as np

from index.segments.arrays import Array
from index.snapshot import Snapshot
from search.language.parsed_query import ParsedQuery
from search.local.matches import Matches
from search.local.ranking.similarity import query_vector, similarities
from search.local.ranking.top_k import candidate_rows, top_rows_unordered

RERANKED = 300  # so many of the best matches are ranked again; first pages lie well within
SIMILARITY_SHARE = 0.8  # of the highest score, which the most similar paragraph gains
BELOW_RERANKED = 0.999  # of the lowest reranked score, which no other score may exceed


def rank(
    snapshot: Snapshot,
    parsed: ParsedQuery,
    matches: Matches,
    priors: Array | None = None,
    page_end: int | None = None,
    tiers: Array | None = None,
) -> Matches:
    """Return the matches with scores of relevance, all above 0.

    The best get their similarity to the query added and all are multiplied by their `priors`,
    float32 (size); the others stay below the best. Paragraphs of a higher tier of `tiers`, uint8
    (size), score higher than all of lower ones. Where no more than `page_end` are wanted and these
    are among the best, only the best are returned.
    """
    vector = query_vector(parsed, snapshot.model)
    is_plain = vector is None and priors is None and tiers is None
    if is_plain or not len(matches):
        return matches
    best = best_matches(matches, tiers)
    scores = best.scores
    if vector is not None:
        highest = float(np.maximum.reduce(scores))
        gains = similarities(snapshot, vector, best.docs, SIMILARITY_SHARE * highest)
        scores = scores if gains is None else scores + gains
    if priors is not None:
        scores = scores * priors[best.docs]
    if tiers is not None:
        scores = lift(scores, tiers[best.docs])
    best = Matches(best.docs, scores)
    if len(best) == len(matches) or (page_end is not None and page_end <= len(best)):
        return best
    return with_others(best, matches, priors, tiers)


def lift(scores: Array, tiers: Array) -> Array:
    """Return the scores, all above 0, with those of a higher tier above all of lower ones."""
    highest = np.maximum.reduce(scores, initial=np.float32(0))
    lifted: Array = scores + tiers * (np.float32(2) * highest)
    return lifted


def best_matches(matches: Matches, tiers: Array | None) -> Matches:
    """Return the best RERANKED matches, and a few more, with their scores: those of the highest
    tiers before others.
    """
    if len(matches) <= RERANKED:
        return matches
    if tiers is None:
        return matches.take(best_rows(matches))
    lifted = lift(matches.scores, tiers[matches.docs])
    return matches.take(best_rows(Matches(matches.docs, lifted)))


def best_rows(matches: Matches) -> Array:
    """Return the rows, rising, of the best RERANKED matches and of a few more, which costs less
    than to tell them apart.
    """
    rows = candidate_rows(matches.scores, RERANKED)
    if len(rows) <= 2 * RERANKED:
        return rows
    return np.sort(top_rows_unordered(matches.scores, matches.docs, RERANKED))


def with_others(
    best: Matches, matches: Matches, priors: Array | None, tiers: Array | None
) -> Matches:
    """Return all matches: the best with their scores, the others below them in their own order.

    So the first pages, which are made of the best alone, and those after them repeat and skip none.
    """
    rows = matches.docs.searchsorted(best.docs)
    scores = matches.scores.copy() if priors is None else matches.scores * priors[matches.docs]
    if tiers is not None:
        scores = lift(scores, tiers[matches.docs])
    scores[rows] = 0
    highest, lowest = float(scores.max()), float(best.scores.min())
    if highest >= lowest:
        scores *= np.float32(BELOW_RERANKED * lowest / highest)
    scores[rows] = best.scores
    return Matches(matches.docs, scores)
