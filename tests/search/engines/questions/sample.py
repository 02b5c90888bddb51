"""What the questions are about, and plans for whole lists."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from search.language.plan import MAX_LIMIT, PhrasePlan, Plan
from search.model import Request


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
