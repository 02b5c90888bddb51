"""A request becomes a plan only if all of its fields have values that exist."""

from dataclasses import replace

import pytest

from index.analysis import stem
from index.analysis import stem as stem_of
from search.choices import CHOICES
from search.errors import BadRequest
from search.language.forms.compounds import Compounds
from search.language.nodes import Phrase
from search.language.plan import (
    MAX_LIMIT,
    PhraseForm,
    plan_apart,
    plan_phrase,
    plan_request,
    plan_wording,
)
from search.language.understanding.query_cache import QueryCache
from search.language.vocabulary import Vocabulary
from search.language.wordings.groups import WordingGroup
from search.model import Correction, Request, Span
from tests.search.engines.plain_index import PlainIndex
from tests.search.worlds import make_reports


class Collection:
    """Two wordings of one thing, one authority, and a word that is often in its paragraphs."""

    vocabulary = Vocabulary([WordingGroup(("caseloads", "workload"))])
    compounds = Compounds(PlainIndex([]))

    def __init__(self) -> None:
        self.query_cache = QueryCache()

    def names(self, field: str) -> tuple[str, ...]:
        return ("North Yorkshire",) if field == "authority" else ()

    def frequency(self, stem: str) -> int:
        return 0 if stem in (stem_of("drifz"), stem_of("yorkshira")) else 5

    def near_words(self, word: str, edits: int, more_than: int) -> tuple[str, ...]:
        return ("drift", "drifts") if word == "drifz" and more_than >= 0 else ()


def test_a_plan_has_the_query_parsed_with_the_words_of_the_collection():
    request = Request('caseloads authority:"north yorkshire"')
    plan = plan_request(request, Collection())
    assert plan.request == request
    assert [clause.also for clause in plan.parsed.clauses] == [("workload",), ()]
    assert plan.parsed.diagnostics == ()


def test_a_plan_that_may_not_be_widened_has_no_other_wordings():
    (clause,) = plan_request(Request("caseloads", widen=False), Collection()).parsed.clauses
    assert clause.also == ()


def test_a_plan_has_misspelt_words_corrected_unless_it_may_not():
    typed = Request('drifz "drifz" plans OR')
    plan = plan_request(typed, Collection())
    assert plan.parsed.text == 'drift "drifz" plans OR'
    assert plan.corrections == (Correction(Span(0, 5), "drifz", "drift", ("drifts",)),)
    (problem,) = plan.parsed.diagnostics
    assert problem.span == Span(20, 22)  # where it was typed
    plan = plan_request(replace(typed, correct=False), Collection())
    assert (plan.parsed.text, plan.corrections) == (typed.query, ())


def test_the_words_of_a_wording_are_counted_apart_as_typed():
    plan = plan_apart(Request("drifz caseloads"), Collection())
    assert [clause.text for clause in plan.parsed.clauses] == ["drifz", "caseloads"]
    assert not plan.parsed.is_widened
    assert plan.corrections == ()


def test_a_wording_is_counted_as_typed():
    plan = plan_wording(Request("drifz caseloads"), Collection())
    (clause,) = plan.parsed.clauses
    assert (clause.kind, clause.text) == ("together", "drifz caseloads")
    assert clause.query == Phrase("text", ["drifz", "caseload"])
    assert not plan.parsed.is_widened
    assert plan.corrections == ()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        *(({name: "no such"}, f"{name} has no value") for name in CHOICES),
        ({"facets": ("colour",)}, "there is no facet 'colour'"),
        ({"filters": {"colour": ("red",)}}, "there is no filter 'colour'"),
        ({"filters": {"grade": ("good", "splendid")}}, "grade has no value 'splendid'"),
        ({"start": -1}, "start must be 0 or more"),
        ({"limit": -1}, f"limit from 0 to {MAX_LIMIT}"),
        ({"limit": MAX_LIMIT + 1}, f"limit from 0 to {MAX_LIMIT}"),
    ],
)
def test_a_request_with_a_value_that_does_not_exist_is_refused(changes, message):
    with pytest.raises(BadRequest, match=message):
        plan_request(replace(Request(), **changes), Collection())


@pytest.mark.parametrize(
    "changes",
    [
        {"limit": MAX_LIMIT},
        {"filters": {"authority": ("Atlantis",), "year": ("2018",), "report": ("leeds-2018",)}},
        {"filters": {"grade": ("requires improvement",)}, "facets": ("grade", "year")},
    ],
)
def test_names_that_the_collection_lacks_are_no_mistake(changes):
    assert plan_request(replace(Request(), **changes), Collection()).request.limit >= 10


@pytest.mark.parametrize("inflected", [False, True])
def test_a_phrase_is_looked_up_as_written_or_by_its_stems(inflected):
    compounds = Compounds(PlainIndex([]))
    plan = plan_phrase(Request("“Not yet” timely plans"), compounds, "right", inflected)
    words = ("not", "yet", "timely", "plans")
    assert plan.phrase == "not yet timely plans"
    stems = PhraseForm("text", tuple(map(stem, words)))
    assert plan.forms == ((stems if inflected else PhraseForm("exact", words)),)


@pytest.mark.parametrize(
    ("inflected", "texts"), [(False, ("follow up",)), (True, ("follow up", "followup"))]
)
def test_a_phrase_is_looked_up_in_all_forms_only_where_it_is_inflected(inflected, texts):
    compounds = Compounds(PlainIndex(make_reports([("ash", ["A followup, a follow-up."], {})])))
    plan = plan_phrase(Request("follow-up"), compounds, "right", inflected)
    assert plan.texts == texts
    assert len(plan.forms) == len(texts)


def test_a_phrase_under_a_filter_that_does_not_exist_is_refused():
    with pytest.raises(BadRequest, match="there is no filter"):
        plan_phrase(
            Request("plans", filters={"colour": ("red",)}),
            Compounds(PlainIndex([])),
            "right",
            False,
        )
