"""How well passages answer recommendations."""

import numpy as np
import pytest

from search.followup.tracker.matching import best_places
from search.followup.tracker.weights import PASSAGE_FEATURES
from tests.search.followup.authority import FILLER, ask, match

ASKED = [
    "The timeliness of initial health assessments for children in care.",
    "The quality of pathway plans for care leavers.",
]
ANSWERS = [
    "It rained. Initial health assessments for children in care are too often late.",
    "Pathway plans for care leavers are of good quality.",
]


def scores(*paragraphs, **options):
    return match(ASKED, *paragraphs, **options)[2].scores


def feature(name, *paragraphs, **options):
    return match(ASKED, *paragraphs, **options)[2].features[PASSAGE_FEATURES.index(name)]


def test_each_recommendation_is_answered_best_by_its_own_passage():
    by_passage = scores(*FILLER, *ANSWERS)
    assert by_passage.shape == (2, len(FILLER) + 2)
    assert by_passage.argmax(axis=1).tolist() == [len(FILLER), len(FILLER) + 1]


def test_the_clause_that_answers_has_the_highest_share():
    matches = match(ASKED, FILLER[0], ANSWERS[0])[2]
    assert matches.starts.tolist() == [0, 1]
    assert matches.shares[0].argmax() == 2


def test_words_of_the_same_meaning_count():
    one, other = scores("Looked after children's initial health assessments are late.", FILLER[1])[
        0
    ]
    assert one > other + 3


@pytest.mark.parametrize(
    ("name", "more", "less"),
    [
        ("clause", ANSWERS[1], "Pathway plans are good."),
        ("paragraph", "Plans. Pathway. Care leavers.", "Plans."),
        ("recommendation", ask(ANSWERS[1]), ANSWERS[1]),
        ("same_group", "Care leavers sing.", "Young carers sing."),
        ("other_group", "Young carers sing.", "Care leavers sing."),
        ("amount", ANSWERS[1], FILLER[0]),
        ("precision", "Pathway plans for care leavers.", f"Pathway plans, and {FILLER[1]}"),
    ],
)
def test_each_feature_is_higher_where_more_of_it_is(name, more, less):
    one, other = feature(name, more, less)[1]
    assert one > other


def test_near_words_count_where_the_collection_has_vectors():
    vectors = {"pathway": (1.0, 0.0), "rout": (0.9, 0.44), "kite": (0.0, 1.0)}
    for name in ("near_paragraph", "near_clause"):
        one, other = feature(name, "Routes.", "Kites.", vectors=vectors)[1]
        assert one > 0.8 > 0.1 > other


def test_shares_stand_for_nearness_where_there_are_no_vectors():
    assert np.array_equal(feature("near_clause", *ANSWERS), feature("clause", *ANSWERS))


@pytest.mark.parametrize(
    ("starts", "expected"),
    [([0, 2], [[1, 2], [0, 3]]), ([0], [[1], [3]]), ([0, 1, 2], [[0, 1, 2], [0, 1, 3]])],
)
def test_the_best_clause_of_each_passage_is_its_highest(starts, expected):
    shares = np.array([[0.1, 0.9, 0.7, 0.2], [0.5, 0.4, 0.1, 0.8]], np.float32)
    assert best_places(shares, np.array(starts)).tolist() == expected
