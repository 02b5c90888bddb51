"""What to ask instead comes from the collection, and finds what it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.model import Request
from search.present.sentence import in_words
from search.service import search
from tests.search.worlds import index_engine

PIECES = (
    "safeguarding",
    "recodring",
    '"',
    "(",
    ")",
    "OR",
    "NOT",
    "-",
    "grade:good",
    "*",
    "x~",
    "not",
)
TEXTS = [
    ("Safeguarding is effective and recording is timely.", {"grade": "good"}),
    ("Safeguarding practice drifts in 2019a cases.", {"grade": "inadequate"}),
    ("Recording of visits is clear.", {"grade": "good"}),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return index_engine(tmp_path_factory.mktemp("world"), ("ash", TEXTS, {}))


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
    page = search(engine, Request(query, match="all"))
    assert [(offer.text, offer.paragraphs) for offer in page.suggestions] == offers


def test_a_correction_counts_under_the_filters_at_hand(engine):
    filters = {"grade": ("good",)}
    (offer,) = search(engine, Request("safegaurding", filters=filters)).suggestions
    assert offer.paragraphs == 1
    assert search(engine, offer.request).total == 1
    nowhere = Request("drits", filters=filters)
    assert search(engine, nowhere).suggestions == ()


def test_only_the_first_doubtful_words_of_a_long_query_are_corrected(engine):
    page = search(engine, Request("safegaurding recoding drits efective " * 5, match="any"))
    assert page.suggestions
    assert all("efective" in offer.text for offer in page.suggestions)


def test_nothing_found_says_what_to_leave_out(engine):
    request = Request('"visits" safeguarding', filters={"grade": ("inadequate",)}, match="all")
    page = search(engine, request)
    assert page.total == 0
    assert [(offer.text, offer.paragraphs) for offer in page.removals] == [('"visits"', 1)]
    for offer in page.removals:
        assert search(engine, offer.request).total == offer.paragraphs


def test_nothing_found_names_the_words_that_are_nowhere(engine):
    page = search(engine, Request("unicorns recording", match="all"))
    assert page.missing == ("unicorns",)
    assert [offer.text for offer in page.removals] == ["unicorns"]


def test_what_was_also_searched_is_in_the_collection(tmp_path):
    known = index_engine(tmp_path, ("ash", ["LAC do well.", "Children in care do well."], {}))
    page = search(known, Request("LAC"))
    assert "children in care" in page.also
    assert "cared for children" not in page.also
    assert page.total == 2
    assert page.hits[0].paragraph.text == "LAC do well."
    assert search(known, Request("LAC", widen=False)).total == 1
    assert search(known, Request('"LAC"')).total == 1


def test_acronyms_of_the_collection_are_known(tmp_path):
    texts = ["The quick zeal panel (QZP) met.", "The QZP decided.", "A quick zeal panel sat."]
    known = index_engine(tmp_path, ("ash", texts, {}))
    assert search(known, Request("qzp")).total == 3
    assert search(known, Request("quick zeal panel")).total == 3


@settings(deadline=None, max_examples=60)
@given(query=st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_any_query_has_an_answer_that_says_what_it_searched(engine, query):
    page = search(engine, Request(query, facets=("grade",)))
    assert in_words(page.sentence)
    assert len(page.hits) <= page.total <= engine.state.paragraphs
    for offer in (*page.suggestions, *page.removals):
        assert offer.paragraphs == search(engine, offer.request).total > 0
