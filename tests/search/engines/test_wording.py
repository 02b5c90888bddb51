"""What an engine counts of wording, in the reports' own words."""

from datetime import date
from math import inf, log

import pytest

from search.language.plan import plan_phrase, plan_request
from search.model import Request
from search.records import SharedUsage
from tests.search.clocks import AMPLE

EIGHT = "plans of all children are not yet timely"
SEVEN = "plans of all children are not timely"
WORDS = [f"word{place}" for place in range(31)]


def find(engine, phrase, order="date", inflected=False, start=0):
    request = Request(phrase, start=start)
    return engine.occurrences(plan_phrase(request, engine.compounds, order, inflected))


# Boilerplate and grades.


@pytest.mark.parametrize(
    ("texts", "paragraphs"),
    [
        ([EIGHT] * 3, 0),
        ([EIGHT] * 2, 2),
        ([SEVEN] * 3, 3),
        ([f"Plan 1 and {EIGHT}", f"Plan 22 and {EIGHT}", f"Plan 3: and {EIGHT}"], 0),
        ([f"Plan a and {EIGHT}", f"Plan b and {EIGHT}", f"Plan c and {EIGHT}"], 3),
        ([EIGHT, EIGHT.upper(), f"({EIGHT})!"], 0),
        ([EIGHT, EIGHT, f"{EIGHT} {EIGHT}"], 3),
    ],
    ids=[
        "three reports share it",
        "two reports share it",
        "seven words are too few",
        "numbers differ",
        "words differ",
        "signs and letters differ",
        "one has it twice",
    ],
)
def test_boilerplate_is_left_out(build_engine, texts, paragraphs):
    engine = build_engine(*((f"r{place}", [text], {}) for place, text in enumerate(texts)))
    assert find(engine, "all children").paragraphs == paragraphs


def test_a_text_that_one_report_repeats_is_not_boilerplate(build_engine):
    engine = build_engine(("ash", [EIGHT] * 3, {}), ("elm", [EIGHT], {}))
    assert find(engine, "all children").paragraphs == 4


@pytest.mark.parametrize(
    ("grade", "overall", "expected"),
    [
        ("good", "inadequate", "good"),
        (None, "inadequate", "inadequate"),
        (None, None, None),
        (None, "met", "met"),
    ],
    ids=["its own", "that of the report", "none", "of no known scale"],
)
def test_the_grade_of_a_paragraph(build_engine, grade, overall, expected):
    engine = build_engine(("ash", [("Plans.", {"grade": grade})], {"overall": overall}))
    assert [occurrence.grade for occurrence in find(engine, "plans").page] == [expected]


# Occurrences.


@pytest.fixture(scope="module")
def engine(build_engine):
    texts = {
        "ash": "Plans are late. Good plans are late too, and planning is not.",
        "elm": "No plans: none.",
        "oak": "Plans",
        "yew": "Late plans are good.",
    }
    return build_engine(
        *(
            (name, [(text, {"grade": None})], {"day": day, "overall": overall})
            for (name, text), day, overall in zip(
                texts.items(),
                [date(2019, 1, 1), date(2021, 1, 1), None, date(2021, 1, 1)],
                ["good", "good", "inadequate", None],
                strict=True,
            )
        )
    )


@pytest.mark.parametrize(
    ("phrase", "order", "expected"),
    [
        ("plans", "right", [("oak", 0), ("yew", 5), ("ash", 0), ("ash", 21), ("elm", 3)]),
        ("plans are", "left", [("ash", 0), ("ash", 21), ("yew", 5)]),
        ("plans", "date", [("elm", 3), ("yew", 5), ("ash", 0), ("ash", 21), ("oak", 0)]),
    ],
)
def test_the_order_of_occurrences(engine, phrase, order, expected):
    page = find(engine, phrase, order).page
    assert [(occurrence.report_id, occurrence.start) for occurrence in page] == expected


def test_occurrences_are_counted_with_their_paragraphs_and_reports(engine):
    occurrences = find(engine, "plans", start=1)
    assert (occurrences.total, occurrences.paragraphs, occurrences.reports) == (5, 4, 4)
    assert len(occurrences.page) == 4


@pytest.mark.parametrize(
    ("phrase", "inflected", "total"),
    [
        ("plans are", False, 3),
        ("plan is", True, 1),
        ("planning", False, 1),
        ("planning", True, 6),
        ("PLANS", False, 5),
        ("late good", False, 1),
        ("unicorns", False, 0),
        ("...", False, 0),
    ],
)
def test_a_phrase_as_written_or_inflected(engine, phrase, inflected, total):
    assert find(engine, phrase, inflected=inflected).total == total


def test_occurrences_may_overlap(build_engine):
    engine = build_engine(("ash", ["late, late, late"], {}))
    page = find(engine, "late late").page
    assert [(occurrence.start, occurrence.end) for occurrence in page] == [(0, 10), (6, 16)]


# Usage.


def test_reports_that_use_a_wording(engine):
    usage = engine.usage(plan_request(Request("plans late"), engine, AMPLE))
    assert (usage.paragraphs, usage.using, usage.of) == (2, 2, 4)
    assert usage.by == {
        "grade": {"good": (1, 2), "inadequate": (0, 1)},
        "year": {"2019": (1, 1), "2021": (1, 2)},
        "area": {"leadership": (2, 4)},
        "scale": {},
    }
    assert usage.polarities == {}


def test_usage_under_filters(engine):
    request = Request("plans", filters={"year": ("2021",)}, match="any")
    usage = engine.usage(plan_request(request, engine, AMPLE))
    assert (usage.using, usage.of, usage.by["year"]) == (2, 2, {"2021": (2, 2)})


# Shared usage.


@pytest.mark.parametrize(
    ("one", "other", "reports", "by_grade"),
    [
        ("plans", "late", 2, {"good": 1}),
        ("none", '"planning"', 0, {}),
        ("plans", "plans", 4, {"good": 2, "inadequate": 1}),
        ("unicorns", "plans", 0, {}),
    ],
    ids=["some use both", "none uses both", "one wording", "nobody uses one"],
)
def test_reports_that_use_both_of_two_wordings(engine, one, other, reports, by_grade):
    plans = (plan_request(Request(query), engine, AMPLE) for query in (one, other))
    assert engine.shared_usage(*plans) == SharedUsage(reports, by_grade)


def test_a_report_uses_both_also_in_two_paragraphs_of_one_grade(build_engine):
    texts = [("late plans", "good"), ("few visits", "good"), ("no books", "inadequate")]
    engine = build_engine(("ash", [(text, {"grade": grade}) for text, grade in texts], {}))
    ask = [plan_request(Request(query), engine, AMPLE) for query in ("plans", "visits", "books")]
    assert engine.shared_usage(ask[0], ask[1]) == SharedUsage(1, {"good": 1})
    assert engine.shared_usage(ask[0], ask[2]) == SharedUsage(1, {})


def test_shared_usage_under_filters(engine):
    filters = {"year": ("2021",)}
    plans = [plan_request(Request(q, filters=filters), engine, AMPLE) for q in ("plans", "late")]
    assert engine.shared_usage(*plans) == SharedUsage(1, {})


# Distinctive phrases.


@pytest.fixture(scope="module")
def towns(build_engine):
    """Six reports that have a phrase, one of them twice, and six that do not."""
    return build_engine(
        *(
            (
                f"r{place}",
                [("too many wait" if place < 6 else "few wait", {"grade": grade})]
                * (1 + (place == 0)),
                {},
            )
            for place, grade in enumerate(["inadequate"] * 6 + ["good"] * 6)
        )
    )


def ask_distinctive(engine, request, least, min_ratio=0.0):
    return engine.distinctive_phrases(plan_request(request, engine, AMPLE), least, min_ratio, 99)


def test_phrases_that_a_result_uses_more(towns):
    uses = ask_distinctive(towns, Request(filters={"grade": ("inadequate",)}), 6)
    assert (uses.here, uses.elsewhere, uses.words, uses.words_elsewhere) == (6, 6, 21, 12)
    phrases = {phrase.text: phrase for phrase in uses.phrases}
    assert set(phrases) == {"too many", "many wait", "too many wait"}
    phrase = phrases["too many"]
    assert (phrase.here, phrase.elsewhere, phrase.uses, phrase.uses_elsewhere) == (6, 0, 7, 0)
    # Half a use is shared as words are. One of the sources uses the phrase twice.
    here, elsewhere = 7 + 0.5 * 21 / 33, 0.5 * 12 / 33
    variance = (5 + 4 + 0.5 * 21 / 33) / here**2 + 1 / elsewhere
    assert phrase.log_odds == pytest.approx(log((here / 21) / (elsewhere / 12)) / variance**0.5)
    assert 1 < phrase.at_least < phrase.ratio == inf  # of what is used only here
    assert set(phrase.examples) == {"too many wait"}


@pytest.mark.parametrize(
    ("request_", "least", "min_ratio", "texts"),
    [
        (Request(filters={"grade": ("inadequate",)}), 7, 0.0, set()),
        (Request(filters={"grade": ("inadequate",)}), 6, 50.0, set()),
        (Request(), 1, 0.0, set()),
        (Request("unicorns"), 1, 0.0, set()),
        (Request('"few wait"'), 6, 1.0, {"few wait"}),
    ],
    ids=["too few sources", "not so much more", "nothing elsewhere", "nothing here", "of a query"],
)
def test_which_phrases_are_distinctive(towns, request_, least, min_ratio, texts):
    uses = ask_distinctive(towns, request_, least, min_ratio)
    assert {phrase.text for phrase in uses.phrases} == texts


@pytest.fixture(scope="module")
def repeating(build_engine):
    """Reports of which four are on one authority, which uses a phrase in each of them."""
    texts = {"ash": "plans drift here", "elm": "plans drift too", "oak": "plans drift on"}
    return build_engine(
        *((name, [(text, {"grade": "good"})], {}) for name, text in texts.items()),
        *(
            (f"fir{year}", [("they say so", {"grade": "good"})], {"authority": "Fir"})
            for year in range(4)
        ),
        ("yew", [(text, {"grade": "adequate"}) for text in ("plans hold", "people say so")], {}),
        ("box", [("plans hold", {"grade": "good"}), ("say so", {"grade": "adequate"})], {}),
    )


def test_reports_of_one_authority_are_one_source(repeating):
    request = Request(filters={"grade": ("good",)})
    phrases = {use.text: use for use in ask_distinctive(repeating, request, 1).phrases}
    assert phrases["say so"].here == phrases["say so"].uses == 4
    assert phrases["say so"].at_least < phrases["plans drift"].at_least
    assert {use.text for use in ask_distinctive(repeating, request, 2).phrases} == {"plans drift"}


def test_reports_are_the_sources_where_there_are_few_authorities(repeating):
    request = Request(filters={"authority": ("Fir",)})
    uses = ask_distinctive(repeating, request, 4)
    assert {use.text for use in uses.phrases} == {"they say", "they say so", "say so"}


def test_the_reports_compared_are_disjoint(repeating):
    """A report with paragraphs inside and outside the result counts inside only."""
    uses = ask_distinctive(repeating, Request(filters={"grade": ("good",)}), 1)
    (phrase,) = [use for use in uses.phrases if use.text == "say so"]
    assert (uses.here, uses.elsewhere) == (8, 1)
    assert (phrase.uses_elsewhere, phrase.elsewhere) == (2, 1)


def test_a_result_is_compared_with_another_one(repeating):
    plans = [plan_request(Request(query), repeating, AMPLE) for query in ("plans", "say", "people")]
    uses = repeating.distinctive_phrases(plans[0], 1, 0.0, 99, plans[1])
    assert (uses.here, uses.elsewhere) == (5, 4)
    assert "say so" not in {use.text for use in uses.phrases}
    assert {use.text for use in uses.phrases} >= {"plans drift", "plans hold"}
    uses = repeating.distinctive_phrases(plans[1], 1, 0.0, 99, plans[2])
    assert (uses.here, uses.elsewhere, uses.words_elsewhere, uses.phrases) == (6, 0, 0, ())


# Similar paragraphs.


def similar_ids(engine, similar):
    return {
        grade: {engine.paragraph(ref).id for ref in listing.refs}
        for grade, listing in similar.by_grade
    }


def test_similar_paragraphs_by_grade(engine):
    similar = engine.similar(
        ["late", "plan", "the", "unicorn"], plan_request(Request(), engine), None
    )
    assert similar.stems == ("late", "plan")
    assert similar_ids(engine, similar) == {
        "good": {"ash/p1", "elm/p1"},
        "inadequate": {"oak/p1"},
        None: {"yew/p1"},
    }
    assert [grade for grade, _ in similar.by_grade] == ["good", "inadequate", None]


def test_similar_paragraphs_of_other_reports_under_filters(engine):
    filters = plan_request(Request("unicorns", filters={"year": ("2019", "2021")}), engine)
    similar = engine.similar(["plan"], filters, "ash")
    assert similar_ids(engine, similar) == {"good": {"elm/p1"}, None: {"yew/p1"}}


def test_stems_that_a_text_repeats_are_weightier(engine):
    assert (
        engine.similar(["good", "late"], plan_request(Request(), engine), None).stems[0] == "good"
    )
    stems = ["good", "late", "late"]
    assert engine.similar(stems, plan_request(Request(), engine), None).stems[0] == "late"


def test_the_weightiest_stems_and_the_best_of_each_grade_are_enough(build_engine):
    texts = [" ".join(WORDS[: 31 - (place > 0)]) for place in range(2)]
    engine = build_engine(("ash", texts, {}), ("elm", ["word1"] * 21, {}))
    similar = engine.similar(WORDS, plan_request(Request(), engine), None)
    assert len(similar.stems) == 30
    assert similar.stems[0] == "word30"
    assert "word1" not in similar.stems
    similar = engine.similar(["word1"], plan_request(Request(), engine), None)
    assert [len(listing.refs) for _, listing in similar.by_grade] == [20]


def test_nothing_is_similar_to_unknown_words(engine):
    similar = engine.similar(["unicorn"], plan_request(Request(), engine), None)
    assert (similar.stems, similar.by_grade) == ((), ())
