"""Reports and paragraphs by the parts of an address; what does not exist is answered with 404."""

from __future__ import annotations

from flask import abort

from corpus.model import Report
from corpus.understanding.authorities import load_authorities
from search import service
from search.authorities import AuthorityOverview, authority_overview, find_authority_name
from search.filter_values import join_or
from search.language.fields import no_report
from search.language.understanding.authority_names import suggest_names
from search.model import ParagraphContext, ReportFacts
from web.parameters import shorten
from web.server.request_engine import engine


def report_or_404(report_id: str) -> Report:
    """Return a report with its paragraphs."""
    return engine().report(report_id) or abort(
        404, f"this collection has no report “{shorten(report_id)}”"
    )


def context_or_404(report_id: str, anchor: str, around: int) -> ParagraphContext:
    """Return a paragraph with up to `around` before and after it."""
    paragraph_id = f"{report_id}/{anchor}"
    context = service.paragraph_in_context(engine(), paragraph_id, around)
    if context is None:
        report_or_404(report_id)
        abort(404, f"the report {report_id} has no paragraph “{shorten(anchor)}”")
    return context


def authority_or_404(typed: str) -> str:
    """Return the authority with reports that a typed name means."""
    name = find_authority_name(engine(), typed)
    if name is None:
        near = suggest_authorities(typed)
        advice = f"; did you mean {join_or(near)}?" if near else ""
        abort(404, f"no authority is called “{shorten(typed)}”{advice}")
    if name not in engine().names("authority"):
        abort(404, explain_absence(authority_overview(engine(), name)))
    return name


def suggest_authorities(typed: str) -> list[str]:
    """Return the authorities that a name may mean which is of none or of several, those of the
    collection first.
    """
    listed = (authority.name for authority in load_authorities())
    return list(suggest_names(typed, dict.fromkeys((*engine().names("authority"), *listed))))


def explain_absence(overview: AuthorityOverview) -> str:
    """Return that the collection has no report on an authority, and on whom it has some."""
    former = [one.predecessor.name for one in overview.former if one.reports]
    near = {
        "its predecessors": former,
        "its successors": list(overview.successors),
        "its statistical neighbours": [entry.name for entry in overview.neighbours],
    }
    in_collection = engine().names("authority")
    others = [
        f"{who} ({', '.join(there)})"
        for who, names in near.items()
        if (there := [name for name in names if name in in_collection])
    ]
    absence = no_report("authority", overview.name).rstrip(".")
    return f"{absence}; it has some on {' and '.join(others)}" if others else absence


def other_reports(report: Report | ReportFacts) -> list[Report]:
    """Return the other reports on the authority of a report, newest first, without paragraphs."""
    if report.authority is None:
        return []
    reports = engine().reports()
    return [one for one in reports if one.authority == report.authority and one.id != report.id]
