"""How often the tracker is right, as it was measured."""

from search.followup.tracker.measured import read_accuracy


def test_no_more_is_right_than_there_was():
    accuracy = read_accuracy()
    assert 0 < accuracy.status_right <= accuracy.pairs
    assert 0 < accuracy.first_right <= accuracy.three_right <= accuracy.answered
    assert 0 <= accuracy.false_evidence <= accuracy.silent
    assert accuracy.answered + accuracy.silent <= accuracy.pairs
