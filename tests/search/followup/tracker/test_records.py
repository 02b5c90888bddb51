"""The records of what became of recommendations."""

from corpus.model import FOLLOW_UPS
from search.followup.tracker.records import STATUS_LABELS, Evidence
from search.model import Span
from tests.index.reports import paragraph


def test_evidence_quotes_the_words_that_answer():
    answer = paragraph("a", 1, "It rained. Plans are late.")
    assert Evidence(answer, Span(11, 26), 1.0).text == "Plans are late."


def test_each_status_has_a_label():
    assert list(STATUS_LABELS) == [one.key for one in FOLLOW_UPS]
    assert STATUS_LABELS["silent"] == "Nothing found"
