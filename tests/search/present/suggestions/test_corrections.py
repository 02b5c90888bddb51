"""Words that the collection hardly has are offered as it spells them."""

import pytest

from search.model import Request
from search.present.sentence import in_words
from search.service import search
from tests.search.clocks import AMPLE


@pytest.mark.parametrize(
    ("query", "offers"),
    [
        ("safegaurding", [("safeguarding", 2)]),
        ("timely recoding", [("timely recording", 1)]),
        ("safegaurding recoding", [("safeguarding recording", 1)]),
        ("safeguarding", []),
        ("2019b", []),
        ("qqqqqqqq", []),
        ('"safegaurding"', []),
        ("drits", [("drifts", 1)]),
    ],
)
def test_did_you_mean(engine, query, offers):
    page = search(engine, Request(query, match="all"), AMPLE)
    assert [(offer.text, offer.paragraphs) for offer in page.suggestions] == offers


def test_a_correction_counts_under_the_filters_at_hand(engine):
    filters = {"grade": ("good",)}
    (offer,) = search(engine, Request("safegaurding", filters=filters), AMPLE).suggestions
    assert offer.paragraphs == 1
    assert search(engine, offer.request, AMPLE).total == 1
    nowhere = Request("drits", filters=filters)
    assert search(engine, nowhere, AMPLE).suggestions == ()


def test_only_the_first_doubtful_words_of_a_long_query_are_corrected(engine):
    request = Request("safegaurding recoding drits efective " * 5, match="any")
    page = search(engine, request, AMPLE)
    assert page.suggestions
    assert all("efective" in offer.text for offer in page.suggestions)


def test_a_word_that_is_nowhere_is_corrected_and_the_query_as_typed_is_a_click_away(build_engine):
    texts = ["Safeguarding works."] * 12 + ["A safegaurd.", "Leaves fall."] + ["Leavers do."] * 11
    engine = build_engine(("ash", texts, {"authority": "Safeguardia"}))
    page = search(engine, Request("safegarding OR leavers"), AMPLE)
    assert (page.corrections, page.total) == ((), 11)
    page = search(engine, Request("Safegarding"), AMPLE)
    assert (page.searched, page.total, page.suggestions) == ("safeguarding", 12, ())
    assert [hit.text[mark.start : mark.end] for hit in page.hits[:1] for mark in hit.marks] == [
        "Safeguarding"
    ]
    assert in_words(page.sentence) == "paragraphs with safeguarding"
    assert page.sentence[0].without.query == ""
    typed = search(engine, page.uncorrected, AMPLE)
    assert (typed.total, typed.corrections) == (0, ())
    assert [offer.text for offer in typed.suggestions] == ["safeguarding"]
    assert search(engine, Request("safegaurd"), AMPLE).corrections == ()


def test_what_else_a_corrected_word_may_be_is_offered(build_engine):
    texts = ["Care leavers do well."] * 20 + ["She leaves care."] * 15
    engine = build_engine(("ash", texts, {}))
    page = search(engine, Request("leavres", filters={"grade": ("good",)}), AMPLE)
    assert page.searched == "leavers"
    assert [(offer.text, offer.paragraphs) for offer in page.suggestions] == [("leaves", 15)]


@pytest.mark.parametrize("query", ["Barnet", "Slough", "Hereford", "drifts in Barking"])
def test_no_name_of_an_authority_is_corrected(build_engine, query):
    texts = ["A barnat, sloughs, enough, therefore; barring drifts. Herefort, bark."] * 12
    engine = build_engine(("ash", texts, {}))
    for correct in (True, False):
        page = search(engine, Request(query, correct=correct), AMPLE)
        assert (page.corrections, page.suggestions) == ((), ())


def test_a_rare_part_of_a_compound_is_offered_as_the_compound_is_printed(build_engine):
    texts = ["A short-term plan."] * 101 + ["Them, them, them."] * 40 + ["A short-trem plan."]
    engine = build_engine(("ash", texts, {}))
    page = search(engine, Request("short-trem plan", match="all"), AMPLE)
    assert (page.corrections, page.total) == ((), 1)
    assert [(offer.text, offer.paragraphs) for offer in page.suggestions] == [
        ("short-term plan", 101)
    ]
    page = search(engine, Request("short-terms-plon"), AMPLE)
    assert page.corrections == ()  # no paragraph has these words with hyphens
    assert [offer.text for offer in page.suggestions] == ["short-terms-plan"]
