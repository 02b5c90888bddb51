"""The wording corpus: every word of a snapshot in its order, boilerplate marked."""

from __future__ import annotations

from threading import Lock

import numpy as np

from corpus.lazy import lazy_property
from index.segments.arrays import Array
from index.snapshot import Snapshot
from search.language.function_words import function_words
from search.local.filters import Masks, passing_rows
from search.local.paragraph_grades import paragraph_grades
from search.local.wording.keys import bigram_keys

BOILERPLATE_REPORTS = 3  # a paragraph that so many reports share, digits aside, is boilerplate
MIN_BOILERPLATE_WORDS = 8  # shorter paragraphs may well be alike by chance


class WordingCorpus:
    """A snapshot as wording is counted over it; one for all threads.

    `exclusive` is held while a result is compared with all other paragraphs: that takes hundreds
    of megabytes, by the number of words, which not every thread may take at once.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.columns = snapshot.columns
        self.report_of = snapshot.columns.report_of
        self.report_count = len(snapshot.columns.dates)
        self.exclusive = Lock()

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
    def words_left(self) -> Array:
        """The words from each word to the end of its paragraph, itself included, uint16."""
        left = self.first[1:][self.doc_of] - np.arange(len(self.tokens))
        return np.minimum(left, 65535).astype(np.uint16)

    @lazy_property
    def is_function_word(self) -> Array:
        """Which words of the vocabulary are function words, bool."""
        function = function_words()
        return np.array([word in function for word in self.snapshot.vocabulary()], bool)

    @lazy_property
    def bigram_keys(self) -> Array:
        """The key of the two words at each place, uint64."""
        return bigram_keys(self.tokens, self.words_left)

    @lazy_property
    def authority_of(self) -> Array:
        """The authority of each paragraph as a number, int32 (size); a report on none that is known
        has a number of its own.
        """
        names, codes = self.snapshot.codes("authority")
        has_name = np.array([name is not None for name in names], bool)[codes]
        return np.where(has_name, codes, len(names) + self.report_of).astype(np.int32)

    @lazy_property
    def is_own(self) -> Array:
        """Which paragraphs are living and in their report's own words, bool (size)."""
        alive = self.snapshot.alive
        own: Array = ~self.is_boilerplate
        return own if alive is None else own & alive

    @lazy_property
    def is_boilerplate(self) -> Array:
        """Which living paragraphs have a text that several reports which stand share word for word,
        digits aside, bool (size).
        """
        sizes = np.diff(self.first)
        is_long = sizes >= MIN_BOILERPLATE_WORDS
        alive = self.snapshot.alive
        long = np.flatnonzero(is_long if alive is None else is_long & alive)
        _, text = np.unique(self._fingerprints[long], return_inverse=True)
        text = text.reshape(-1).astype(np.int64)
        stands = ~self.columns.withdrawn[self.report_of[long]]
        pairs = np.unique(text[stands] * self.report_count + self.report_of[long][stands])
        reports = np.bincount(
            pairs // max(self.report_count, 1), minlength=int(text.max(initial=-1)) + 1
        )
        boilerplate = np.zeros(self.snapshot.size, bool)
        boilerplate[long] = reports[text] >= BOILERPLATE_REPORTS
        return boilerplate

    @lazy_property
    def _fingerprints(self) -> Array:
        """A random hash of the words of each paragraph in order, digits aside, uint64 (size)."""
        random = np.random.default_rng(0)
        words = self.snapshot.vocabulary()
        word_hashes = random.integers(1, 2**63, len(words), dtype=np.uint64)
        word_hashes[[row for row, word in enumerate(words) if word.isdigit()]] = 1
        places = np.arange(len(self.tokens)) - self.first[:-1][self.doc_of]
        place_count = int(places.max(initial=0)) + 1
        place_hashes = random.integers(1, 2**63, place_count, dtype=np.uint64) | 1
        return sum_runs(word_hashes[self.tokens] * place_hashes[places], self.first)

    @property
    def grade_names(self) -> tuple[str | None, ...]:
        """The grades that paragraphs and reports have, as they are listed, behind None."""
        return paragraph_grades(self.snapshot).names

    @property
    def grades(self) -> Array:
        """The grade of each paragraph as a place in `grade_names`, int16 (size)."""
        return paragraph_grades(self.snapshot).codes

    def passing(self, docs: Array, masks: Masks) -> Array:
        """Return which of `docs` are in their report's own words and pass all masks, bool."""
        passing: Array = self.is_own[docs] & passing_rows(masks, docs)
        return passing

    def count_reports(self, docs: Array) -> int:
        """Return the number of reports that `docs` belong to."""
        return len(np.unique(self.report_of[docs]))


def sum_runs(numbers: Array, first: Array) -> Array:
    """Return the sums of runs of `numbers` that begin at `first` (n + 1), 0 for empty runs."""
    sums = np.append(np.zeros(1, numbers.dtype), np.cumsum(numbers))
    totals: Array = sums[first[1:]] - sums[first[:-1]]
    return totals
