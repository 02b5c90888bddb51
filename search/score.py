"""BM25 as array expressions, and what is remembered of a snapshot between queries.

A word's impacts are its whole contribution to the score of each paragraph:

    idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / average))
    idf = ln(1 + (n - df + 0.5) / (df + 0.5))

(Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009; the idf is Lucene's, which
is never negative.) `n`, `df` and `average` are those of the living paragraphs of the whole
snapshot, so that a paragraph's score does not depend on how it came into the index.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from math import log1p

import numpy as np

from index.snapshot import Snapshot
from search.matches import Array, Matches

K1, B = 1.2, 0.75
DENSE = 32  # a word in more than one paragraph of so many is kept for every paragraph too
COLUMN = 32  # scores a column when the best are looked for
REMEMBERED = 192 << 20  # bytes of impacts and masks a snapshot keeps at most


class Memory:
    """Values by key, the least recently used dropped when they pass `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self.limit, self.held = limit, 0
        self._values: OrderedDict[Hashable, tuple[Matches | Array, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Matches | Array]) -> Matches | Array:
        """Returns the value of `key`, from `make` where it is not remembered."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key][0]
        value = make()
        self._keep(key, value, size(value))
        return value

    def _keep(self, key: Hashable, value: Matches | Array, cost: int) -> None:
        if cost > self.limit // 4:
            return
        with self._lock:
            if key in self._values:
                return
            self._values[key] = value, cost
            self.held += cost
            while self.held > self.limit:
                self.held -= self._values.popitem(last=False)[1][1]


def size(value: Matches | Array) -> int:
    """Returns the bytes that a value holds."""
    if isinstance(value, Matches):
        dense = 0 if value.dense is None else int(value.dense.nbytes)
        return int(value.docs.nbytes + value.scores.nbytes) + dense
    return int(value.nbytes)


class Ranking:
    """The weights of a snapshot's words; `n` living paragraphs, `average` words each."""

    def __init__(self, snapshot: Snapshot, limit: int = REMEMBERED) -> None:
        self.snapshot, self.memory = snapshot, Memory(limit)
        lengths = snapshot.columns.lengths
        living = lengths if snapshot.alive is None else lengths[snapshot.alive]
        self.n = len(living)
        self.average = float(living.mean()) if living.any() else 1.0
        self.norm = (K1 * (1 - B + B / self.average * lengths)).astype(np.float32)

    def idf(self, df: int) -> float:
        """Returns the weight of a word that `df` paragraphs have."""
        return log1p((self.n - df + 0.5) / (df + 0.5))

    def frequency(self, field: str, word: str) -> int:
        """Returns how many paragraphs have a word."""
        return len(self.term(field, word))

    def term(self, field: str, word: str) -> Matches:
        """Returns the impacts of a word of `text` or `exact`, remembered."""
        return self.remembered((field, word), lambda: self._term(field, word))

    def _term(self, field: str, word: str) -> Matches:
        docs, tf = self.snapshot.postings(field, word)
        found = Matches(docs, self.impacts(docs, tf, self.idf(len(docs))))
        if len(docs) * DENSE <= self.snapshot.size:
            return found
        dense = np.zeros(self.snapshot.size, np.float32)
        dense[docs] = found.scores
        return Matches(docs, found.scores, dense)

    def impacts(self, docs: Array, tf: Array, idf: float) -> Array:
        """Returns the contribution of a word that stands `tf` times in `docs`, float32."""
        tf = tf.astype(np.float32)
        found: Array = np.float32(idf * (K1 + 1)) * tf / (tf + self.norm[docs])
        return found

    def remembered(self, key: Hashable, make: Callable[[], Matches]) -> Matches:
        """Returns the matches of `key`, from `make` where they are not remembered."""
        found = self.memory.get(key, make)
        assert isinstance(found, Matches)
        return found


def ranking(snapshot: Snapshot) -> Ranking:
    """Returns the Ranking of a snapshot, the same for all threads, dropped with the snapshot."""
    found: Ranking = snapshot.once("ranking", Ranking)
    return found


def top(scores: Array, places: Array, count: int) -> Array:
    """Returns the rows of the `count` best, best first: by score falling, then place rising."""
    if len(scores) > count:
        rows = chosen(scores, places, count)
        return rows[np.lexsort((places[rows], -scores[rows]))]
    return np.lexsort((places, -scores))


def chosen(scores: Array, places: Array, count: int) -> Array:
    """Returns the rows of the `count` best in no order; places decide between equal scores."""
    if not count:
        return np.zeros(0, np.int64)
    near = promising(scores, count)
    if near is not None:
        return near[chosen(scores[near], places[near], count)]
    bound = np.partition(scores, len(scores) - count)[len(scores) - count]
    better, equal = np.flatnonzero(scores > bound), np.flatnonzero(scores == bound)
    more = count - len(better)
    if len(equal) > more:
        equal = equal[np.argpartition(places[equal], more - 1)[:more]]
    return np.concatenate([better, equal])


def promising(scores: Array, count: int) -> Array | None:
    """Returns the few rows among which the `count` best are, None where that saves nothing.

    The highest of each of many columns of scores are all matches: no score below the `count`th
    of them is among the best.
    """
    width = len(scores) // COLUMN
    if width < 2 * count:
        return None
    highest = scores[: width * COLUMN].reshape(COLUMN, width).max(axis=0)
    bound = np.partition(highest, width - count)[width - count]
    rows = np.flatnonzero(scores >= bound)
    return rows if count <= len(rows) < len(scores) // 2 else None
