"""One question per member of the protocol, whose answer is the same from every engine.

What is promised of an answer by itself, such as the order of its scores, is asserted here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from itertools import pairwise

import msgspec

from corpus.model import Report
from index.analysis import terms
from search.engine import Engine
from search.language.clauses import Clause
from search.language.fields import FIELDS
from search.language.nodes import Query
from search.language.phrases import whole_phrase
from search.language.plan import MAX_LIMIT, PhrasePlan, Plan, parse_query
from search.model import Request, Span
from search.records import Listing, Occurrence, PhraseUse, Ref
from tests.search.engines.plain_index import newest_first
from tests.search.engines.plain_wording import COMPARED_WORDS
from tests.search.strategies import COMPOUND_WORDS


@dataclass(frozen=True)
class Sample:
    """What the questions are about."""

    plan: Plan
    other_plan: Plan
    phrase_plan: PhrasePlan
    stems: tuple[str, ...]
    word: str
    edits: int
    more_than: int
    report_id: str
    paragraph_id: str
    around: int
    least: int
    min_ratio: float


def whole(request: Request) -> Request:
    """Return a request for the whole list."""
    return replace(request, start=0, limit=MAX_LIMIT)


def newest(plan: Plan) -> Plan:
    """Return a plan for the whole list, newest first."""
    return msgspec.structs.replace(plan, request=replace(whole(plan.request), sort="newest"))


def ask_state(engine: Engine, sample: Sample) -> object:
    state = engine.state
    assert engine.state.generation == state.generation
    assert engine.state.committed == state.committed <= datetime.now(timezone.utc)
    return state.reports, state.paragraphs


def ask_vocabulary(engine: Engine, sample: Sample) -> object:
    return [sample.word in engine.vocabulary, "LAC" in engine.vocabulary]


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


def ask_paragraph(engine: Engine, sample: Sample) -> object:
    refs = engine.answer(newest(sample.plan)).listing.refs
    return [engine.paragraph(ref) for ref in refs]


def ask_report_of(engine: Engine, sample: Sample) -> object:
    refs = engine.answer(newest(sample.plan)).listing.refs
    return [engine.report_of(ref) for ref in refs]


def ask_neighbourhood(engine: Engine, sample: Sample) -> object:
    return engine.neighbourhood(sample.paragraph_id, sample.around)


def ask_report(engine: Engine, sample: Sample) -> object:
    return engine.report(sample.report_id)


def ask_reports(engine: Engine, sample: Sample) -> Sequence[Report]:
    return engine.reports()


def ask_authorities(engine: Engine, sample: Sample) -> object:
    return engine.authorities()


def ask_frequency(engine: Engine, sample: Sample) -> object:
    return {stem: engine.frequency(stem) for stem in sample.stems}


def ask_near_words(engine: Engine, sample: Sample) -> object:
    return engine.near_words(sample.word, sample.edits, sample.more_than)


def ask_occurrences(engine: Engine, sample: Sample) -> object:
    plan = sample.phrase_plan
    occurrences = engine.occurrences(msgspec.structs.replace(plan, request=whole(plan.request)))
    start, end = plan.request.start, plan.request.start + plan.request.limit
    assert engine.occurrences(plan).page == occurrences.page[start:end]
    for occurrence in occurrences.page:
        words = terms(occurrence.text[occurrence.start : occurrence.end])
        assert len(words) in {len(form.words) for form in plan.forms}
    counts = (
        occurrences.total,
        occurrences.paragraphs,
        occurrences.reports,
        occurrences.in_boilerplate,
    )
    if plan.order == "date":
        return counts, occurrences.page
    keys = [words_beside(occurrence, plan.order) for occurrence in occurrences.page]
    assert keys == sorted(keys)
    return counts, set(occurrences.page), len(occurrences.page)


def words_beside(occurrence: Occurrence, order: str) -> list[str]:
    """Return the words that the place of an occurrence in an order is decided by."""
    if order == "right":
        return terms(occurrence.text[occurrence.end :])[:COMPARED_WORDS]
    return terms(occurrence.text[: occurrence.start])[::-1][:COMPARED_WORDS]


def ask_usage(engine: Engine, sample: Sample) -> object:
    return engine.usage(sample.plan)


def ask_shared_usage(engine: Engine, sample: Sample) -> object:
    shared = engine.shared_usage(sample.plan, sample.other_plan)
    assert shared == engine.shared_usage(sample.other_plan, sample.plan)
    assert shared.reports <= engine.usage(sample.plan).using
    return shared


def ask_distinctive_phrases(engine: Engine, sample: Sample) -> object:
    return [ask_phrases_against(engine, sample, other) for other in (None, sample.other_plan)]


def ask_phrases_against(engine: Engine, sample: Sample, other: Plan | None) -> object:
    least, min_ratio = sample.least, sample.min_ratio
    uses = engine.distinctive_phrases(sample.plan, least, min_ratio, MAX_LIMIT, other)
    for phrase in uses.phrases:
        assert least <= phrase.here <= min(uses.here, phrase.uses)
        assert phrase.elsewhere <= min(uses.elsewhere, phrase.uses_elsewhere)
        assert min_ratio <= phrase.at_least < phrase.ratio
        assert all(f" {phrase.text} " in f" {' '.join(terms(t))} " for t in phrase.examples)
        assert phrase.examples
    log_odds = [phrase.log_odds for phrase in uses.phrases]
    assert log_odds == sorted(log_odds, reverse=True)
    fewer = engine.distinctive_phrases(sample.plan, least, min_ratio, 3, other).phrases
    assert [phrase.log_odds for phrase in fewer] == log_odds[:3]
    phrases = {phrase.text: phrase_figures(phrase) for phrase in uses.phrases}
    assert len(phrases) == len(uses.phrases)
    return uses.here, uses.elsewhere, uses.words, uses.words_elsewhere, phrases


def phrase_figures(phrase: PhraseUse) -> tuple[float, ...]:
    """Return the figures of a phrase, fractions to six digits."""
    return (
        phrase.here,
        phrase.elsewhere,
        phrase.uses,
        phrase.uses_elsewhere,
        float(f"{phrase.ratio:.6g}"),
        float(f"{phrase.at_least:.6g}"),
        float(f"{phrase.log_odds:.6g}"),
    )


def ask_similar(engine: Engine, sample: Sample) -> object:
    similar = engine.similar(sample.stems, sample.plan, sample.report_id)
    by_grade = []
    for grade, listing in similar.by_grade:
        assert all(score <= before for before, score in pairwise(listing.scores))
        assert set(listing.matches) == {1}
        paragraphs = [engine.paragraph(ref) for ref in listing.refs]
        assert [paragraph.text for paragraph in paragraphs] == list(listing.texts)
        by_grade.append((grade, {paragraph.id for paragraph in paragraphs}, len(paragraphs)))
    return similar.stems, by_grade


def ask_compounds(engine: Engine, sample: Sample) -> object:
    words = [sample.word, *sample.phrase_plan.phrase.split(), *COMPOUND_WORDS]
    compounds = engine.compounds
    return (
        [compounds.phrases(text) for text in (*words, *map(" ".join, pairwise(words)))],
        [compounds.prefixes(word[:5]) for word in words],
    )


QUESTIONS: Mapping[str, Callable[[Engine, Sample], object]] = {
    "state": ask_state,
    "vocabulary": ask_vocabulary,
    "query_cache": ask_query_cache,
    "names": ask_names,
    "answer": ask_answer,
    "count": ask_count,
    "paragraph": ask_paragraph,
    "report_of": ask_report_of,
    "neighbourhood": ask_neighbourhood,
    "report": ask_report,
    "reports": ask_reports,
    "authorities": ask_authorities,
    "frequency": ask_frequency,
    "near_words": ask_near_words,
    "compounds": ask_compounds,
    "occurrences": ask_occurrences,
    "usage": ask_usage,
    "shared_usage": ask_shared_usage,
    "distinctive_phrases": ask_distinctive_phrases,
    "similar": ask_similar,
}
"""By the member of the protocol that each asks; none depends on the order of relevance."""
