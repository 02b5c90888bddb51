"""The rows of the best scores: a partial sort that looks closely at few of them."""

from __future__ import annotations

import numpy as np

from index.segments.arrays import Array

SORTED_ROWS = 64  # up to so many rows beyond the count are sorted: selecting them costs more
COLUMN_SCORES = 32  # scores per column when candidates are looked for


def top_rows(scores: Array, docs: Array, count: int, places: Array | None = None) -> Array:
    """Return the rows of the `count` best scores, best first.

    Equal scores are ordered by the `places` of their `docs`, rising; without places by `docs`.
    """
    if len(scores) <= SORTED_ROWS:
        return np.lexsort((tie_breakers(docs, places), -scores))[:count]
    rows = candidate_rows(scores, count)
    if len(rows) > count + SORTED_ROWS:
        rows = select_rows(rows, scores, docs, count, places)
    order = np.lexsort((tie_breakers(docs[rows], places), -scores[rows]))
    return rows[order[:count]]


def top_rows_unordered(
    scores: Array, docs: Array, count: int, places: Array | None = None
) -> Array:
    """Return the same rows as `top_rows` in no order; all rows where there are fewer."""
    rows = candidate_rows(scores, count)
    return rows if len(rows) <= count else select_rows(rows, scores, docs, count, places)


def select_rows(rows: Array, scores: Array, docs: Array, count: int, places: Array | None) -> Array:
    """Return the `count` best of more than `count` rows, in no order."""
    if not count:
        return rows[:0]
    candidates = scores[rows]
    bound = np.partition(candidates, len(candidates) - count)[len(candidates) - count]
    better, equal = rows[candidates > bound], rows[candidates == bound]
    missing = count - len(better)
    if len(equal) > missing:
        ties = tie_breakers(docs[equal], places)
        equal = equal[np.argpartition(ties, missing - 1)[:missing]]
    return np.concatenate([better, equal])


def tie_breakers(docs: Array, places: Array | None) -> Array:
    """Return the numbers that order `docs` of equal scores."""
    return docs if places is None else places[docs]


def candidate_rows(scores: Array, count: int) -> Array:
    """Return rows, rising, that include the `count` best; few more where scores differ.

    The scores are cut into columns. The `count`th highest of the columns' maxima is a bound: at
    least `count` scores reach it, so none below it is among the best.
    """
    if not 0 < count < len(scores):
        return np.arange(len(scores))
    if len(scores) < 2 * count * COLUMN_SCORES:
        maxima = scores.copy()
    else:
        width = len(scores) // COLUMN_SCORES
        columns = scores[: width * COLUMN_SCORES].reshape(COLUMN_SCORES, width)
        maxima = np.maximum.reduce(columns)
    maxima.partition(len(maxima) - count)
    bound = maxima[len(maxima) - count]
    rows: Array = (scores >= bound).nonzero()[0]
    return rows
