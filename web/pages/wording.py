"""The pages on wording: concordance, profile, comparison, distinctive phrases, precedents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request, url_for

from corpus.model import GRADES, THEMES
from search import wording
from search.choices import ORDER
from search.model import ReportFacts, Request
from web import address
from web.links import permalink
from web.pages.bars import bar_chart
from web.pages.exports import csv_text, download, spreadsheet_cell
from web.pages.lookup import context_or_404
from web.pages.results import hit_view
from web.server.request_engine import engine
from web.server.security import heavy

blueprint = Blueprint("wording", __name__, url_prefix="/wording")

LINES_PER_PAGE = 100
MAX_CSV_LINES = 1_000
CSV_HEADINGS = ("left", "match", "right", "authority", "date", "section", "grade", "link")
NO_FILTERS = Request()


def parse_question() -> Request:
    """Return the Request of the address, without facets, which these pages do not count."""
    return address.parse_request(request.args, facets=()).request


@blueprint.get("/")
def start() -> str:
    """Show what can be asked of wording."""
    return render_template("wording/start.html")


@blueprint.get("/concordance")
def concordance() -> str | Response:
    """Show every occurrence of a phrase, aligned, or send them as CSV."""
    order = request.args.get("order", ORDER.default)
    page = max(1, request.args.get("page", 1, type=int))
    inflected = request.args.get("inflected") == "1"
    if request.args.get("as") == "csv":
        question = replace(parse_question(), start=0, limit=MAX_CSV_LINES)
        lines = wording.concordance(engine(), question, order, inflected).lines
        return download(csv_text(line_rows(lines)), "text/csv", "concordance.csv")
    question = replace(parse_question(), start=(page - 1) * LINES_PER_PAGE, limit=LINES_PER_PAGE)
    answer = wording.concordance(engine(), question, order, inflected)
    return render_template(
        "wording/concordance.html",
        concordance=answer,
        question=question,
        order=order,
        orders=ORDER.choices,
        inflected=inflected,
        page=page,
        last=max(1, -(-answer.occurrences // LINES_PER_PAGE)),
        url=concordance_url(question, order, inflected),
    )


def concordance_url(question: Request, order: str, inflected: bool) -> str:
    """Return the address of a concordance, without its page."""
    pairs = [("q", question.query), *address.filter_pairs(question), ("order", order)]
    pairs += [("inflected", "1")] if inflected else []
    return f"{url_for('wording.concordance')}?{urlencode(pairs)}"


def line_rows(lines: Sequence[wording.ConcordanceLine]) -> Iterator[Sequence[str]]:
    """Yield the rows of the CSV of a concordance."""
    yield CSV_HEADINGS
    for line in lines:
        words = (line.left, line.match, line.right)
        place = (line.authority, line.dated, line.section, line.grade, permalink(line.paragraph))
        yield [spreadsheet_cell(value) for value in (*words, *place)]


@blueprint.get("/profile")
def profile() -> str:
    """Show the share of reports of each grade, year and area that use a wording."""
    question = parse_question()
    answer = wording.profile(engine(), question) if question.query else None
    return render_template(
        "wording/profile.html", profile=answer, question=question, bar_chart=bar_chart
    )


@blueprint.get("/compare")
def compare() -> str:
    """Show two wordings side by side."""
    question, other = parse_question(), request.args.get("other", "").strip()
    has_both = bool(question.query and other)
    return render_template(
        "wording/compare.html",
        comparison=wording.compare(engine(), question, other) if has_both else None,
        question=question,
        other=other,
        bar_chart=bar_chart,
    )


@blueprint.get("/distinctive")
def distinctive() -> str:
    """Show the phrases that stand out in a grade, a theme or the result of a search."""
    question = parse_question()
    has_question = bool(question.query or question.filters)
    return render_template(
        "wording/distinctive.html",
        phrases=wording.distinctive(engine(), question) if has_question else (),
        question=question,
        has_question=has_question,
        grades=GRADES,
        themes=THEMES,
    )


@blueprint.route("/draft", methods=["GET", "POST"])
@heavy
def draft() -> str:
    """Show precedents for each paragraph of a pasted draft, which is then forgotten."""
    text = request.form.get("draft", "")
    answer = wording.alike(engine(), text, NO_FILTERS) if text.strip() else ()
    return render_template("wording/draft.html", precedents=answer, draft=text, hit_view=hit_view)


@blueprint.get("/like/<report_id>/<anchor>")
def like(report_id: str, anchor: str) -> str:
    """Show the paragraphs of other reports that are most like one."""
    context = context_or_404(report_id, anchor, around=0)
    question = parse_question()
    return render_template(
        "wording/like.html",
        context=context,
        precedents=wording.like_paragraph(engine(), context.paragraph.id, question),
        scopes=search_scopes(context.report),
        query_string=address.query_string(question),
        hit_view=hit_view,
    )


def search_scopes(report: ReportFacts) -> tuple[tuple[str, str], ...]:
    """Return where to look for paragraphs like one of the report: (in words, query string)."""
    everywhere = ("All other reports", "")
    if not report.authority:
        return (everywhere,)
    same = Request(filters={"authority": (report.authority,)})
    scopes = [everywhere, (f"Only {report.authority}", address.query_string(same))]
    if report.dated:
        later = address.query_string(replace(same, since=report.dated))
        scopes.append((f"Only later reports on {report.authority}", later))
    return tuple(scopes)
