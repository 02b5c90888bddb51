"""Reports and paragraphs by the parts of an address; what does not exist is answered with 404."""

from __future__ import annotations

from flask import abort

from corpus.model import Report
from search import service
from search.model import ParagraphContext, ReportFacts
from web.server.request_engine import engine


def report_or_404(report_id: str) -> Report:
    """Return a report with its paragraphs."""
    return engine().report(report_id) or abort(404)


def context_or_404(report_id: str, anchor: str, around: int) -> ParagraphContext:
    """Return a paragraph with up to `around` before and after it."""
    paragraph_id = f"{report_id}/{anchor}"
    return service.paragraph_in_context(engine(), paragraph_id, around) or abort(404)


def other_reports(report: Report | ReportFacts) -> list[Report]:
    """Return the other reports on the authority of a report, newest first, without paragraphs."""
    if report.authority is None:
        return []
    reports = engine().reports()
    return [one for one in reports if one.authority == report.authority and one.id != report.id]


def facts_on_or_404(authority: str) -> list[Report]:
    """Return the reports on an authority without their paragraphs, newest first."""
    reports = engine().reports()
    return [report for report in reports if report.authority == authority] or abort(404)
