"""What wording is counted over: paragraphs in their reports' own words, and the grade of each."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

import numpy as np
from whoosh import query

from corpus.lazy import lazy_property
from corpus.model import GRADES
from index.segments.arrays import Array
from index.snapshot import Snapshot
from search.local.evaluate import evaluate
from search.local.filters import masks, passing
from search.local.query_context import QueryContext
from search.model import Request
from search.service import understood

COPIES = 3  # a paragraph that so many reports have word for word, digits aside, is boilerplate
SHORTEST = 8  # words; shorter paragraphs may well be alike by chance
GRADE_NAMES = (None, *(grade.key for grade in GRADES))


class WordingCorpus:
    """A snapshot as wording is counted over it; made once a snapshot, for all threads.

    `grades` (size, int8) are places in GRADE_NAMES: the grade of the judgement that a paragraph
    stands in, else its report's overall grade, 0 where there is neither. `turn` is for what takes
    memory by the place of a word: hundreds of megabytes, which not every thread may take at once.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.columns = snapshot.columns
        self.report_of = snapshot.columns.report_of
        self.reports = len(snapshot.columns.dates)
        self.turn = Lock()
        self._kept: dict[str, Array] = {}

    @lazy_property
    def tokens(self) -> Array:
        """Every word as a row of `snapshot.vocabulary()`, int32."""
        return self._tokens[0]

    @lazy_property
    def first(self) -> Array:
        """Where each paragraph begins in `tokens`, int64 (size + 1)."""
        return np.append(0, np.cumsum(self._tokens[1]))

    @lazy_property
    def _tokens(self) -> tuple[Array, Array]:
        tokens, sizes = self.snapshot.tokens(np.arange(self.snapshot.size))
        return tokens.astype(np.int32), sizes

    @lazy_property
    def doc_of(self) -> Array:
        """The paragraph of each word, int32."""
        return np.repeat(np.arange(self.snapshot.size, dtype=np.int32), np.diff(self.first))

    @lazy_property
    def left(self) -> Array:
        """How many words each word has to the end of its paragraph, itself counted, uint16."""
        ends = self.first[1:][self.doc_of] - np.arange(len(self.tokens))
        return np.minimum(ends, 65535).astype(np.uint16)

    def remembered(self, name: str, make: Callable[[], Array]) -> Array:
        """Return the array of that name, from `make` the first time."""
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    @lazy_property
    def own(self) -> Array:
        """Which paragraphs are living and no boilerplate, bool (size)."""
        alive = self.snapshot.alive
        own: Array = ~self._copied
        return own if alive is None else own & alive

    @lazy_property
    def _copied(self) -> Array:
        sizes = np.diff(self.first)
        long = np.flatnonzero(sizes >= SHORTEST)
        _, kind = np.unique(self._prints[long], return_inverse=True)
        pairs = np.unique(kind.reshape(-1).astype(np.int64) * self.reports + self.report_of[long])
        reports = np.bincount(
            pairs // max(self.reports, 1), minlength=int(kind.max(initial=-1)) + 1
        )
        copied = np.zeros(self.snapshot.size, bool)
        copied[long] = reports[kind.reshape(-1)] >= COPIES
        return copied

    @lazy_property
    def _prints(self) -> Array:
        """A number for each paragraph, the same where the words are, digits aside, uint64."""
        random = np.random.default_rng(0)
        words = self.snapshot.vocabulary()
        of_word = random.integers(1, 2**63, len(words), dtype=np.uint64)
        of_word[[row for row, word in enumerate(words) if word.isdigit()]] = 1
        places = np.arange(len(self.tokens)) - self.first[:-1][self.doc_of]
        of_place = random.integers(1, 2**63, int(places.max(initial=0)) + 1, dtype=np.uint64) | 1
        return added(of_word[self.tokens] * of_place[places], self.first)

    @lazy_property
    def grades(self) -> Array:
        """The grade of each paragraph as a place in GRADE_NAMES, int8 (size)."""
        names, codes = self.snapshot.codes("grade")
        own = np.array([place(name) for name in names], np.int8)[codes]
        rows = range(self.reports)
        overall = np.array([place(self.snapshot.facts(row).overall) for row in rows], np.int8)
        return np.where(own > 0, own, overall[self.report_of]) if len(overall) else own

    def asked(self, request: Request) -> tuple[query.Query, Array]:
        """Return the node of a Request and the paragraphs in own words that it finds, rising."""
        view = QueryContext.of(self.snapshot)
        node = understood(self.snapshot, request).query(
            "all" if request.match == "auto" else request.match
        )
        docs = evaluate(node, view).docs
        return node, docs[self.let_through(request, docs)]

    def let_through(self, request: Request, docs: Array) -> Array:
        """Return which paragraphs pass the filters of a Request and are in own words, bool."""
        masked = masks(request, QueryContext.of(self.snapshot).ranking)
        allowed: Array = passing(masked, docs) & self.own[docs]
        return allowed


def added(numbers: Array, first: Array) -> Array:
    """Return the sums of runs that begin at `first` (n + 1), 0 for empty runs."""
    sums = np.append(np.zeros(1, numbers.dtype), np.cumsum(numbers))
    total: Array = sums[first[1:]] - sums[first[:-1]]
    return total


def place(grade: str | None) -> int:
    """Return the place of a grade in GRADE_NAMES."""
    return GRADE_NAMES.index(grade) if grade in GRADE_NAMES else 0


def ground(snapshot: Snapshot) -> WordingCorpus:
    """Return the WordingCorpus of a snapshot."""
    found: WordingCorpus = snapshot.compute_once("ground", WordingCorpus)
    return found
