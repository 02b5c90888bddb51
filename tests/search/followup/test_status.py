"""What a later report says of a recommendation, from how well its passages match."""

import pytest

from search.followup.passages import read_passages
from search.followup.recommendations import Recommendation
from search.followup.records import ASKED_AGAIN, MOVED_ON, SILENT
from search.followup.status import MAX_EVIDENCE, StatusReader, net_fault
from search.followup.weights import default_weights
from search.present.hits import report_facts
from tests.search.followup.authority import ask, visit

PRAISE = "Chronologies are thorough, well used and of high quality."
FAULT = "Chronologies are poor, too often missing and not good enough."
ASKED = visit("first", 2016, ask("The quality of chronologies."))
RECOMMENDATION = Recommendation(ASKED.paragraphs[0], report_facts(ASKED), {})
SURE, NEVER = 6.0, -12.0


def read(*paragraphs, scores, **fields):
    later = visit("later", 2019, *paragraphs, **fields)
    passages = read_passages(later)
    reader = StatusReader(report_facts(later), passages, default_weights())
    return reader.read(RECOMMENDATION, list(scores), [0] * len(scores))


@pytest.mark.parametrize(
    ("paragraph", "status"),
    [(PRAISE, MOVED_ON), (FAULT, ASKED_AGAIN), (ask("The quality of chronologies."), ASKED_AGAIN)],
)
def test_the_passage_that_answers_tells_the_status(paragraph, status):
    result = read(paragraph, scores=[SURE])
    assert result.status == status
    assert [one.paragraph.id for one in result.evidence] == ["later/p1"]


def test_a_report_without_a_passage_that_answers_is_silent_and_shows_none():
    result = read(PRAISE, FAULT, scores=[NEVER, NEVER])
    assert (result.status, result.evidence) == (SILENT, ())
    assert read(scores=[]).status == SILENT


def test_evidence_is_best_first_without_poor_passages_and_bounded():
    result = read(FAULT, PRAISE, FAULT, scores=[NEVER, SURE, SURE - 1])
    assert [one.paragraph.number for one in result.evidence] == [2, 3]
    many = read(*[FAULT] * 9, scores=[SURE] * 9)
    assert len(many.evidence) == MAX_EVIDENCE


def test_the_quote_is_the_clause_that_answers():
    later = visit("later", 2019, f"It rained. {FAULT}")
    reader = StatusReader(report_facts(later), read_passages(later), default_weights())
    (one,) = reader.read(RECOMMENDATION, [SURE], [1]).evidence
    assert one.text == FAULT


def test_fault_is_what_is_found_beyond_praise():
    assert net_fault(praise=0.25, fault=1.0) == 0.75
