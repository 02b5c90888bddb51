"""The pages on wording: where a phrase stands, what it goes with, and what is like it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, render_template, request, url_for

from search import service, wording
from search.choices import ORDER
from search.model import ReportFacts, Request
from web import address
from web.links import permalink
from web.pages.bars import bars
from web.pages.exports import attached, plain
from web.pages.results import result
from web.server.engine import engine
from web.server.security import heavy

blueprint = Blueprint("wording", __name__, url_prefix="/wording")

LINES = 100
LIKE = Request()


def asked() -> Request:
    """Returns the Request of the address, without facets: pages on wording count otherwise."""
    return address.parse_request(request.args, facets=()).request


@blueprint.get("/")
def start() -> str:
    """Shows what can be asked of wording, with a form for each."""
    return render_template("wording/start.html")


@blueprint.get("/concordance")
def concordance() -> str | Response:
    """Shows every occurrence of a phrase, aligned, or sends them as CSV."""
    order = request.args.get("order", ORDER.default)
    page = max(1, request.args.get("page", 1, type=int))
    inflected = request.args.get("inflected") == "1"
    as_csv = request.args.get("as") == "csv"
    rows = 1_000 if as_csv else LINES
    question = replace(asked(), start=0 if as_csv else (page - 1) * rows, limit=rows)
    found = wording.concordance(engine(), question, order, inflected)
    if as_csv:
        return lines_as_csv(found)
    return render_template(
        "wording/concordance.html",
        found=found,
        asked=question,
        order=order,
        orders=ORDER.choices,
        inflected=inflected,
        page=page,
        last=max(1, -(-found.occurrences // LINES)),
        here=here(question, order, inflected),
    )


def here(question: Request, order: str, inflected: bool) -> str:
    """Returns the address of a concordance, without its page."""
    pairs = [("q", question.query), *address.filter_pairs(question), ("order", order)]
    pairs += [("inflected", "1")] if inflected else []
    return f"{url_for('wording.concordance')}?{urlencode(pairs)}"


def lines_as_csv(found: wording.Concordance) -> Response:
    """Returns the lines of a concordance as a file."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("left", "match", "right", "authority", "date", "section", "grade", "link"))
    for line in found.lines:
        place = (line.authority, line.dated, line.section, line.grade, permalink(line.paragraph))
        writer.writerow(map(plain, (line.left, line.match, line.right, *place)))
    return attached("\ufeff" + out.getvalue(), "text/csv", "concordance.csv")


@blueprint.get("/profile")
def profile() -> str:
    """Shows the share of reports of each grade, year and area that use a wording."""
    question = asked()
    found = wording.profile(engine(), question) if question.query else None
    return render_template("wording/profile.html", found=found, asked=question, bars=bars)


@blueprint.get("/compare")
def compare() -> str:
    """Shows two wordings side by side."""
    question, other = asked(), request.args.get("other", "").strip()
    found = None
    if question.query and other:
        found = wording.compare(engine(), question, other)
    return render_template(
        "wording/compare.html", found=found, asked=question, other=other, bars=bars
    )


@blueprint.get("/distinctive")
def distinctive() -> str:
    """Shows the phrases that stand out in a grade, a theme or the result of a search."""
    question = asked()
    chosen = bool(question.query or question.filters)
    found = wording.distinctive(engine(), question) if chosen else ()
    return render_template("wording/distinctive.html", found=found, asked=question, chosen=chosen)


@blueprint.route("/draft", methods=["GET", "POST"])
@heavy
def draft() -> str:
    """Shows precedents for each paragraph of a pasted draft, which is then forgotten."""
    text = request.form.get("draft", "")
    found = wording.alike(engine(), text, LIKE) if text.strip() else ()
    return render_template("wording/draft.html", found=found, draft=text, result=result)


@blueprint.get("/like/<report_id>/<anchor>")
def like(report_id: str, anchor: str) -> str:
    """Shows the paragraphs of other reports that are most like one."""
    context = service.paragraph_in_context(engine(), f"{report_id}/{anchor}", around=0) or abort(
        404
    )
    question = asked()
    found = wording.like_paragraph(engine(), context.paragraph.id, question)
    return render_template(
        "wording/like.html",
        context=context,
        found=found,
        narrowings=narrowings(context.report),
        chosen=address.query_string(question),
        result=result,
    )


def narrowings(report: ReportFacts) -> tuple[tuple[str, str], ...]:
    """Returns where to look for paragraphs like one of the report: in words, and as a query."""
    wide = ("All other reports", "")
    if not report.authority:
        return (wide,)
    same = Request(filters={"authority": (report.authority,)})
    offers = [wide, (f"Only {report.authority}", address.query_string(same))]
    if day := report.published or report.inspection_end:
        later = replace(same, since=day)
        offers.append((f"Only later reports on {report.authority}", address.query_string(later)))
    return tuple(offers)
