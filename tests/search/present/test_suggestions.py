"""What to ask instead comes from the collection, and finds what it says."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.budget import Budget
from search.language.plan import plan_request
from search.model import Request
from search.present import suggestions
from search.present.removals import asks_something, removals
from search.present.sentence import in_words
from search.present.suggestions import COUNTING_SECONDS, corrected_requests
from search.service import search
from tests.search.clocks import AMPLE, ManualClock
from tests.search.engines.fake import FakeEngine
from tests.search.worlds import make_reports

PIECES = (
    '"drifts practice"',
    "Ash",
    "since 2012",
    "good",
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


def test_a_wording_around_the_one_typed_is_not_said_to_be_searched_too(build_engine):
    texts = ["Reflective supervision helps.", "Formal supervision is late.", "Neglect is seen."]
    engine = build_engine(("ash", [*texts, "Long-term neglect is missed."], {}))
    also = search(engine, Request("supervision"), AMPLE).also
    assert not {"reflective supervision", "formal supervision"} & set(also)
    assert "long-term neglect" not in search(engine, Request("neglect"), AMPLE).also


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
    for offer in (*page.suggestions, *page.scopes, *page.removals):
        assert offer.paragraphs == search(engine, offer.request, AMPLE).total > 0
        assert asks_something(offer.request)
    if page.totals:
        assert search(engine, page.as_typed, AMPLE).total == page.total_as_typed


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


def test_names_and_dates_are_offered_as_filters(build_engine):
    engine = build_engine(
        ("ash", ["Neglect in Ash was seen.", "Neglect."], {"day": date(2021, 1, 2)}),
        ("elm", ["Neglect.", ("Good.", {"grade": "inadequate"})], {"day": date(2019, 1, 2)}),
    )
    page = search(engine, Request("neglect in Ash since 2020"), AMPLE)
    (offer,) = page.scopes
    assert (offer.text, offer.paragraphs) == ("Only reports on Ash, since 2020", 2)
    assert offer.request.query == "neglect"
    assert offer.request.filters == {"authority": ("Ash",)}
    assert offer.request.since == date(2020, 1, 1)
    assert search(engine, offer.request, AMPLE).scopes == ()
    asked = Request("neglect in Ash", filters={"authority": ("Elm",)})
    assert search(engine, asked, AMPLE).scopes == ()
    assert search(engine, Request("neglect in 2019", since=date(2010, 1, 1)), AMPLE).scopes == ()
    assert search(engine, Request("neglect in 2015"), AMPLE).scopes == ()  # it would find nothing
    (undated,) = search(engine, Request("neglect in Ash since 2022"), AMPLE).scopes
    assert (undated.text, undated.paragraphs) == (
        "Only reports on Ash (nothing found since 2022)",
        2,
    )
    assert (undated.request.query, undated.request.since) == ("neglect", None)
    filtered = Request("neglect in Ash since 2022", since=date(2010, 1, 1))  # 2022 is not tried
    (undated,) = search(engine, filtered, AMPLE).scopes
    assert undated.text == "Only reports on Ash"
    (graded,) = search(engine, Request("inadequate"), AMPLE).scopes
    assert (graded.text, graded.paragraphs) == ("Only paragraphs graded inadequate", 1)


@pytest.mark.parametrize("query", ["Barnet", "Slough", "Hereford", "drifts in Barking"])
def test_no_name_of_an_authority_is_corrected(build_engine, query):
    texts = ["A barnat, sloughs, enough, therefore; barring drifts. Herefort, bark."] * 12
    engine = build_engine(("ash", texts, {}))
    for correct in (True, False):
        page = search(engine, Request(query, correct=correct), AMPLE)
        assert (page.corrections, page.suggestions) == ((), ())


@pytest.mark.parametrize(
    ("query", "filters", "absent"),
    [
        ("Bradford", {}, [("Bradford", "Bradford")]),
        ("neglect in the City of Bristol", {}, [("City of Bristol", "Bristol")]),
        ("Bradford, Bradford and Kent", {}, [("Bradford", "Bradford")]),
        ("slough off", {}, []),  # an ordinary word
        ("neglect OR Bradford", {}, []),
        ('"Bradford"', {}, []),
        ("Kent", {}, []),
        ("Ash", {}, []),
        ("Bradford", {"authority": ("Bradford",)}, []),  # who filters by it is told of the filter
    ],
)
def test_an_authority_that_the_collection_lacks_is_named(build_engine, query, filters, absent):
    engine = build_engine(
        ("kent", ["Neglect."], {"authority": "Kent"}), ("ash", ["Neglect."], {"authority": "Ash"})
    )
    diagnostics = search(engine, Request(query, filters=filters), AMPLE).diagnostics
    assert [
        (query[one.span.start : one.span.end], one.message)
        for one in diagnostics
        if one.kind == "no-report"
    ] == [(typed, f"This collection has no report on {name}.") for typed, name in absent]


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
        (
            removals,
            Request('"drift" "drifts"'),
            [
                "the quotes around drift",
                "the quotes around drifts",
                '"drift"',
                '"drifts"',
            ],
        ),
    ],
    ids=["corrections", "removals"],
)
@pytest.mark.parametrize(
    ("seconds", "count"), [(0.0, 4), (COUNTING_SECONDS, 2), (COUNTING_SECONDS * 1.1, 1)]
)
def test_nothing_more_is_offered_once_the_time_to_count_is_over(
    suggest, request_, offers, seconds, count
):
    engine = SlowEngine(seconds)
    budget = Budget(clock=engine.manual_clock.clock)
    texts = [offer.text for offer in suggest(engine, plan_request(request_, engine, budget))]
    assert texts == offers[:count]
    assert engine.budgets == [budget] * len(offers[:count])


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
