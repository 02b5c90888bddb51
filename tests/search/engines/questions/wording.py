"""Questions of wordings: their occurrences, their use, and what is distinctive."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from index.analysis import terms
from search.engine import Engine
from search.language.plan import MAX_LIMIT, Plan
from search.records import Occurrence, PhraseUse
from tests.search.engines.plain_wording import COMPARED_WORDS
from tests.search.engines.questions.sample import Sample, whole


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
