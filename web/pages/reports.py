"""The pages of one report: whole, a paragraph of it, and all reports of its authority."""

from __future__ import annotations

from collections.abc import Container
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
from web.pages import history, originals, timeline
from web.reasons import reasons
from web.server.engine import engine

blueprint = Blueprint("reports", __name__)
MOST_MATCHES = 1_000


@dataclass(frozen=True, slots=True)
class Section:
    """A run of paragraphs under one heading; `anchor` is unique in its report."""

    anchor: str
    name: str | None
    grade: str | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A paragraph that matches, and the anchors of those before and after it."""

    hit: Hit
    before: str | None
    after: str | None


def sections(report: Report) -> tuple[Section, ...]:
    """Returns the report's paragraphs in order, by heading and grade."""
    runs = groupby(report.paragraphs, key=lambda paragraph: (paragraph.section, paragraph.grade))
    return tuple(
        Section(f"s{number}", name, grade, tuple(paragraphs))
        for number, ((name, grade), paragraphs) in enumerate(runs, 1)
    )


def matches(report: Report, query: str) -> dict[str, Match]:
    """Returns paragraph id -> Match for the paragraphs of the report that the query finds."""
    hits = {hit.paragraph.id: hit for hit in hits_within(report, query)}
    ids = [paragraph.id for paragraph in report.paragraphs if paragraph.id in hits]
    befores, afters = [None, *ids], [*ids[1:], None]
    around = zip(ids, befores, afters, strict=False)
    return {own: Match(hits[own], before, after) for own, before, after in around}


def matched(parts: tuple[Section, ...], found: Container[str]) -> dict[str, int]:
    """Returns section's anchor -> how many of its paragraphs are `found`, where any is."""
    counts = {part.anchor: sum(one.id in found for one in part.paragraphs) for part in parts}
    return {anchor: count for anchor, count in counts.items() if count}


def hits_within(report: Report, query: str) -> tuple[Hit, ...]:
    """Returns the paragraphs of the report with all words, where there are none with most."""
    asked = Request(query, {"report": (report.id,)}, match="all", limit=MOST_MATCHES)
    found = service.search(engine(), asked).hits
    return found or service.search(engine(), replace(asked, match="most")).hits


@blueprint.get("/report/<report_id>")
def report(report_id: str) -> str:
    """Shows a report whole, the matches of ?q= marked."""
    held = engine().report(report_id) or abort(404)
    query = request.args.get("q", "").strip()
    parts, found = sections(held), matches(held, query) if query else {}
    return render_template(
        "report.html",
        report=held,
        sections=parts,
        query=query,
        matches=found,
        matched=matched(parts, found),
        original=original(held),
    )


@blueprint.get("/report/<report_id>/<anchor>")
def paragraph(report_id: str, anchor: str) -> str:
    """Shows one paragraph, with what stands before and after it."""
    context = service.paragraph_in_context(engine(), f"{report_id}/{anchor}", around=2) or abort(
        404
    )
    held = engine().report(report_id) or abort(404)
    return render_template(
        "paragraph.html",
        context=context,
        original=original(held),
        reasons=reasons(context.paragraph),
    )


def original(report: Report) -> str | None:
    """Returns the address of the file that the report was read from, None where it is gone."""
    if not originals.is_held(report):
        return None
    return url_for("reports.original_file", report_id=report.id)


@blueprint.get("/report/<report_id>/original")
def original_file(report_id: str) -> Response:
    """Sends the file that the report was read from: a PDF to be shown, any other to be saved."""
    held = engine().report(report_id) or abort(404)
    data = originals.content(held) or abort(404)
    if data.startswith(originals.PDF):
        return Response(data, mimetype="application/pdf")
    response = Response(data, mimetype="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{originals.name(held)}"'
    return response


@blueprint.get("/report/<report_id>/<anchor>.ris")
def ris(report_id: str, anchor: str) -> Response:
    """Sends the citation of one paragraph for reference managers."""
    context = service.paragraph_in_context(engine(), f"{report_id}/{anchor}", around=0) or abort(
        404
    )
    link = permalink(context.paragraph.id)
    text = citations.ris(context.report, context.paragraph, link, date.today())
    response = Response(text, mimetype="application/x-research-info-systems")
    response.headers["Content-Disposition"] = f'attachment; filename="{report_id}-{anchor}.ris"'
    return response


@blueprint.get("/authority/<name>")
def authority(name: str) -> str:
    """Shows all reports of one authority on a time line, with what each recommended."""
    reports = service.reports_on(engine(), name) or abort(404)
    return render_template(
        "authority.html",
        name=name,
        reports=reports,
        chart=timeline.chart(reports),
        asked={report.id: history.recommendations(report) for report in reports},
        followed=history.followed(reports),
    )
