from dataclasses import replace
from datetime import date

import pytest

from corpus.model import CLOSED, GRADES, label
from tests.corpus.test_contract import REPORT


@pytest.mark.parametrize("field", CLOSED)
def test_every_value_of_a_closed_set_has_a_label_and_no_two_share_a_key(field):
    choices = CLOSED[field]
    assert len({choice.key for choice in choices}) == len(choices)
    assert all(label(field, choice.key) == choice.label for choice in choices)


def test_a_value_of_an_open_set_is_its_own_label():
    assert label("authority", "Leeds") == "Leeds"
    assert label("grade", "splendid") == "splendid"


def test_grades_run_from_best_to_worst():
    assert [grade.rank for grade in GRADES] == [1, 2, 3, 3, 4]


def test_a_report_is_dated_by_its_publication_else_by_the_end_of_the_inspection():
    assert REPORT.dated == date(2011, 4, 15)
    assert replace(REPORT, published=date(2011, 5, 6)).dated == date(2011, 5, 6)
    assert replace(REPORT, inspection_end=None).dated is None
