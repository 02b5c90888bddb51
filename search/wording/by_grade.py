"""Two grades on one topic: what each says of it, and what the one says that the other does not.

The grade of a paragraph is that of its judgement, else the overall grade of its report, which the
field `under` of a query asks for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from corpus.registry import label
from index.facets import UNDER
from search.budget import QUERY_BUDGET, Budget
from search.engine import Engine
from search.errors import BadRequest
from search.facet_order import sort_key_of
from search.language.plan import Plan, apart_request, plan_request, plan_wording
from search.model import Request
from search.records import PhraseUse, PhraseUses, Usage
from search.wording.area_pairs import AreaPair, best_by_area, pair_areas
from search.wording.concordance import left_context, right_context
from search.wording.distinctive import (
    CANDIDATES_PER_PHRASE,
    MIN_SOURCES,
    SURELY_MORE,
    DistinctivePhrase,
    describe_phrase,
)
from search.wording.phrase_choice import worth_quoting
from search.wording.phrase_edges import find_place
from search.wording.profile import FEW_REPORTS
from search.wording.topic import write_apart

MAX_PHRASES = 20  # of each side


@dataclass(frozen=True, slots=True)
class ContrastPhrase:
    """A phrase that is surely used more often under one grade than under the other, and how: the
    first of its uses is `match`, with the words to its `left` and `right`.
    """

    phrase: DistinctivePhrase
    left: str
    match: str
    right: str


@dataclass(frozen=True, slots=True)
class CountedValue:
    """How many reports, or paragraphs, have a value."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class GradeSide:
    """What is said on the topic under one grade, in `paragraphs` of `reports`: those that the
    wording of `request` finds, without boilerplate. `of` reports have a paragraph under the grade.

    The request `search` looks for the same, and finds `search_total` paragraphs, boilerplate
    included. `few` warns of fewer than FEW_REPORTS reports; where one side is `too_few`, of fewer
    than MIN_SOURCES, no phrase of either can be told from chance. `polarities` count paragraphs,
    `scales` the reports by the scale that they are graded by.
    """

    grade: str
    label: str
    request: Request
    search: Request
    search_total: int
    paragraphs: int
    reports: int
    of: int
    few: bool
    too_few: bool
    polarities: tuple[CountedValue, ...]
    scales: tuple[CountedValue, ...]
    phrases: tuple[ContrastPhrase, ...]


@dataclass(frozen=True, slots=True)
class GradeComparison:
    """Two grades on the topic of a request. `topic` is its query as it is counted: its words may
    stand anywhere in a paragraph. `scales` are the keys of those that the reports of both sides are
    graded by: a grade need not mean in one what the same word means in another.
    """

    topic: str
    scales: tuple[str, ...]
    first: GradeSide
    second: GradeSide
    areas: tuple[AreaPair, ...]


def compare_grades(
    engine: Engine, request: Request, grades: Sequence[str], budget: Budget = QUERY_BUDGET
) -> GradeComparison:
    """Return what is said on the topic of a request under each of two grades; the grades that it
    filters by are left out.

    Raise BadRequest where these are not two different ones, and TooLong where the query takes
    longer than its budget.
    """
    check_grades(grades)
    topic = write_apart(request, engine)
    requests = [under_grade(request, topic, grade) for grade in grades]
    plans = [plan_wording(one, engine, budget) for one in requests]
    usages = [engine.usage(plan) for plan in plans]
    phrases = contrast(engine, plans) if all(map(is_large_enough, usages)) else ((), ())
    first, second = (
        side_of(engine, *parts) for parts in zip(grades, plans, usages, phrases, strict=True)
    )
    scales = {one.value for one in (*first.scales, *second.scales)}
    return GradeComparison(
        topic,
        tuple(sorted(scales, key=sort_key_of("scale"))),
        first,
        second,
        pair_areas(*(best_by_area(engine, plan) for plan in plans)),
    )


def check_grades(grades: Sequence[str]) -> None:
    """Raise BadRequest unless these are two different grades."""
    if len(grades) != 2 or grades[0] == grades[1]:
        given = ", ".join(grades) or "none"
        raise BadRequest(f"give two different grades, such as good and inadequate; given: {given}")


def frequent_grades(engine: Engine, request: Request, budget: Budget = QUERY_BUDGET) -> list[str]:
    """Return the grades under which anything is said on the topic of a request, by the number of
    reports, the most first. Raise TooLong.
    """
    topic = under_grade(request, write_apart(request, engine), None)
    by_grade = engine.usage(plan_wording(topic, engine, budget)).by["grade"]
    used = {grade: using for grade, (using, _) in by_grade.items() if using}
    return sorted(used, key=lambda grade: (-used[grade], grade))


def under_grade(request: Request, topic: str, grade: str | None) -> Request:
    """Return the request for the topic under a grade, or under any."""
    filters = {key: values for key, values in request.filters.items() if key != "grade"}
    of_grade = f'{UNDER}:"{grade}"' if grade else ""
    return replace(request, query=f"{topic} {of_grade}".strip(), filters=filters, facets=())


def side_of(
    engine: Engine, grade: str, plan: Plan, usage: Usage, phrases: tuple[ContrastPhrase, ...]
) -> GradeSide:
    """Return what is said under one grade, as its plan and its usage have it."""
    search = apart_request(plan.request)
    return GradeSide(
        grade,
        label("grade", grade),
        plan.request,
        search,
        engine.count(plan_request(search, engine, plan.budget)),
        usage.paragraphs,
        usage.using,
        usage.by["grade"].get(grade, (0, 0))[1],
        usage.using < FEW_REPORTS,
        not is_large_enough(usage),
        count_labelled("polarity", usage.polarities),
        count_labelled("scale", {key: using for key, (using, _) in usage.by["scale"].items()}),
        phrases,
    )


def is_large_enough(usage: Usage) -> bool:
    """Return whether enough reports are in a result for a phrase to be told from chance."""
    return usage.using >= MIN_SOURCES


def count_labelled(field: str, counts: Mapping[str, int]) -> tuple[CountedValue, ...]:
    """Return the values of a field that have a count, as they are listed."""
    values = sorted(filter(counts.get, counts), key=sort_key_of(field))
    return tuple(CountedValue(value, label(field, value), counts[value]) for value in values)


def contrast(
    engine: Engine, plans: Sequence[Plan]
) -> tuple[tuple[ContrastPhrase, ...], tuple[ContrastPhrase, ...]]:
    """Return for each of two plans the phrases that are surely used more often in its result than
    in that of the other. Raise TooLong.
    """
    first, second = plans
    return more_often(engine, first, second), more_often(engine, second, first)


def more_often(engine: Engine, plan: Plan, other: Plan) -> tuple[ContrastPhrase, ...]:
    """Return the phrases that are surely used more often in one result than in another. Raise
    TooLong.
    """
    most = MAX_PHRASES * CANDIDATES_PER_PHRASE
    uses = engine.distinctive_phrases(plan, MIN_SOURCES, SURELY_MORE, most, other)
    chosen = islice(worth_quoting(uses, SURELY_MORE), MAX_PHRASES)
    return tuple(quote_phrase(uses, phrase, plan.request) for phrase in chosen)


def quote_phrase(uses: PhraseUses, phrase: PhraseUse, request: Request) -> ContrastPhrase:
    """Return a phrase with one of its uses."""
    places = (find_place(text, phrase.text) for text in phrase.examples)
    text, start, end = next(filter(None, places))  # a phrase that is whole stands somewhere
    described = describe_phrase(uses, phrase, request)
    return ContrastPhrase(
        described, left_context(text[:start]), text[start:end], right_context(text[end:])
    )
