"""Boilerplate is left out, and every paragraph has the grade it stands under."""

import numpy as np

from search.local.wording_corpus import GRADE_NAMES, added, ground


def test_paragraphs_that_many_reports_share_are_boilerplate(snapshot):
    own = ground(snapshot).own
    left_out = [snapshot.text(doc) for doc in np.flatnonzero(~own)]
    assert len(left_out) == 5
    assert all(text.startswith("This notice") for text in left_out)


def test_a_paragraph_without_a_grade_has_that_of_its_report(snapshot):
    found = ground(snapshot).grades
    said = {snapshot.report_at(doc).id: GRADE_NAMES[found[doc]] for doc in range(snapshot.size)}
    assert said == {
        "ash": "good",
        "elm": "good",
        "oak": "inadequate",
        "fir": "inadequate",
        "yew": "adequate",
    }


def test_sums_of_runs():
    numbers = np.array([1, 2, 4, 8], np.uint64)
    assert added(numbers, np.array([0, 1, 1, 4])).tolist() == [1, 0, 14]


def test_it_is_made_once(snapshot):
    assert ground(snapshot) is ground(snapshot)
