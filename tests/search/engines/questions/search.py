"""Questions of a whole search: the state of an engine, what it takes, its answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timezone

import msgspec

from search.engine import Engine
from search.language.clauses import Clause
from search.language.fields import FIELDS
from search.language.nodes import Query
from search.language.phrases import whole_phrase
from search.language.plan import Plan, parse_query
from search.model import Span
from search.records import Listing, Ref
from tests.search.engines.plain_index import newest_first
from tests.search.engines.questions.sample import Sample, whole


def ask_state(engine: Engine, sample: Sample) -> object:
    state = engine.state
    assert engine.state.generation == state.generation
    assert engine.state.committed == state.committed <= datetime.now(timezone.utc)
    return state.reports, state.paragraphs


def ask_query_cache(engine: Engine, sample: Sample) -> object:
    understood = parse_query(sample.word, sample.plan.request, engine)
    assert parse_query(sample.word, sample.plan.request, engine) is understood
    return understood


def ask_names(engine: Engine, sample: Sample) -> object:
    return {field: sorted(engine.names(field)) for field in FIELDS}


def ask_answer(engine: Engine, sample: Sample) -> object:
    plan = sample.plan
    answer = engine.answer(plan)
    return (
        answer.total,
        answer.reports,
        check_as_typed(engine, plan),
        answer.matched,
        answer.node,
        answer.diagnostics,
        answer.facets,
        list_answer(engine, plan, answer.listing),
    )


def check_as_typed(engine: Engine, plan: Plan) -> object:
    """Return how many paragraphs and reports are as typed. By relevance those are listed first that
    have all words together, and where one wording is asked for, all as typed.
    """
    by_relevance = msgspec.structs.replace(
        plan, request=replace(whole(plan.request), sort="relevance")
    )
    answer, typed = engine.answer(by_relevance), engine.answer(as_typed(by_relevance))
    counts = answer.total_as_typed, answer.reports_as_typed
    if not answer.diagnostics:
        assert counts == (typed.total, typed.reports)
        if not plan.request.by_report:
            refs = {ref for ref in answer.listing.refs if answer.is_as_typed(ref)}
            assert refs == set(typed.listing.refs)
    if plan.parsed.has_one_wording or answer.matched != "all":
        check_first(engine, plan, answer.listing, typed.listing)
    counts_together = answer.total_together, answer.reports_together
    if phrase := whole_phrase(plan.parsed.clauses):
        together = engine.answer(with_phrase(as_typed(by_relevance), phrase))
        check_first(engine, plan, answer.listing, together.listing)
        assert answer.diagnostics or counts_together == (together.total, together.reports)
    else:
        assert counts_together == (0, 0)
    return counts, counts_together


def check_first(engine: Engine, plan: Plan, listing: Listing, first: Listing) -> None:
    """Assert that a listing begins with all that another one lists."""
    refs = listing.refs[: len(first.refs)]
    if plan.request.by_report:
        assert report_ids(engine, refs) == report_ids(engine, first.refs)
    else:
        assert set(refs) == set(first.refs)


def with_phrase(plan: Plan, phrase: Query) -> Plan:
    """Return a plan that requires a phrase too."""
    clause = Clause("phrase", "", Span(0, 0), phrase)
    parsed = msgspec.structs.replace(plan.parsed, clauses=(*plan.parsed.clauses, clause))
    return msgspec.structs.replace(plan, parsed=parsed)


def clause_as_typed(clause: Clause) -> Clause:
    """Return a clause without other wordings; a negator is required before what it negates."""
    if clause.negation:
        return msgspec.structs.replace(clause, query=clause.negation.node, helps=False)
    return msgspec.structs.replace(clause, query=clause.as_typed, typed=None)


def report_ids(engine: Engine, refs: Sequence[Ref]) -> set[str]:
    """Return the ids of the reports of some paragraphs."""
    return {engine.report_of(ref).id for ref in refs}


def as_typed(plan: Plan) -> Plan:
    """Return the plan for all words of a query as typed."""
    clauses = tuple(map(clause_as_typed, plan.parsed.clauses))
    parsed = msgspec.structs.replace(plan.parsed, clauses=clauses)
    return msgspec.structs.replace(plan, parsed=parsed, request=replace(plan.request, match="all"))


def list_answer(engine: Engine, plan: Plan, page: Listing) -> object:
    """Return a page in the order that is promised; of the order of relevance, in which engines may
    differ, all that is listed, without an order.
    """
    listing = engine.answer(msgspec.structs.replace(plan, request=whole(plan.request))).listing
    rows = rows_of(listing)
    assert rows_of(page) == rows[plan.request.start : plan.request.start + plan.request.limit]
    places = [(engine.report_of(ref), engine.paragraph(ref)) for ref in listing.refs]
    assert list(listing.texts) == [paragraph.text for _, paragraph in places]
    ids = [paragraph.id for _, paragraph in places]
    if plan.request.sort != "relevance":
        return list(zip(ids, listing.matches, strict=True))
    keys = [
        (-score, newest_first(report), paragraph.ordinal)
        for score, (report, paragraph) in zip(listing.scores, places, strict=True)
    ]
    assert keys == sorted(keys)
    if plan.request.by_report:
        ids = [report.id for report, _ in places]
    assert len(set(ids)) == len(ids)
    return dict(zip(ids, listing.matches, strict=True))


def rows_of(listing: Listing) -> list[tuple[object, ...]]:
    """Return the paragraphs of a listing, each as a row of its parts."""
    return list(zip(listing.refs, listing.texts, listing.scores, listing.matches, strict=True))


def ask_count(engine: Engine, sample: Sample) -> object:
    return engine.count(sample.plan)
