"""What an engine answers to a plan: relaxed, filtered, counted, ordered, and stopped in time."""

from datetime import date
from itertools import count

import pytest

from search.budget import Budget, Clock
from search.errors import BadRequest, TooLong
from search.language.clauses import Clause, ParsedQuery
from search.language.nodes import Every, FuzzyTerm, NumericRange, Phrase, Prefix, Term
from search.language.phrases import MIN_TOGETHER
from search.language.plan import Plan, plan_request
from search.model import Request, Span
from tests.search.clocks import AMPLE, FROZEN, SPENT


class OtherTerm(Term):
    """A node of a type that no engine knows."""


def plan_of(node, request=None):
    """Return the plan of one node."""
    clause = Clause("phrase", "...", Span(0, 3), node)
    return Plan(request or Request(), ParsedQuery("...", (clause,), ()), AMPLE)


def ids(engine, listing):
    return [engine.paragraph(ref).id for ref in listing.refs]


# How the words are required.


@pytest.mark.parametrize(
    ("both", "rarer", "query", "match", "matched", "total"),
    [
        pytest.param(10, 20, "plans timely", "auto", "all", 10, id="enough have all"),
        pytest.param(9, 41, "plans timely", "auto", "most", 50, id="enough have most"),
        pytest.param(9, 40, "plans timely", "auto", "any", 109, id="too few have most"),
        pytest.param(0, 0, "plans timely", "auto", "most", 60, id="one word is nowhere"),
        pytest.param(9, 40, "timely", "auto", "all", 49, id="one word"),
        pytest.param(9, 40, '"plans" timely', "auto", "all", 9, id="one word beside a phrase"),
        pytest.param(9, 40, "plans timely", "all", "all", 9, id="all are asked for"),
        pytest.param(9, 40, "plans timely", "most", "most", 49, id="most are asked for"),
        pytest.param(9, 40, "timely", "any", "any", 49, id="any of one word"),
    ],
)
def test_words_are_required_as_far_as_enough_has_them(
    build_engine, both, rarer, query, match, matched, total
):
    texts = ["plans timely"] * both + ["timely"] * rarer + ["plans"] * 60
    engine = build_engine(("ash", texts, {}))
    answer = engine.answer(plan_request(Request(query, match=match, widen=False), engine, AMPLE))
    assert (answer.matched, answer.total) == (matched, total)
    assert answer.node == plan_request(Request(query, widen=False), engine).parsed.query(matched)


def test_only_what_passes_the_filters_is_enough(build_engine):
    texts = [("plans timely", {"grade": "good" if place else None}) for place in range(10)]
    engine = build_engine(("ash", texts, {}))
    request = Request("plans timely", filters={"grade": ("good",)}, facets=("grade",))
    answer = engine.answer(plan_request(request, engine, AMPLE))
    assert (answer.matched, answer.total) == ("any", 9)


# What is as typed.

TYPED = (
    (
        "ash",
        ["Caseloads are high.", "Workloads are high.", ("Caseloads fell.", {"grade": None})],
        {},
    ),
    ("elm", ["A workload.", "Children are looked after.", "Looked after children do well."], {}),
    ("fir", ["LAC thrive.", "Children in care and caseloads.", "Visits."], {}),
)


@pytest.mark.parametrize(
    ("query", "typed", "reports", "total"),
    [
        ("caseloads", 3, 2, 5),
        ("workload", 2, 2, 5),
        ("visits", 1, 1, 1),
        ("caseloads high", 1, 1, 2),
        ("caseloads -fell", 2, 2, 4),
        ("visits -caseloads", 1, 1, 1),
        ("high -workload", 1, 1, 1),  # what is excluded is what is typed
        ("visits OR caseloads", 4, 2, 6),
        ("(caseloads OR visits) NOT fell", 3, 2, 5),
        ("looked after children", 1, 1, 3),  # a wording stands together
        ("LAC", 1, 1, 3),
        ('"caseloads"', 3, 2, 3),
        ("", 9, 3, 9),
        ("👍", 0, 0, 0),
    ],
)
def test_what_is_as_typed_is_counted_and_comes_first(build_engine, query, typed, reports, total):
    engine = build_engine(*TYPED)
    answer = engine.answer(plan_request(Request(query, match="all"), engine, AMPLE))
    assert (answer.total_as_typed, answer.reports_as_typed, answer.total) == (typed, reports, total)
    alone = Request(query, match="all", widen=False)
    as_typed = ids(engine, engine.answer(plan_request(alone, engine, AMPLE)).listing)
    assert len(as_typed) == typed
    assert set(ids(engine, answer.listing)[:typed]) == set(as_typed)


SUPERVISION = (
    *["Reflective supervision is rare." for _ in range(MIN_TOGETHER - 1)],
    "Supervision of staff is not reflective.",
    "Supervision, supervision: reflective staff.",
    "Reflective, and supervision by peers.",
)


@pytest.mark.parametrize("widen", [False, True])
def test_what_has_the_words_together_comes_first(build_engine, widen):
    engine = build_engine(("ash", SUPERVISION, {}))
    asked = plan_request(Request("reflective supervision", widen=widen, limit=20), engine, AMPLE)
    texts = engine.answer(asked).listing.texts
    assert len(texts) == len(SUPERVISION)
    assert set(texts[:MIN_TOGETHER]) == {SUPERVISION[0], SUPERVISION[-1]}


@pytest.mark.parametrize("is_wording", [False, True])
def test_all_as_typed_come_first_where_the_collection_has_the_words_as_a_phrase(
    build_engine, is_wording
):
    typed = ["High staff, and by no means small: caseloads of thirty and more " + "are seen " * 30]
    other = ["High workload, high workload, high workload."]
    phrases = ["High caseloads."] * (MIN_TOGETHER if is_wording else MIN_TOGETHER - 1)
    engine = build_engine(("ash", [*typed, *other, *phrases], {}))
    plan = plan_request(Request("high caseloads", match="all", limit=20), engine, AMPLE)
    texts = list(engine.answer(plan).listing.texts)
    assert set(texts[: len(phrases)]) == set(phrases)
    assert (texts.index(typed[0]) < texts.index(other[0])) == is_wording


def test_what_is_as_typed_passes_the_filters(build_engine):
    engine = build_engine(*TYPED)
    request = Request("caseloads", filters={"grade": ("good",)}, unit="reports")
    answer = engine.answer(plan_request(request, engine, AMPLE))
    assert (answer.total_as_typed, answer.total, answer.reports) == (2, 4, 3)
    assert [engine.report_of(ref).id for ref in answer.listing.refs][-1] == "elm"


@pytest.mark.parametrize(("match", "total"), [("all", 1), ("most", 2), ("any", 5)])
def test_as_typed_are_all_the_words_however_many_are_required(build_engine, match, total):
    texts = ["caseloads fell", "workload fell", "fell", "fell", "fell"]
    engine = build_engine(("ash", texts, {}))
    request = Request("caseloads fell", match=match)
    answer = engine.answer(plan_request(request, engine, AMPLE))
    assert answer.total_as_typed == 1
    assert answer.total >= total


@pytest.mark.parametrize("widen", [False, True])
@pytest.mark.parametrize(("match", "total"), [("auto", 6), ("all", 2), ("most", None), ("any", 6)])
def test_as_typed_has_all_the_words_widened_or_not_and_comes_first(
    build_engine, widen, match, total
):
    texts = [
        "knife",
        "crime",
        "knife and no other thing of crime",
        "crime, knife",
        "crime",
        "knife",
    ]
    engine = build_engine(("ash", [*texts, "visits"], {}))
    answer = engine.answer(
        plan_request(Request("knife crime", match=match, widen=widen), engine, AMPLE)
    )
    assert (answer.total_as_typed, answer.reports_as_typed) == (2, 1)
    assert total in (None, answer.total)
    assert set(answer.listing.texts[:2]) == set(texts[2:4])


# Time.


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(
        ("ash", ["Plans are late.", ("Plans drift.", {"grade": None})], {"day": date(2019, 1, 2)}),
        ("elm", ["Plans are clear.", "Visits."], {"day": date(2021, 3, 4), "region": "London"}),
        ("box", ["Plans."], {"day": date(2021, 3, 4)}),
        ("yew", ["Plans, plans."], {"day": None}),
        ("bay", ["Plans!"], {"day": None, "inspection_end": date(2020, 1, 1)}),
    )


@pytest.mark.parametrize(
    ("match", "matched"), [("auto", "all"), ("all", "all"), ("most", "most"), ("any", "any")]
)
def test_a_query_out_of_time_is_stopped(engine, match, matched):
    filters = {"grade": ("inadequate",)}
    request = Request("plans late", filters=filters, match=match, facets=("grade", "year"))
    answer = engine.answer(plan_request(request, engine, SPENT))
    assert [diagnostic.kind for diagnostic in answer.diagnostics] == ["stopped"]
    assert (answer.total, answer.reports, answer.matched) == (0, 0, matched)
    assert list(answer.listing.refs) == []
    grade, year = answer.facets
    assert [(value.value, value.paragraphs, value.selected) for value in grade.values] == [
        ("inadequate", 0, True)
    ]
    assert year.values == ()
    assert engine.count(plan_request(request, engine, SPENT)) == 0


def test_the_wording_of_a_query_out_of_time_is_not_counted(engine):
    spent = plan_request(Request("plans"), engine, SPENT)
    with pytest.raises(TooLong):
        engine.usage(spent)
    with pytest.raises(TooLong):
        engine.distinctive_phrases(spent, 1, 1.0, 10)


def test_a_query_is_stopped_once_its_time_is_used_up(engine):
    ticking = Clock(cpu=count().__next__, wall=count().__next__)  # a second at each reading
    request = Request(" OR ".join(["plans", "late", "drift", "clear", "visits"] * 4))
    stopped = plan_request(request, engine, Budget(5, ticking))
    assert [diagnostic.kind for diagnostic in engine.answer(stopped).diagnostics] == ["stopped"]


def test_time_that_does_not_pass_stops_nothing(engine):
    answer = engine.answer(plan_request(Request("plans drift* visits~"), engine, Budget(0, FROZEN)))
    assert answer.diagnostics == ()


# What cannot be evaluated.


@pytest.mark.parametrize(
    "node",
    [
        OtherTerm("text", "plan"),
        Term("colour", "red"),
        Term("section", "Leadership"),
        Term("year", "soon"),
        Term("date", "2021-03-04"),
        Every("colour"),
        Phrase("grade", ["requires", "improvement"]),
        Prefix("report", "a"),
        FuzzyTerm("colour", "red"),
        NumericRange("grade", 1, 2),
        NumericRange("year", "soon", None),
    ],
    ids=repr,
)
def test_a_node_that_cannot_be_evaluated_is_refused(engine, node):
    with pytest.raises(BadRequest):
        engine.answer(plan_of(node))


# Order.


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["box/p1", "elm/p1", "bay/p1", "ash/p1", "ash/p2", "yew/p1"]),
        ("oldest", ["ash/p1", "ash/p2", "bay/p1", "box/p1", "elm/p1", "yew/p1"]),
    ],
)
def test_dates_decide_and_then_ids_and_places(engine, sort, expected):
    for start, limit in ((0, 100), (0, 2), (2, 2), (5, 10), (9, 10), (0, 0)):
        request = Request("plans", sort=sort, start=start, limit=limit)
        listing = engine.answer(plan_request(request, engine, AMPLE)).listing
        assert ids(engine, listing) == expected[start : start + limit]


def test_equal_scores_are_decided_by_date(engine):
    listing = engine.answer(plan_request(Request("*"), engine, AMPLE)).listing
    assert ids(engine, listing) == [
        "box/p1",
        "elm/p1",
        "elm/p2",
        "bay/p1",
        "ash/p1",
        "ash/p2",
        "yew/p1",
    ]


def test_a_report_is_listed_once_with_its_first_paragraph(engine):
    request = Request("plans", sort="oldest", unit="reports", start=0, limit=2)
    answer = engine.answer(plan_request(request, engine, AMPLE))
    assert (answer.total, answer.reports) == (6, 5)
    assert ids(engine, answer.listing) == ["ash/p1", "bay/p1"]
    assert list(answer.listing.matches) == [2, 1]


def test_a_report_is_listed_with_its_best_paragraph(build_engine):
    engine = build_engine(("ash", ["Plans were made of other words.", "Plans.", "Plans."], {}))
    request = Request("plans", once_per_report=True)
    listing = engine.answer(plan_request(request, engine, AMPLE)).listing
    assert ids(engine, listing) == ["ash/p2"]


# Facets.


@pytest.mark.parametrize(
    ("filters", "key", "expected"),
    [
        (
            {},
            "authority",
            [
                ("Ash", 2, 1, False),
                ("Bay", 1, 1, False),
                ("Box", 1, 1, False),
                ("Elm", 1, 1, False),
                ("Yew", 1, 1, False),
            ],
        ),
        ({"report": ("elm", "ash")}, "year", [("2021", 1, 1, False), ("2019", 2, 1, False)]),
        (
            {"authority": ("ELM", "Atlantis")},
            "authority",
            [
                ("Ash", 2, 1, False),
                ("Bay", 1, 1, False),
                ("Box", 1, 1, False),
                ("Elm", 1, 1, True),
                ("Yew", 1, 1, False),
                ("Atlantis", 0, 0, True),
            ],
        ),
        ({"grade": ("good",), "report": ("ash",)}, "grade", [("good", 1, 1, True)]),
        ({"report": ("none",)}, "grade", []),
    ],
    ids=["most first", "newest first", "selected in any case", "without a value", "nothing"],
)
def test_facets(engine, filters, key, expected):
    request = Request("plans", filters=filters, facets=(key,))
    (facet,) = engine.answer(plan_request(request, engine, AMPLE)).facets
    assert [(v.value, v.paragraphs, v.reports, v.selected) for v in facet.values] == expected


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (Request(since=date(2021, 3, 4)), ["box/p1", "elm/p1", "elm/p2"]),
        (Request(until=date(2019, 1, 2)), ["ash/p1", "ash/p2"]),
        (Request(since=date(2020, 1, 1), until=date(2020, 1, 1)), ["bay/p1"]),
        (Request(filters={"region": ("LONDON",)}), ["elm/p1", "elm/p2"]),
        (Request(filters={"report": ("ELM",)}), []),
        (Request("visits", filters={"grade": ()}), ["elm/p2"]),
    ],
    ids=["since", "until", "one day", "any case", "an id as it is", "no values"],
)
def test_filters(engine, request_, expected):
    listing = engine.answer(plan_request(request_, engine, AMPLE)).listing
    assert ids(engine, listing) == expected
