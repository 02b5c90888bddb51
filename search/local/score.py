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
from typing import Any, TypeVar

import numpy as np

from index.snapshot import Snapshot
from search.local.matches import Array, Matches

K1, B = 1.2, 0.75
SORTED = 64  # so many rows too many are sorted sooner than chosen from
COLUMN = 32  # scores a column when the best are looked for
# Bytes of impacts and masks that a snapshot keeps: so many a paragraph, in these limits. A few
# hundred different words fill it; three times as much is hardly faster where all queries are new.
REMEMBERED = 640
FEWEST, MOST = 1 << 20, 192 << 20
OVERHEAD = 1024  # bytes of a key and of the records that hold what it stands for, about
DENSE = 64  # a word in more than one of so many paragraphs is kept with a score for each of all


Value = TypeVar("Value", Matches, Array)


class Memory:
    """Values by key, the least recently used dropped when they pass `limit` bytes.

    A value that is empty costs something too: or ever new words that nobody wrote would be kept
    for ever.
    """

    def __init__(self, limit: int) -> None:
        self.limit, self.held = limit, 0
        self._values: OrderedDict[Hashable, tuple[Matches | Array, int]] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, key: Hashable) -> Any:
        """Returns the value of `key`, None where it is not remembered."""
        with self._lock:
            held = self._values.get(key)
            if held is None:
                return None
            self._values.move_to_end(key)
            return held[0]

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Returns the value of `key`, from `make` where it is not remembered."""
        found: Value | None = self.find(key)
        return self.keep(key, make()) if found is None else found

    def keep(self, key: Hashable, value: Value) -> Value:
        """Remembers a value, unless it is too large or its key is known, and returns it."""
        cost = OVERHEAD + size(value)
        with self._lock:
            if cost <= self.limit // 4 and key not in self._values:
                self._values[key] = value, cost
                self.held += cost
            while self.held > self.limit:
                self.held -= self._values.popitem(last=False)[1][1]
        return value


def size(value: Matches | Array) -> int:
    """Returns the bytes that a value holds."""
    if isinstance(value, Matches):
        dense = 0 if value.dense is None else int(value.dense.nbytes)
        return int(value.docs.nbytes + value.scores.nbytes) + dense
    return int(value.nbytes)


class Ranking:
    """The weights of a snapshot's words; `n` living paragraphs, `average` words each."""

    def __init__(self, snapshot: Snapshot) -> None:
        limit = min(MOST, max(FEWEST, REMEMBERED * snapshot.size))
        self.snapshot, self.memory = snapshot, Memory(limit)
        # Apart, since they are small beside words, and take a hundred times as long to find.
        self.wordings = Memory(limit // 4)
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
        key = field, word
        found: Matches | None = self.memory.find(key)
        return self.memory.keep(key, self._term(field, word)) if found is None else found

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


def ranking(snapshot: Snapshot) -> Ranking:
    """Returns the Ranking of a snapshot, the same for all threads, dropped with the snapshot."""
    found: Ranking = snapshot.compute_once("ranking", Ranking)
    return found


def top(scores: Array, docs: Array, count: int, places: Array | None = None) -> Array:
    """Returns the rows of the `count` best, best first: by score falling, then, rising, the
    `places` of their `docs`, or `docs` themselves.
    """
    if len(scores) <= SORTED:
        return np.lexsort((deciding(docs, places), -scores))[:count]
    rows = promising(scores, count)
    if len(rows) > count + SORTED:
        rows = cut(rows, scores, docs, count, places)
    order = np.lexsort((deciding(docs[rows], places), -scores[rows]))
    return rows[order[:count]]


def chosen(scores: Array, docs: Array, count: int, places: Array | None = None) -> Array:
    """Returns the rows of the `count` best, decided as in `top`, in no order; all where there are
    fewer.
    """
    rows = promising(scores, count)
    return rows if len(rows) <= count else cut(rows, scores, docs, count, places)


def cut(rows: Array, scores: Array, docs: Array, count: int, places: Array | None) -> Array:
    """Returns the `count` best of more `rows`, in no order."""
    if not count:
        return rows[:0]
    held = scores[rows]
    bound = np.partition(held, len(held) - count)[len(held) - count]
    better, equal = rows[held > bound], rows[held == bound]
    more = count - len(better)
    if len(equal) > more:
        equal = equal[np.argpartition(deciding(docs[equal], places), more - 1)[:more]]
    return np.concatenate([better, equal])


def deciding(docs: Array, places: Array | None) -> Array:
    """Returns what decides between `docs` with equal scores."""
    return docs if places is None else places[docs]


def promising(scores: Array, count: int) -> Array:
    """Returns rows, rising, among which the `count` best are; they are few where scores differ.

    The highest of each of many columns of scores are all matches: no score below the `count`th
    of them is among the best.
    """
    if not 0 < count < len(scores):
        return np.arange(len(scores))
    if len(scores) < 2 * count * COLUMN:
        highest = scores.copy()
    else:
        width = len(scores) // COLUMN
        highest = np.maximum.reduce(scores[: width * COLUMN].reshape(COLUMN, width))
    highest.partition(len(highest) - count)
    bound = highest[len(highest) - count]
    rows: Array = (scores >= bound).nonzero()[0]
    return rows
