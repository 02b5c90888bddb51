"""What is as typed is counted, listed first, and had alone."""

import pytest
from msgspec.structs import replace

from search.language.parsed_query import ParsedQuery
from search.language.phrases import MIN_TOGETHER
from search.language.plan import plan_request
from search.model import Request
from tests.search.clocks import AMPLE
from tests.search.engines.answers.listed import ids

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


NEGATED = (
    (
        "ash",
        [
            "Visits are not timely.",
            "Visits are not always made in a timely way.",
            "Caseloads do not fall, and all of the visits by staff are timely.",
            "Timely visits do not drift.",
            "Visits that aren't timely.",
            "Caseloads are never high.",
            "Workloads are high, and never more so than now.",
        ],
        {},
    ),
    ("elm", ["Visits are timely.", "Timely, not robust.", "Follow up without followup."], {}),
)


@pytest.mark.parametrize(
    ("query", "typed", "total"),
    [
        ("not timely", 2, 7),
        ("visits not timely", 2, 6),
        ("aren't timely", 3, 7),
        ("timely not robust", 1, 1),
        ("not timely or drift", 0, 1),  # without capitals, `or` is a word of the query
        ("(not timely) OR robust", 3, 7),
        ("visits -(not timely)", 4, 4),  # what is excluded is what is typed
        ("never high caseloads", 1, 2),  # the vocabulary adds workloads
        ("without follow-up", 1, 1),
        ("not", 5, 5),  # nothing is negated
    ],
)
def test_a_negator_is_required_as_typed(build_engine, query, typed, total):
    engine = build_engine(*NEGATED)
    answer = engine.answer(plan_request(Request(query, match="all"), engine, AMPLE))
    assert (answer.total_as_typed, answer.total) == (typed, total)
    alone = plan_request(Request(query, match="all", widen=False), engine, AMPLE)
    as_typed = engine.answer(alone)
    assert (as_typed.total, as_typed.total_together) == (typed, answer.total_together)
    assert set(ids(engine, as_typed.listing)) <= set(ids(engine, answer.listing))


def test_most_or_any_of_the_words_need_no_negator(build_engine):
    engine = build_engine(*NEGATED)
    plan = plan_request(Request("not timely", match="any", widen=False), engine, AMPLE)
    assert (engine.answer(plan).total_as_typed, engine.answer(plan).total) == (2, 7)


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


def test_words_are_together_by_the_clauses_that_a_query_has_now(build_engine):
    engine = build_engine(("ash", ["Good plans.", "Plans that few find are good."], {}))
    plan = plan_request(Request("good", match="all"), engine, AMPLE)
    assert engine.answer(plan).total_together == 0
    clauses = plan_request(Request("good plans"), engine, AMPLE).parsed.clauses
    for parsed in (replace(plan.parsed, clauses=clauses), ParsedQuery("", clauses, ())):
        answer = engine.answer(replace(plan, parsed=parsed))
        assert (answer.total, answer.total_together) == (2, 1)
        assert answer.listing.texts[0] == "Good plans."


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
