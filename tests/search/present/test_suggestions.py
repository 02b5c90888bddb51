"""What to ask instead comes from the collection, and finds what it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.budget import Budget
from search.language.plan import plan_request
from search.model import Request
from search.present import suggestions
from search.present.sentence import in_words
from search.present.suggestions import COUNTING_SECONDS, corrected_requests, removals
from search.service import search
from tests.search.clocks import AMPLE, ManualClock
from tests.search.engines.fake import FakeEngine
from tests.search.worlds import make_reports

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
def engine(build_engine):
    return build_engine(("ash", TEXTS, {}))


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


def test_nothing_found_says_what_to_leave_out(engine):
    request = Request('"visits" safeguarding', filters={"grade": ("inadequate",)}, match="all")
    page = search(engine, request, AMPLE)
    assert page.total == 0
    assert [(offer.text, offer.paragraphs) for offer in page.removals] == [('"visits"', 1)]
    for offer in page.removals:
        assert search(engine, offer.request, AMPLE).total == offer.paragraphs


def test_removals_that_find_most_come_first(engine):
    request = Request('"drifts"', filters={"grade": ("good",)})
    page = search(engine, request, AMPLE)
    assert [(offer.text, offer.paragraphs) for offer in page.removals] == [
        ('"drifts"', 2),
        ("good", 1),
    ]


def test_nothing_found_names_the_words_that_are_nowhere(engine):
    page = search(engine, Request("unicorns recording", match="all"), AMPLE)
    assert page.missing == ("unicorns",)
    assert [offer.text for offer in page.removals] == ["unicorns"]


def test_what_was_also_searched_is_in_the_collection(build_engine):
    engine = build_engine(("ash", ["LAC do well.", "Children in care do well."], {}))
    page = search(engine, Request("LAC"), AMPLE)
    assert "children in care" in page.also
    assert "cared for children" not in page.also
    assert page.total == 2
    assert page.hits[0].paragraph.text == "LAC do well."
    assert search(engine, Request("LAC", widen=False), AMPLE).total == 1
    assert search(engine, Request('"LAC"'), AMPLE).total == 1


def test_acronyms_of_the_collection_are_searched_with_their_words(build_engine):
    texts = ["The quick zeal panel (QZP) met.", "The QZP decided.", "A quick zeal panel sat."]
    engine = build_engine(("ash", texts, {}))
    assert search(engine, Request("qzp"), AMPLE).total == 3
    assert search(engine, Request("quick zeal panel"), AMPLE).total == 3


@settings(max_examples=60)
@given(query=st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_any_query_has_an_answer_that_says_what_it_searched(engine, query):
    page = search(engine, Request(query, facets=("grade",)), AMPLE)
    assert in_words(page.sentence)
    assert len(page.hits) <= page.total <= engine.state.paragraphs
    for offer in (*page.suggestions, *page.removals):
        assert offer.paragraphs == search(engine, offer.request, AMPLE).total > 0


# Time.


class SlowEngine(FakeEngine):
    """An engine whose counts take some seconds each, on a clock that nothing else advances."""

    def __init__(self, seconds):
        super().__init__(make_reports([("ash", ["Visits drift.", "A visit drifts."], {})]))
        self.seconds, self.manual_clock, self.budgets = seconds, ManualClock(), []

    def count(self, plan):
        self.manual_clock.advance(self.seconds)
        self.budgets.append(plan.budget)
        return super().count(plan)


@pytest.mark.parametrize(
    ("suggest", "request_", "offers"),
    [
        (corrected_requests, Request("visitz drift"), ["visit drift", "visits drift"]),
        (removals, Request('"drift" "drifts"'), ['"drift"', '"drifts"']),
    ],
    ids=["corrections", "removals"],
)
@pytest.mark.parametrize(
    ("seconds", "count"), [(0.0, 2), (COUNTING_SECONDS, 2), (COUNTING_SECONDS * 1.1, 1)]
)
def test_nothing_more_is_offered_once_the_time_to_count_is_over(
    suggest, request_, offers, seconds, count
):
    engine = SlowEngine(seconds)
    budget = Budget(clock=engine.manual_clock.clock)
    texts = [offer.text for offer in suggest(engine, plan_request(request_, engine, budget))]
    assert texts == offers[:count]
    assert engine.budgets == [budget] * count


def test_time_that_runs_out_costs_a_page_its_offers_and_nothing_else(engine, monkeypatch):
    request = Request('"visits" recoding', match="all", facets=("grade",))
    parts = search(engine, request, AMPLE).parts()
    assert parts["suggestions"]
    monkeypatch.setattr(suggestions, "COUNTING_SECONDS", -1)
    assert search(engine, request, AMPLE).parts() == {
        **parts,
        "suggestions": (),
        "removals": (),
    }
