"""The pages of one report: the whole, one paragraph, and the file that it was read from."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date

from flask import Blueprint, Response, abort, render_template, send_file, url_for

from corpus.model import Paragraph, Report, anchor_of
from search import service
from search.language.parser import MAX_QUERY_CHARACTERS
from search.model import Request
from search.present.hits import Hit, grades_around
from web import citations
from web.links import PARAGRAPHS_PER_PAGE, permalink, report_page_url
from web.pages.files import originals
from web.pages.files.downloads import attach, clean
from web.pages.lookup import context_or_404, other_reports, report_or_404
from web.pages.pager import last_page, list_pager
from web.pages.report_sections import ReportSection, divide, nest
from web.reasons import reasons
from web.server.request_engine import engine
from web.server.request_parameters import parameters

blueprint = Blueprint("reports", __name__)
MAX_MATCHES = 1_000  # paragraphs of one report that are marked


@dataclass(frozen=True, slots=True)
class MatchingParagraph:
    """A paragraph that matches, its address, and those of the matching ones before and after it."""

    hit: Hit
    url: str
    previous: str | None
    next: str | None


def find_matches(report: Report, query: str, shown: int) -> dict[str, MatchingParagraph]:
    """Return paragraph id -> match of the paragraphs of the report that match the query.

    The addresses lead from the page number `shown` of the report to the page of each match.
    """
    hits = {hit.paragraph.id: hit for hit in search_report(report, query)}
    addresses = {
        paragraph.id: match_url(report, paragraph, place, query, shown)
        for place, paragraph in enumerate(report.paragraphs)
        if paragraph.id in hits
    }
    urls = list(addresses.values())
    neighbours = zip(addresses.items(), [None, *urls], [*urls[1:], None], strict=False)
    return {
        paragraph_id: MatchingParagraph(hits[paragraph_id], url, before, after)
        for (paragraph_id, url), before, after in neighbours
    }


def match_url(report: Report, paragraph: Paragraph, place: int, query: str, shown: int) -> str:
    """Return the address of the paragraph at a place of the report: of its anchor alone where it is
    on the page that is shown.
    """
    anchor, number = f"#{anchor_of(paragraph.id)}", place // PARAGRAPHS_PER_PAGE + 1
    return anchor if number == shown else report_page_url(report.id, number, query) + anchor


def search_report(report: Report, query: str) -> tuple[Hit, ...]:
    """Return the paragraphs of the report with all words, or with most where none has all."""
    question = Request(
        query, {"report": (report.id,)}, match="all", withdrawn=True, limit=MAX_MATCHES
    )
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
    """Show a report, or a page of a long one, with the matches of ?q= marked."""
    whole = report_or_404(report_id)
    count = len(whole.paragraphs)
    with parameters() as parser:
        query = parser.text("q", MAX_QUERY_CHARACTERS).strip()
        last = last_page(count, PARAGRAPHS_PER_PAGE)
        number = parser.number("page", 1, maximum=last)
    place = list_pager(count, number, PARAGRAPHS_PER_PAGE, report_page_url(report_id, 1, query))
    sections = divide(whole.paragraphs[place.first_result - 1 : place.last_result])
    matches = find_matches(whole, query, number) if query else {}
    first_match = next((match.url for match in matches.values()), None)
    return render_template(
        "report.html",
        report=whole,
        grades=grades_around(whole, engine().grade_history),
        latest=engine().grade_history.latest.get(whole.authority or ""),
        sections=sections,
        contents=nest(sections),
        query=query,
        matches=matches,
        match_counts=count_matches(sections, matches),
        first_match=first_match,
        original=original_url(whole),
        others=other_reports(whole),
        pager=place,
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
        reasons=reasons(context.paragraph, context.report.framework),
        corrections=[one for one in whole.corrections if one.paragraph == anchor],
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
    file = originals.open_original(whole) or abort(404)
    is_pdf = originals.is_pdf(file)
    response = send_file(
        file,
        mimetype="application/pdf" if is_pdf else "application/octet-stream",
        as_attachment=not is_pdf,
        download_name=originals.download_name(whole),
        etag=whole.source.sha256,
    )
    response.content_length = originals.size_of(file)
    return response


@blueprint.get("/report/<report_id>/<anchor>.ris")
def ris(report_id: str, anchor: str) -> Response:
    """Send the citation of one paragraph for reference managers."""
    context = context_or_404(report_id, anchor, around=0)
    link = permalink(context.paragraph.id)
    text = clean(citations.ris(context.report, context.paragraph, link, date.today()))
    response = Response(text, mimetype="application/x-research-info-systems")
    return attach(response, f"{report_id}-{anchor}.ris")
