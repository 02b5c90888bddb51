"""The way in to search: a request to a page, and reports and paragraphs with their facts."""

from __future__ import annotations

from corpus.model import Report
from search.budget import QUERY_BUDGET, Budget
from search.engine import Engine
from search.language.plan import plan_request
from search.model import ParagraphContext, ReportEntry, Request
from search.present.hits import facts_and_doubts, grades_around, report_facts
from search.present.page import Page


def search(engine: Engine, request: Request, budget: Budget = QUERY_BUDGET) -> Page:
    """Return the page that answers a request.

    A query that takes longer than its budget is stopped and says so. Raise BadRequest where a
    field of the request has no such value.
    """
    plan = plan_request(request, engine, budget)
    return Page(engine, plan, engine.answer(plan))


def paragraph_in_context(
    engine: Engine, paragraph_id: str, around: int = 2
) -> ParagraphContext | None:
    """Return a paragraph with up to `around` before and after it, None for an unknown id."""
    place = engine.neighbourhood(paragraph_id, around)
    if place is None:
        return None
    report = report_facts(place.report)
    return ParagraphContext(
        place.paragraph,
        report,
        grades_around(place.report, engine.grade_history),
        report.is_recognised(place.paragraph),
        place.before,
        place.after,
    )


def reports(engine: Engine) -> tuple[ReportEntry, ...]:
    """Return the facts of all reports with the reader's doubts, newest first, undated ones last."""
    return tuple(map(facts_and_doubts, engine.reports()))


def reports_on(
    engine: Engine, authority: str, start: int = 0, limit: int | None = None
) -> list[Report]:
    """Return the reports on an authority with their paragraphs, newest first: `limit` of them from
    number `start` on, else all.
    """
    ids = [report.id for report in engine.reports() if report.authority == authority]
    ids = ids[start : None if limit is None else start + limit]
    return [report for report_id in ids if (report := engine.report(report_id))]
