"""Boilerplate is left out, and every paragraph has the grade it stands under."""

import numpy as np
import pytest

from search.local.wording.corpus import WordingCorpus, sum_runs
from tests.search.changes import COMMIT
from tests.search.wording_world import BOILERPLATE, reports
from tests.search.worlds import index_engine, index_snapshot


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return index_engine(tmp_path_factory.mktemp("wording"), *reports())


def test_paragraphs_that_many_reports_share_are_boilerplate(engine):
    left_out = np.flatnonzero(~engine.wording_corpus.is_own)
    assert [engine.snapshot.text(doc) for doc in left_out] == [BOILERPLATE] * 5


def test_a_paragraph_without_a_grade_has_that_of_its_report(engine):
    grades = engine.wording_corpus.grades
    grade_of_report = {
        engine.snapshot.report_at(doc).id: engine.wording_corpus.grade_names[grades[doc]]
        for doc in range(engine.snapshot.size)
    }
    assert grade_of_report == {
        "ash": "good",
        "elm": "good",
        "oak": "inadequate",
        "fir": "inadequate",
        "yew": "adequate",
    }


def test_each_word_knows_its_paragraph_and_the_words_left(tmp_path):
    texts = ["Plans are late.", "...", "Late plans."]
    corpus = WordingCorpus(
        index_snapshot(tmp_path, ("ash", texts[:2], {}), COMMIT, ("elm", texts[2:], {}))
    )
    vocabulary = corpus.snapshot.vocabulary()
    assert [vocabulary[row] for row in corpus.tokens] == ["plans", "are", "late", "late", "plans"]
    assert corpus.first.tolist() == [0, 3, 3, 5]
    assert corpus.doc_of.tolist() == [0, 0, 0, 2, 2]
    assert corpus.words_left.tolist() == [3, 2, 1, 2, 1]
    assert corpus.count_reports(np.array([0, 1, 2])) == 2


def test_sums_of_runs():
    numbers = np.array([1, 2, 4, 8], np.uint64)
    assert sum_runs(numbers, np.array([0, 1, 1, 4])).tolist() == [1, 0, 14]


def test_it_is_computed_once(engine):
    assert engine.wording_corpus is engine.wording_corpus
    assert engine.wording_corpus.tokens is engine.wording_corpus.tokens
