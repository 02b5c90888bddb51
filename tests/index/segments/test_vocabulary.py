"""One vocabulary of several segments, and their paragraphs as rows of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import terms
from index.segments.vocabulary import MergedVocabulary
from tests.index.reports import open_reader, report

TEXTS = ["late plan", "", "plan plan", "early visit", "late", "visit early plan"]


@pytest.fixture(scope="module", params=[[6], [2, 4], [1, 0, 5]], ids=str)
def vocabulary(request, tmp_path_factory):
    data, readers, start = tmp_path_factory.mktemp("data"), [], 0
    for number, size in enumerate(request.param):
        readers.append(open_reader(data, report(f"r{number}", *TEXTS[start : start + size])))
        start += size
    return MergedVocabulary(readers)


def test_every_word_is_there_once_sorted(vocabulary):
    assert vocabulary.words == ("early", "late", "plan", "visit")


@given(docs=st.lists(st.integers(0, len(TEXTS) - 1)))
def test_paragraphs_are_rows_of_it_in_the_order_asked(vocabulary, docs):
    rows = vocabulary.tokens(np.array(docs, np.intp)).tolist()
    expected = [word for doc in docs for word in terms(TEXTS[doc])]
    assert [vocabulary.words[row] for row in rows] == expected


def test_no_segments_have_no_words():
    empty = MergedVocabulary([])
    assert empty.words == ()
    assert empty.tokens(np.zeros(0, np.intp)).tolist() == []
