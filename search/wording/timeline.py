"""Timeline of a wording: who used it first, in which years how many, and who repeats it later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from search.budget import QUERY_BUDGET, Budget
from search.engine import Engine
from search.language.plan import plan_phrase
from search.model import Request
from search.records import Occurrences
from search.wording.profile import Profile, Share, profile
from search.wording.repeats import RepeatedPassage, UsedSentence, find_repeats, passage_of

MAX_OCCURRENCES = 500  # that repeats are looked for among, the oldest
MAX_REPEATED = 8  # passages that are listed
BY_DATE = "date"


@dataclass(frozen=True, slots=True)
class WordingTimeline:
    """The use of a wording over the years: its `profile` has the share of reports of each year, the
    first one and the peak.

    `peak` is the share of the peak year, and `as_high` are the other years of enough reports whose
    interval reaches it: these may have been as high. Where the wording is one phrase (`is_phrase`),
    `first` is the passage of the oldest report that uses it, outside standard paragraphs, and
    `repeated` are passages that later reports repeat nearly word for word, the first one before
    those that most repeat. They were looked for among the `looked_at` oldest of all `occurrences`,
    of which `in_boilerplate` are in standard paragraphs; those looked at in reports without a date
    are `undated`.
    """

    profile: Profile
    peak: Share | None
    as_high: tuple[Share, ...]
    is_phrase: bool
    first: UsedSentence | None
    repeated: tuple[RepeatedPassage, ...]
    occurrences: int
    looked_at: int
    in_boilerplate: int
    undated: int


def timeline(engine: Engine, request: Request, budget: Budget = QUERY_BUDGET) -> WordingTimeline:
    """Return the timeline of the wording of a request, as typed. Raise TooLong where the query
    takes longer than its budget.
    """
    profiled = profile(engine, request, budget)
    peak = next((year for year in profiled.years if year.value == profiled.peak), None)
    occurrences = oldest_occurrences(engine, request, profiled.inflected)
    passages = [passage_of(one) for one in occurrences.page]
    dated = sorted(
        (one for one in passages if one.dated), key=lambda one: (one.dated, one.report, one.ordinal)
    )
    first = next((one for one in dated if not one.standard), None)
    return WordingTimeline(
        profiled,
        peak,
        years_as_high(profiled.years, peak),
        profiled.inflected is not None,
        first,
        choose_repeated(find_repeats(dated), first),
        occurrences.total,
        len(passages),
        occurrences.in_boilerplate,
        len(passages) - len(dated),
    )


def oldest_occurrences(engine: Engine, request: Request, inflected: bool | None) -> Occurrences:
    """Return the occurrences of a wording with the MAX_OCCURRENCES oldest of them, those in
    boilerplate too; none of what is no phrase, which `inflected` says as a profile does.
    """
    if inflected is None:
        return Occurrences(0, 0, 0, 0, ())
    request = replace(request, start=0, limit=0)
    plan = plan_phrase(request, engine.compounds, BY_DATE, inflected, engine.names)
    plan = msgspec.structs.replace(plan, boilerplate=True)
    start = max(0, engine.occurrences(plan).total - MAX_OCCURRENCES)  # they come newest first
    oldest = replace(request, start=start, limit=MAX_OCCURRENCES)
    return engine.occurrences(msgspec.structs.replace(plan, request=oldest))


def years_as_high(years: Sequence[Share], peak: Share | None) -> tuple[Share, ...]:
    """Return the other years of enough reports whose interval reaches the share of the peak."""
    if peak is None:
        return ()
    return tuple(
        year for year in years if year != peak and not year.few and year.high >= peak.share
    )


def choose_repeated(
    repeated: Sequence[RepeatedPassage], first: UsedSentence | None
) -> tuple[RepeatedPassage, ...]:
    """Return the passages that are listed: the first use, then those that most reports repeat."""
    return tuple(sorted(repeated, key=lambda one: one.first != first)[:MAX_REPEATED])
