"""The phrases of a result, and their places inside and outside it, are those of brute force."""

from collections import Counter

import numpy as np
import pytest

from search.local.wording.ngrams import MAX_WORDS, find_phrases
from tests.search.towns import reports
from tests.search.worlds import index_engine


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return index_engine(tmp_path_factory.mktemp("towns"), *reports()).wording_corpus


def places_by_brute_force(corpus, inside, least):
    """How often each paragraph inside and outside uses each phrase, one text at a time."""
    vocabulary = corpus.snapshot.vocabulary()
    places: dict[str, tuple[Counter[int], Counter[int]]] = {}
    for doc in np.flatnonzero(corpus.is_own).tolist():
        words = [
            vocabulary[row] for row in corpus.tokens[corpus.first[doc] : corpus.first[doc + 1]]
        ]
        for size in range(2, MAX_WORDS + 1):
            for start in range(len(words) - size + 1):
                text = " ".join(words[start : start + size])
                both = places.setdefault(text, (Counter(), Counter()))
                both[0 if inside[doc] else 1][doc] += 1
    return {
        text: both
        for text, both in places.items()
        if len({int(corpus.report_of[doc]) for doc in both[0]}) >= least
    }


def docs_by_row(places, size):
    by_row = [Counter() for _ in range(size)]
    for row, doc in zip(places.rows.tolist(), places.docs.tolist(), strict=True):
        by_row[row][doc] += 1
    return by_row


@pytest.mark.parametrize("least", [1, 3])
def test_places_are_those_of_brute_force(corpus, least):
    inside = np.zeros(corpus.snapshot.size, bool)
    inside[::3] = True
    inside &= corpus.is_own
    phrases = find_phrases(corpus, inside, corpus.is_own & ~inside, least)
    texts = phrases.texts(corpus.tokens, corpus.snapshot.vocabulary())
    here, elsewhere = (
        docs_by_row(places, len(phrases)) for places in (phrases.inside, phrases.outside)
    )
    assert len(set(texts)) == len(texts)
    expected = places_by_brute_force(corpus, inside, least)
    assert dict(zip(texts, zip(here, elsewhere, strict=True), strict=True)) == expected
