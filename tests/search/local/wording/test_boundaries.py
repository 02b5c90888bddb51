"""Where phrases begin and end: at edges of paragraphs, and beside function words."""

import numpy as np
import pytest

from search.local.wording.boundaries import count_boundaries
from search.local.wording.ngrams import find_phrases
from tests.search.worlds import index_engine

TEXTS = ("Weak plans drift.", "The weak plans and", "very weak plans", "Late weak plans drift on")


@pytest.fixture(scope="module")
def boundaries(tmp_path_factory):
    reports = ((f"r{place}", [text], {}) for place, text in enumerate(TEXTS))
    corpus = index_engine(tmp_path_factory.mktemp("world"), *reports).wording_corpus
    inside = np.ones(corpus.snapshot.size, bool)
    phrases = find_phrases(corpus, inside, ~inside, 1)
    begins, ends = count_boundaries(corpus, phrases)
    texts = phrases.texts(corpus.tokens, corpus.snapshot.vocabulary())
    return dict(zip(texts, zip(begins.tolist(), ends.tolist(), strict=True), strict=True))


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("weak plans", (3, 2)),
        ("plans drift", (0, 2)),
        ("late weak", (1, 0)),
        ("very weak plans", (1, 1)),
        ("late weak plans drift", (1, 1)),
        ("drift on", (0, 1)),
    ],
)
def test_uses_that_begin_and_end_at_a_boundary(boundaries, phrase, expected):
    assert boundaries[phrase] == expected
