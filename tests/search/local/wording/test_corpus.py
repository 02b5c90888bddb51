"""Boilerplate is left out, and every paragraph has the grade it stands under."""

import numpy as np

from search.local.wording.corpus import GRADE_NAMES, sum_runs


def test_paragraphs_that_many_reports_share_are_boilerplate(wording_engine):
    own = wording_engine.wording_corpus.is_own
    left_out = [wording_engine.snapshot.text(doc) for doc in np.flatnonzero(~own)]
    assert len(left_out) == 5
    assert all(text.startswith("This notice") for text in left_out)


def test_a_paragraph_without_a_grade_has_that_of_its_report(wording_engine):
    found = wording_engine.wording_corpus.grades
    said = {
        wording_engine.snapshot.report_at(doc).id: GRADE_NAMES[found[doc]]
        for doc in range(wording_engine.snapshot.size)
    }
    assert said == {
        "ash": "good",
        "elm": "good",
        "oak": "inadequate",
        "fir": "inadequate",
        "yew": "adequate",
    }


def test_sums_of_runs():
    numbers = np.array([1, 2, 4, 8], np.uint64)
    assert sum_runs(numbers, np.array([0, 1, 1, 4])).tolist() == [1, 0, 14]


def test_it_is_made_once(wording_engine):
    assert wording_engine.wording_corpus is wording_engine.wording_corpus
