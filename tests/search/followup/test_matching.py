"""How well passages answer recommendations."""

import numpy as np
import pytest

from search.followup.matching import Matcher, best_places
from search.followup.passages import read_passages
from search.followup.recommendations import Recommendation, weigh_concepts
from search.followup.weights import default_weights
from tests.search.followup.authority import FILLER, FIRST, ask, idf_of, visit

ASKED = [
    "The timeliness of initial health assessments for children in care.",
    "The quality of pathway plans for care leavers.",
]
ANSWERS = [
    "It rained. Initial health assessments for children in care are too often late.",
    "Pathway plans for care leavers are of good quality.",
]
IDF = idf_of(*FILLER, *ASKED, *ANSWERS)


def match(*paragraphs):
    report = visit("asked", 2016, *map(ask, ASKED))
    recommendations = [
        Recommendation(one, FIRST, weigh_concepts(one.text, IDF, default_weights()))
        for one in report.paragraphs
    ]
    passages = read_passages(visit("later", 2019, *paragraphs))
    return Matcher(recommendations, default_weights()).match(passages)


def test_each_recommendation_is_answered_best_by_its_own_passage():
    scores = match(*FILLER, *ANSWERS).scores
    assert scores.shape == (2, len(FILLER) + 2)
    assert scores.argmax(axis=1).tolist() == [len(FILLER), len(FILLER) + 1]


def test_the_clause_that_answers_is_told():
    assert match(ANSWERS[0]).clauses[0].tolist() == [1]


def test_words_of_the_same_meaning_count():
    one, other = match(
        "Looked after children's initial health assessments are late.", FILLER[1]
    ).scores[0]
    assert one > other + 3


def test_the_same_words_about_other_children_count_less():
    mine, others = match("Pathway plans are good.", "Plans of young carers are good.").scores[1]
    assert mine > others


def test_a_recommendation_answers_better_than_a_finding_of_the_same_words():
    finding, asked = match(ANSWERS[1], ask(ANSWERS[1])).scores[1]
    assert asked > finding


def test_a_report_without_passages_matches_nothing():
    assert match().scores.shape == (2, 0)


@pytest.mark.parametrize(
    ("starts", "expected"),
    [([0, 2], [[1, 2], [0, 3]]), ([0], [[1], [3]]), ([0, 1, 2], [[0, 1, 2], [0, 1, 3]])],
)
def test_the_best_clause_of_each_passage_is_its_highest(starts, expected):
    shares = np.array([[0.1, 0.9, 0.7, 0.2], [0.5, 0.4, 0.1, 0.8]], np.float32)
    assert best_places(shares, np.array(starts)).tolist() == expected
