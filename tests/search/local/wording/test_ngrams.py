"""Phrases are counts_by_text by reports, inside and outside a result, as by brute force."""

import numpy as np
import pytest

from search.local.wording.ngrams import count_phrases
from tests.search.towns import reports
from tests.search.worlds import index_engine


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return index_engine(tmp_path_factory.mktemp("towns"), *reports()).wording_corpus


def count_by_brute_force(corpus, inside, size, least):
    """Reports inside and outside of each phrase of `size` words, one text at a time."""
    vocabulary = corpus.snapshot.vocabulary()
    reports_of: dict[str, tuple[set[int], set[int]]] = {}
    for doc in np.flatnonzero(corpus.is_own).tolist():
        words = [
            vocabulary[row] for row in corpus.tokens[corpus.first[doc] : corpus.first[doc + 1]]
        ]
        for start in range(len(words) - size + 1):
            sets = reports_of.setdefault(" ".join(words[start : start + size]), (set(), set()))
            sets[0 if inside[doc] else 1].add(int(corpus.report_of[doc]))
    return {
        text: (len(here), len(elsewhere))
        for text, (here, elsewhere) in reports_of.items()
        if len(here) >= least
    }


@pytest.mark.parametrize("least", [1, 3])
def test_counts_are_those_of_brute_force(corpus, least):
    inside = np.zeros(corpus.snapshot.size, bool)
    inside[::3] = True
    inside &= corpus.is_own
    counts = count_phrases(corpus, inside, least)
    counts_by_text = {
        counts.text(row): (int(counts.here[row]), int(counts.elsewhere[row]))
        for row in range(len(counts.here))
    }
    expected = {}
    for size in range(2, 6):
        expected |= count_by_brute_force(corpus, inside, size, least)
    assert counts_by_text == expected
