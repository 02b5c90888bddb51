"""Contradictions: sentences on the same matter, and none that shares only ubiquitous words."""

import pytest

from search.followup.comparison.word_weights import WordWeigher
from search.followup.contrary.claims import read_claims, read_subject
from search.followup.contrary.contradictions import (
    contradictions,
    list_candidates,
    may_contradict,
    nearness,
)
from search.followup.contrary.report_scopes import report_scopes
from tests.index.reports import paragraph, report
from tests.search.engines.fake import FakeEngine

CLAIM = "Return interviews after children go missing are thorough and highly effective."


def weigher_of(*texts):
    return WordWeigher(FakeEngine([report("ash", *texts, "Buses.", "Trees.")]))


@pytest.mark.parametrize(
    ("sentence", "is_near"),
    [
        ("Too few children who go missing have an interview on their return.", True),
        ("Too few missing children were seen in the long summer weeks before school interviews.", False),
        ("Highly effective and thorough.", False),
        ("Interviews are not effective.", False),
        ("It is what it is.", False),
    ],
    ids=["the matter", "words far apart among many", "judging words alone", "one word", "small words"],
)  # fmt: skip
def test_which_sentence_is_near_a_claim(sentence, is_near):
    weigher = weigher_of(CLAIM, sentence)
    (claim,), (other,) = read_claims(CLAIM, weigher), read_claims(sentence, weigher)
    score = nearness(claim, other)
    assert (score > 0.55) == is_near


def test_a_mixed_paragraph_comes_after_one_that_goes_one_way():
    text = "Too few children who go missing have an interview on their return."
    weigher = weigher_of(CLAIM, text)
    subject = read_subject(paragraph("ash", 1, CLAIM, polarity="strength"), report("ash"), weigher)
    scores = [
        next(
            contradictions(subject, 1, paragraph("elm", 1, text, polarity=polarity), weigher)
        ).score
        for polarity in ("weakness", "mixed")
    ]
    assert scores[0] > scores[1]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {}, True),
        ({}, {"kind": "context"}, False),
        ({"area": None, "section": "Help"}, {"section": "Helping"}, True),
        ({"area": None, "section": "Help"}, {"section": "Schools"}, False),
        ({"area": None, "kind": "recommendation"}, {"section": "Schools"}, True),
    ],
)
def test_what_may_contradict(one, other, expected):
    paragraphs = paragraph("ash", 1, "Plans.", **one), paragraph("elm", 1, "Plans.", **other)
    assert may_contradict(*paragraphs) == expected


def test_candidates_leave_out_the_paragraph_itself_and_in_a_region_its_authority():
    praise = (CLAIM, {"polarity": "strength"})
    blame = ("Interviews after children go missing are late.", {"polarity": "weakness"})
    own = report("own", praise, blame, authority="Ash", region="North East")
    same = report("same", blame, authority="Ash", region="North East")
    other = report("other", blame, authority="Elm", region="North East")
    engine = FakeEngine([own, same, other])
    weigher = WordWeigher(engine)
    subject = read_subject(own.paragraphs[0], own, weigher)
    listed = {
        scope.key: [one.id for _, one in list_candidates(engine, subject, scope.request)]
        for scope in report_scopes(engine, subject)
    }
    assert listed == {"same-report": ["own/p2"], "peers": ["other/p1"]}
