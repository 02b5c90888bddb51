"""The pages of one report: the whole, one paragraph, and all reports on its authority."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from flask import Blueprint, Response, abort, render_template, request, url_for

from corpus.model import Paragraph, Report
from search import service
from search.model import Request
from search.present.hits import Hit
from web import citations
from web.links import permalink
from web.pages import history, originals
from web.pages.lookup import context_or_404, report_or_404, reports_on_or_404
from web.pages.timeline import timeline
from web.reasons import reasons
from web.server.request_engine import engine

blueprint = Blueprint("reports", __name__)
MAX_MATCHES = 1_000  # paragraphs of one report that are marked


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A run of paragraphs under one heading and grade; `anchor` is unique in its report."""

    anchor: str
    heading: str | None
    grade: str | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class MatchingParagraph:
    """A paragraph that matches, and the ids of the matching ones before and after it."""

    hit: Hit
    previous: str | None
    next: str | None


def divide(report: Report) -> tuple[ReportSection, ...]:
    """Return the report's paragraphs in order, by heading and grade."""
    runs = groupby(report.paragraphs, key=lambda paragraph: (paragraph.section, paragraph.grade))
    return tuple(
        ReportSection(f"s{number}", heading, grade, tuple(paragraphs))
        for number, ((heading, grade), paragraphs) in enumerate(runs, 1)
    )


def find_matches(report: Report, query: str) -> dict[str, MatchingParagraph]:
    """Return paragraph id -> match of the paragraphs of the report that match the query."""
    hits = {hit.paragraph.id: hit for hit in search_report(report, query)}
    ids = [paragraph.id for paragraph in report.paragraphs if paragraph.id in hits]
    neighbours = zip(ids, [None, *ids], [*ids[1:], None], strict=False)
    return {
        paragraph_id: MatchingParagraph(hits[paragraph_id], before, after)
        for paragraph_id, before, after in neighbours
    }


def search_report(report: Report, query: str) -> tuple[Hit, ...]:
    """Return the paragraphs of the report with all words, or with most where none has all."""
    question = Request(query, {"report": (report.id,)}, match="all", limit=MAX_MATCHES)
    hits = service.search(engine(), question).hits
    return hits or service.search(engine(), replace(question, match="most")).hits


def count_matches(sections: Sequence[ReportSection], matching: Container[str]) -> dict[str, int]:
    """Return anchor -> how many of a section's paragraphs are `matching`, where any is."""
    counts = {
        section.anchor: sum(paragraph.id in matching for paragraph in section.paragraphs)
        for section in sections
    }
    return {anchor: count for anchor, count in counts.items() if count}


@blueprint.get("/report/<report_id>")
def report(report_id: str) -> str:
    """Show a whole report, with the matches of ?q= marked."""
    whole = report_or_404(report_id)
    query = request.args.get("q", "").strip()
    sections, matches = divide(whole), find_matches(whole, query) if query else {}
    return render_template(
        "report.html",
        report=whole,
        sections=sections,
        query=query,
        matches=matches,
        match_counts=count_matches(sections, matches),
        original=original_url(whole),
    )


@blueprint.get("/report/<report_id>/<anchor>")
def paragraph(report_id: str, anchor: str) -> str:
    """Show one paragraph with its neighbours."""
    context = context_or_404(report_id, anchor, around=2)
    whole = report_or_404(report_id)
    return render_template(
        "paragraph.html",
        context=context,
        original=original_url(whole),
        reasons=reasons(context.paragraph),
    )


def original_url(report: Report) -> str | None:
    """Return the address of the file that the report was read from, None where it is gone."""
    if not originals.exists(report):
        return None
    return url_for("reports.original_file", report_id=report.id)


@blueprint.get("/report/<report_id>/original")
def original_file(report_id: str) -> Response:
    """Send the file that the report was read from: a PDF to be shown, any other to be saved."""
    whole = report_or_404(report_id)
    content = originals.read_original(whole) or abort(404)
    if content.startswith(originals.PDF_SIGNATURE):
        return Response(content, mimetype="application/pdf")
    response = Response(content, mimetype="application/octet-stream")
    name = originals.download_name(whole)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@blueprint.get("/report/<report_id>/<anchor>.ris")
def ris(report_id: str, anchor: str) -> Response:
    """Send the citation of one paragraph for reference managers."""
    context = context_or_404(report_id, anchor, around=0)
    link = permalink(context.paragraph.id)
    text = citations.ris(context.report, context.paragraph, link, date.today())
    response = Response(text, mimetype="application/x-research-info-systems")
    response.headers["Content-Disposition"] = f'attachment; filename="{report_id}-{anchor}.ris"'
    return response


@blueprint.get("/authority/<name>")
def authority(name: str) -> str:
    """Show all reports on one authority on a time line, with what each recommended."""
    reports = reports_on_or_404(name)
    return render_template(
        "authority.html",
        name=name,
        reports=reports,
        timeline=timeline(reports),
        recommendations={report.id: history.recommendations(report) for report in reports},
        with_later_reports=history.ids_with_later_reports(reports),
    )
