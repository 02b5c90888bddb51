"""The best paragraphs of two results, paired by the area that they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import msgspec

from corpus.model import AREAS
from search.engine import Engine
from search.language.plan import Plan
from search.model import Quote
from search.present.hits import Hit, hits_of

MAX_AREAS = 4  # of which paragraphs are paired
LOOKED_AT = 60  # best paragraphs of each side, among which areas are looked for

HitsByArea: TypeAlias = Mapping[str, Sequence[Hit]]
"""The best paragraphs of a result in each area, the best first."""


@dataclass(frozen=True, slots=True)
class AreaPair:
    """The best paragraph of each side in one area, None where the best ones have none in it."""

    area: str
    label: str
    first: Quote | None
    second: Quote | None


def best_by_area(engine: Engine, plan: Plan) -> HitsByArea:
    """Return the LOOKED_AT best paragraphs of a result by area."""
    match = "all" if plan.request.match == "auto" else plan.request.match
    listed = replace(plan.request, match=match, once_per_report=False, start=0, limit=LOOKED_AT)
    answer = engine.answer(msgspec.structs.replace(plan, request=listed))
    by_area: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits_of(engine, answer.node, answer.listing):
        by_area[hit.paragraph.area or ""].append(hit)
    return by_area


def pair_areas(first: HitsByArea, second: HitsByArea) -> tuple[AreaPair, ...]:
    """Return the best paragraphs of two sides by area, of MAX_AREAS areas: those come first that
    both have, and that have most of the best.
    """
    sides = first, second
    listed = [area for area in AREAS if any(area.key in side for side in sides)]
    listed.sort(
        key=lambda area: [
            -sum(area.key in side for side in sides),
            -sum(len(side.get(area.key, ())) for side in sides),
        ]
    )
    return tuple(
        AreaPair(area.key, area.label, quote_best(first, area.key), quote_best(second, area.key))
        for area in listed[:MAX_AREAS]
    )


def quote_best(by_area: HitsByArea, area: str) -> Quote | None:
    """Return the quote of the best paragraph in an area, None where there is none."""
    hits = by_area.get(area)
    return hits[0].quote() if hits else None
