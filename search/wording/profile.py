"""Profile of a wording: the share of reports of each grade, year and area that use it.

Reports are counted, not paragraphs, because one report repeats itself. Shares come with Wilson's
95 % interval (Wilson 1927; Brown, Cai and DasGupta 2001) and the lift over all reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from corpus.model import AREAS
from corpus.registry import label
from search.budget import QUERY_BUDGET, Budget
from search.engine import Engine
from search.facet_order import sort_key_of
from search.language.forms.as_printed import is_in_capitals
from search.language.nodes import Phrase, Query, Synonyms, Term
from search.language.plan import Plan, apart_request, plan_apart, plan_wording
from search.model import Request
from search.present.sentence import in_words, sentence

Z = 1.959964  # 95 % of a normal distribution lie within so many standard deviations
FEW_REPORTS = 10  # of fewer reports than these a share says little


@dataclass(frozen=True, slots=True)
class Share:
    """Of `of` reports with a value, `using` use the wording; `low` and `high` are Wilson's limits.

    `lift` is the share over that of all reports, None where no report uses it; `few` warns that
    there are fewer than FEW_REPORTS.
    """

    value: str
    label: str
    using: int
    of: int
    share: float
    low: float
    high: float
    lift: float | None
    few: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """The reports that use the wording of a request. `overall` is the base rate: of all reports.

    A report counts for a grade where a paragraph under that grade uses the wording: the grade of
    the section's judgement, else the report's. `first` is the first year of use, `peak` the year
    with the highest share of its reports among those of at least FEW_REPORTS. `counted` says which
    paragraphs use the wording: those that have it as typed, its words together, never another
    wording for it. Where not `is_one`, these have all its parts, which need not stand together.
    `forms` are the forms that are counted of what is printed in several, as typed first.

    `apart` counts the paragraphs that have all words of it, but not together. Where the wording is
    one phrase, its concordance lists the same paragraphs, `inflected` or, if that is false, in the
    exact words; it is None where there is no such concordance. The request `search` looks for the
    words anywhere, and finds `search_total` paragraphs, those of boilerplate among them.
    """

    request: Request
    paragraphs: int
    overall: Share
    grades: tuple[Share, ...]
    years: tuple[Share, ...]
    areas: tuple[Share, ...]
    first: str | None
    peak: str | None
    counted: str
    is_one: bool
    forms: tuple[str, ...]
    apart: int
    inflected: bool | None
    search: Request
    search_total: int

    @property
    def use(self) -> str:
        """What the reports that are counted do, in words."""
        return "use it" if self.is_one else "have all of this in one paragraph"

    @property
    def use_of_all(self) -> str:
        """What those of all reports do that are counted, of which there may be one, in words."""
        if self.overall.using != 1:
            return self.use
        return "uses it" if self.is_one else "has all of this in one paragraph"


def profile(engine: Engine, request: Request, budget: Budget = QUERY_BUDGET) -> Profile:
    """Return the profile of a query among the reports that the filters let through. Raise TooLong
    where the query takes longer than its budget.
    """
    plan, apart = plan_wording(request, engine, budget), plan_apart(request, engine, budget)
    usage = engine.usage(plan)
    matched = "all" if request.match == "auto" else request.match
    parts = [clause for clause in plan.parsed.clauses if not clause.helps]
    overall = share("", "All reports", usage.using, usage.of, None)
    grades = sorted(usage.by["grade"], key=sort_key_of("grade"))
    years = shares(((year, year) for year in sorted(usage.by["year"])), usage.by["year"], overall)
    return Profile(
        request,
        usage.paragraphs,
        overall,
        shares(((grade, label("grade", grade)) for grade in grades), usage.by["grade"], overall),
        years,
        shares(((area.key, area.label) for area in AREAS), usage.by["area"], overall),
        min((year.value for year in years if year.using), default=None),
        peak_year(years),
        in_words(sentence(plan.request, plan.parsed, matched)),
        len(parts) < 2,
        tuple(dict.fromkeys(form for clause in plan.parsed.clauses for form in clause.forms)),
        count_apart(engine, plan, apart, usage.paragraphs),
        is_inflected(parts[0].query) if len(parts) == 1 else None,
        apart_request(request),
        engine.count(apart),
    )


def count_apart(engine: Engine, plan: Plan, apart: Plan, together: int) -> int:
    """Return how many paragraphs have all the words of a plan, as the plan `apart` finds them,
    without those that have its phrases `together`; 0 where it has none.
    """
    if all(clause.kind != "together" for clause in plan.parsed.clauses):
        return 0
    return engine.usage(apart).paragraphs - together


def is_inflected(node: Query) -> bool | None:
    """Return whether a phrase is one in any inflection; None for what is no single phrase, or has
    letters that are found in the words that they stand for too, which a concordance does not have.
    """
    if isinstance(node, Synonyms):  # a word or phrase in its forms, of which a concordance has all
        typed = node.subqueries[0]
        words = typed.words if isinstance(typed, Phrase) else [typed.text]
        return None if any(map(is_in_capitals, words)) else True
    if not isinstance(node, Term | Phrase) or getattr(node, "slop", 1) > 1:
        return None
    return {"text": True, "exact": False}.get(node.fieldname)


def peak_year(years: Sequence[Share]) -> str | None:
    """Return the year whose reports use the wording most, of those that have enough reports."""
    sure = [year for year in years if year.using and not year.few]
    return max(sure, key=lambda year: (year.share, year.value)).value if sure else None


def shares(
    values: Iterable[tuple[str, str]], counts: Mapping[str, tuple[int, int]], overall: Share
) -> tuple[Share, ...]:
    """Return the shares of those (value, label)s that have counts, in their order."""
    return tuple(
        share(value, label, *counts[value], overall) for value, label in values if value in counts
    )


def share(value: str, label: str, using: int, of: int, overall: Share | None) -> Share:
    """Return the share of `using` out of `of` reports."""
    part = using / of if of else 0.0
    base = overall.share if overall else part
    lift = part / base if base else None
    return Share(value, label, using, of, part, *wilson(using, of), lift, of < FEW_REPORTS)


def wilson(using: int, of: int) -> tuple[float, float]:
    """Return Wilson's 95 % limits of the share `using` out of `of`; 0 and 1 for none."""
    if not of:
        return 0.0, 1.0
    part = using / of
    middle = part + Z * Z / (2 * of)
    spread = Z * sqrt(part * (1 - part) / of + Z * Z / (4 * of * of))
    scale = 1 + Z * Z / of
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
