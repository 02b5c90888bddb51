"""What is computed once per snapshot, when a query first needs it."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.lazy import lazy_property
from index.columns import Columns
from index.facets import EITHER, THEME_COLUMNS
from index.segments.arrays import Array
from index.snapshot import Snapshot
from search.local.facets.codes import FacetBins
from search.local.facets.values import CodedValues, coded_values
from search.local.printed import SnapshotWords
from search.local.ranking.bm25 import Bm25
from search.local.ranking.prior import priors
from search.local.wording.corpus import WordingCorpus

WORDING_CACHE_SHARE = 1 / 8
"""Of the bytes that searches may keep, as many may be kept apart for wording."""


class PreparedSnapshot:
    """A `snapshot` with its weights, priors, facet bins, printed words and wording corpus. Safe in
    threads.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    @property
    def columns(self) -> Columns:
        """The columns of the snapshot."""
        return self.snapshot.columns

    @lazy_property
    def bm25(self) -> Bm25:
        """The weights of the words."""
        return Bm25(self.snapshot)

    @lazy_property
    def wording_bm25(self) -> Bm25:
        """The weights of the words without those of leads, which are printed once for a list."""
        texts = self.snapshot.without_leads()
        return self.bm25 if texts is self.snapshot else Bm25(texts, WORDING_CACHE_SHARE)

    @lazy_property
    def printed(self) -> SnapshotWords:
        """How it prints words."""
        return SnapshotWords(self.snapshot.without_leads())

    @lazy_property
    def priors(self) -> Array:
        """The prior of each paragraph, float32 (size)."""
        return priors(self.snapshot)

    @lazy_property
    def facet_bins(self) -> FacetBins:
        """The bins that facets are counted in."""
        return FacetBins(self.columns)

    def facet_bins_by(self, theme_by: str) -> FacetBins:
        """Return the bins in which themes are counted by a key of THEME_COLUMNS."""
        return self.facet_bins if theme_by == EITHER else self._narrower_bins[theme_by]

    @lazy_property
    def _narrower_bins(self) -> Mapping[str, FacetBins]:
        return {by: FacetBins(self.columns, by) for by in THEME_COLUMNS if by != EITHER}

    @lazy_property
    def facet_values(self) -> Mapping[str, CodedValues]:
        """The values of each facet, in the order they are listed in."""
        return coded_values(self.columns)

    @lazy_property
    def wording_corpus(self) -> WordingCorpus:
        """The words in order, as wording is counted over them."""
        return WordingCorpus(self.snapshot)
