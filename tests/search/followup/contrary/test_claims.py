"""The claims of a paragraph: its sentences, what they are about, and which way they go."""

import pytest

from search.followup.comparison.word_weights import WordWeigher
from search.followup.contrary.claims import (
    MAX_SENTENCES,
    near_pairs,
    polarities_of,
    read_claims,
    read_subject,
)
from search.model import Span
from tests.index.reports import paragraph, report
from tests.search.engines.fake import FakeEngine

PRAISE = "Return interviews are thorough, timely and highly effective."
BLAME = "Pathway plans are not good enough and too many are weak."
PLAIN = "In May the plans went to the board."


def weigher_of(*texts):
    return WordWeigher(FakeEngine([report("ash", *texts)]))


def test_words_that_judge_and_numbers_do_not_say_what_a_claim_is_about():
    (claim,) = read_claims("Strong plans improve 16 timely visits.", weigher_of("Plans"))
    assert claim.text.telling == {"plan", "visit"}


def test_no_more_than_the_first_sentences_are_read():
    text = "Plans drift. " * (MAX_SENTENCES + 5)
    assert len(read_claims(text, weigher_of(text))) == MAX_SENTENCES


def test_pairs_are_of_stems_that_stand_near_each_other_in_either_order():
    weigher = weigher_of("Plans")
    pairs = near_pairs(weigher.weigh("interviews on return from one of the homes"))
    assert frozenset(("return", "interview")) in pairs
    assert frozenset(("interview", "home")) not in pairs
    assert pairs & near_pairs(weigher.weigh("a return interview"))
    assert near_pairs(weigher.weigh("plans, plans")) == frozenset()


@pytest.mark.parametrize(
    ("text", "kind", "polarity"),
    [
        (PRAISE, "finding", "strength"),
        (BLAME, "finding", "weakness"),
        (PLAIN, "finding", None),
        ("The timeliness of return interviews.", "recommendation", "weakness"),
    ],
)
def test_the_polarity_of_a_sentence(text, kind, polarity):
    one = paragraph("ash", 1, text, kind=kind)
    assert polarities_of([(one, Span(0, len(text)))]) == [polarity]
    assert polarities_of([]) == []


@pytest.mark.parametrize(
    ("facts", "claims"),
    [
        ({"polarity": "strength"}, [(PRAISE, "strength")]),
        ({"polarity": "weakness"}, [(BLAME, "weakness")]),
        ({"polarity": "mixed"}, [(PRAISE, "strength"), (BLAME, "weakness")]),
        ({"polarity": "neutral"}, []),
        ({"polarity": None}, []),
        ({"polarity": "strength", "kind": "context"}, []),
    ],
)
def test_which_sentences_something_can_be_said_against(facts, claims):
    text = f"{PRAISE} {BLAME} {PLAIN}"
    one = paragraph("ash", 1, text, **facts)
    subject = read_subject(one, report("ash", text), weigher_of(text))
    got = [(text[claim.span.start : claim.span.end], way) for claim, way in subject.claims]
    assert got == claims


def test_where_no_sentence_says_it_by_itself_those_that_say_nothing_do():
    text = f"{PLAIN} {BLAME}"
    one = paragraph("ash", 1, text, polarity="strength")
    subject = read_subject(one, report("ash", text), weigher_of(text))
    assert [(text[claim.span.start : claim.span.end], way) for claim, way in subject.claims] == [
        (PLAIN, "strength")
    ]
