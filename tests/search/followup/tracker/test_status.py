"""What a later report says of a recommendation, from how well its passages match."""

from dataclasses import replace

import numpy as np
import pytest

from search.followup.tracker.records import ASKED_AGAIN, MOVED_ON, SILENT
from search.followup.tracker.status import MAX_EVIDENCE, NOT_ASKED, find_best
from search.followup.tracker.weights import REPORT_FEATURES, STATUS_FEATURES
from tests.search.followup.authority import FILLER, ask, match

ASKED = ["The quality of chronologies."]
PRAISE = "Chronologies are thorough, well used and of high quality."
FAULT = "Chronologies are poor, too often missing and not good enough."
SURE, NEVER = 6.0, -20.0


def read(*paragraphs, scores=None, **fields):
    asked, reader, matches = match(ASKED, *paragraphs, **fields)
    if scores is not None:
        reader.matches = replace(matches, scores=np.array([scores], np.float32))
        reader.best = find_best(reader.matches.scores)
    return reader.read(asked[0], 0)


@pytest.mark.parametrize(
    ("paragraph", "status"),
    [(PRAISE, MOVED_ON), (FAULT, ASKED_AGAIN), (ask("The quality of chronologies."), ASKED_AGAIN)],
)
def test_the_passage_that_answers_tells_the_status(paragraph, status):
    result = read(*FILLER, paragraph, scores=[NEVER] * len(FILLER) + [SURE])
    assert result.status == status
    assert [one.paragraph.number for one in result.evidence] == [len(FILLER) + 1]


def test_a_report_without_a_passage_that_answers_is_silent_and_shows_none():
    result = read(PRAISE, FAULT, scores=[NEVER, NEVER])
    assert (result.status, result.evidence) == (SILENT, ())


def test_evidence_is_best_first_without_poor_passages_and_bounded():
    result = read(FAULT, PRAISE, FAULT, scores=[NEVER, SURE, SURE - 1])
    assert [one.paragraph.number for one in result.evidence] == [2, 3]
    reverse = read(PRAISE, FAULT, PRAISE, scores=[SURE - 2, SURE - 1, SURE])
    assert [one.paragraph.number for one in reverse.evidence] == [3, 2, 1]
    many = read(*[FAULT] * 9, scores=[SURE] * 9)
    assert len(many.evidence) == MAX_EVIDENCE


def test_the_quote_is_the_clause_that_answers():
    (one,) = read(f"It rained. {FAULT}", scores=[SURE]).evidence
    assert one.text == FAULT


def test_the_clause_that_answers_tells_more_than_the_others():
    kites = "Kites are poor, too often missing and not good enough."
    assert read(f"{kites} {PRAISE}", scores=[SURE]).status == MOVED_ON
    assert read(f"Kites are excellent and thorough. {FAULT}", scores=[SURE]).status == ASKED_AGAIN


@pytest.mark.parametrize(
    ("name", "framework", "expected"),
    [
        ("full_inspection", "ilacs", True),
        ("full_inspection", "focused-visit", False),
        ("send", "area-send", True),
        ("send", "ilacs", False),
    ],
)
def test_the_kind_of_report_counts(name, framework, expected):
    asked, reader, _ = match(ASKED, PRAISE, framework=framework)
    features = reader.report_features(asked[0], 0, [0])
    assert features[REPORT_FEATURES.index(name)] == expected


def test_a_report_about_other_children_alone_is_told():
    asked, reader, _ = match(["Pathway plans for care leavers."], "Young carers sing.", "Rain.")
    place = REPORT_FEATURES.index("other_group")
    assert reader.report_features(asked[0], 0, [0])[place]
    assert not reader.report_features(asked[0], 0, [0, 1])[place]


@pytest.mark.parametrize(
    ("asked_in", "told_in", "expected"),
    [("partnership", "overall", True), ("partnership", "partnership", False), (None, None, False)],
)
def test_a_report_that_leaves_out_the_board_is_told(asked_in, told_in, expected):
    asked, reader, _ = match(ASKED, (PRAISE, {"area": told_in}))
    asked = replace(asked[0], paragraph=replace(asked[0].paragraph, area=asked_in))
    features = reader.report_features(asked, 0, [0])
    assert features[REPORT_FEATURES.index("partnership")] == expected


@pytest.mark.parametrize(
    ("paragraphs", "scores", "expected"),
    [
        ([PRAISE], [2], NOT_ASKED),
        ([PRAISE, ask("Kites.")], [2, -9], NOT_ASKED),
        ([PRAISE, ask("Chronologies."), ask("Kites.")], [2, 1, -9], -1),
        ([PRAISE, ask("Chronologies.")], [1, 2], 0),
    ],
    ids=["none", "another", "worse than the first", "the first"],
)
def test_how_near_a_recommendation_comes_to_the_best_passage(paragraphs, scores, expected):
    _, reader, matches = match(ASKED, *paragraphs)
    reader.matches = replace(matches, scores=np.array([scores], np.float32))
    features = reader.status_features(0, [int(np.argmax(scores))])
    assert features[STATUS_FEATURES.index("asked")] == expected
