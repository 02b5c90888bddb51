"""The JSON API: everything a page shows, for programs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
from flask import Blueprint, Response, abort, render_template, request

from corpus.model import Report
from search import service, wording
from search.errors import BadRequest
from search.model import ReportFacts, Request
from search.service import AuthorityFacts
from web import address, answers, openapi
from web.answers import Draft, Found, InContext
from web.guard import heavy
from web.library import snapshot
from web.openapi import DAYS, FILTERS, SEARCH, Endpoint, Parameter

blueprint = Blueprint("api", __name__, url_prefix="/api")

REPORT = Parameter("report_id", "Id of a report.", openapi.TEXT, place="path")
ANCHOR = Parameter("anchor", "p43 for a numbered paragraph, else t...", openapi.TEXT, place="path")
QUERY = Parameter("q", "The wording; exact in quotes.", openapi.TEXT, required=True)
PHRASE = Parameter("q", "The phrase.", openapi.TEXT, required=True)
OTHER = Parameter("other", "The other wording.", openapi.TEXT, required=True)
ORDERS = ("right", "left", "date")
ORDER = Parameter(
    "order", "Sort by what follows, what comes before, or date.", openapi.one_of(ORDERS)
)
INFLECTED = Parameter("inflected", "1: in any form of the words.", openapi.BIT)
PAGE = Parameter("page", "Which page of 50 lines.", openapi.NUMBER)
LINES = 50
DRAFT: dict[str, Any] = {
    "type": "object",
    "properties": {"draft": {"type": "string"}},
    "required": ["draft"],
}

ENDPOINTS = (
    Endpoint(
        "/search",
        "search",
        "Paragraphs or reports that answer a query, with counts for every filter.",
        SEARCH,
        Found,
        "/search?q=timely+recording&grade=good",
    ),
    Endpoint(
        "/reports",
        "reports",
        "The facts of all reports held, newest first.",
        (),
        tuple[ReportFacts, ...],
        "/reports",
    ),
    Endpoint(
        "/reports/{report_id}",
        "report",
        "A report whole: facts, judgements, paragraphs and the reader's doubts.",
        (REPORT,),
        Report,
    ),
    Endpoint(
        "/reports/{report_id}/{anchor}",
        "paragraph",
        "A paragraph, with what stands before and after it.",
        (REPORT, ANCHOR),
        InContext,
    ),
    Endpoint(
        "/reports/{report_id}/{anchor}/like",
        "like",
        "Paragraphs of other reports that are most like one, grade by grade.",
        (REPORT, ANCHOR, *FILTERS, *DAYS),
        wording.Precedents,
    ),
    Endpoint(
        "/authorities",
        "authorities",
        "The authorities that have reports, by name.",
        (),
        tuple[AuthorityFacts, ...],
        "/authorities",
    ),
    Endpoint(
        "/wording/concordance",
        "concordance",
        "Every occurrence of a phrase with the words before and after it.",
        (PHRASE, ORDER, INFLECTED, PAGE, *FILTERS),
        wording.Concordance,
        "/wording/concordance?q=not+yet",
    ),
    Endpoint(
        "/wording/profile",
        "profile",
        "The share of reports of each grade, year and area that use a wording.",
        (QUERY, *FILTERS),
        wording.Profile,
        "/wording/profile?q=timely",
    ),
    Endpoint(
        "/wording/compare",
        "compare",
        "Two wordings side by side.",
        (QUERY, OTHER, *FILTERS),
        wording.Comparison,
        "/wording/compare?q=timely&other=late",
    ),
    Endpoint(
        "/wording/distinctive",
        "distinctive",
        "Phrases that stand out in what a search finds.",
        SEARCH,
        tuple[wording.Phrase, ...],
        "/wording/distinctive?grade=good",
    ),
    Endpoint(
        "/wording/draft",
        "draft",
        "Precedents for each paragraph of a draft, which is neither stored nor logged.",
        (),
        tuple[wording.Precedents, ...],
        method="post",
        body=DRAFT,
    ),
)


def asked(facets: tuple[str, ...] = address.FACETS) -> Request:
    """Returns the Request of the address. Raises BadRequest for a wrong parameter."""
    given = address.asked(request.args, facets)
    if given.problems:
        raise BadRequest(given.problems[0].message)
    return given.request


def needed(name: str) -> str:
    """Returns a parameter that must be there. Raises BadRequest where it is not."""
    value = request.args.get(name, "").strip()
    if not value:
        raise BadRequest(f"{name} is missing; give the wording to look for")
    return value


def sent(answer: Any) -> Response:
    """Returns the record as a JSON response."""
    return Response(msgspec.json.encode(answer), mimetype="application/json")


@blueprint.get("/search")
def search() -> Response:
    """Answers a search."""
    return sent(answers.found(service.search(snapshot(), asked())))


@blueprint.get("/reports")
def reports() -> Response:
    """Answers with the facts of all reports."""
    return sent(service.reports(snapshot()))


@blueprint.get("/reports/<report_id>")
def report(report_id: str) -> Response:
    """Answers with one report whole."""
    held = service.report(snapshot(), report_id) or abort(404)
    return sent(answers.published(held))


@blueprint.get("/reports/<report_id>/<anchor>")
def paragraph(report_id: str, anchor: str) -> Response:
    """Answers with one paragraph in its context."""
    context = service.paragraph(snapshot(), f"{report_id}/{anchor}", around=2) or abort(404)
    return sent(answers.in_context(context))


@blueprint.get("/reports/<report_id>/<anchor>/like")
def like(report_id: str, anchor: str) -> Response:
    """Answers with the precedents of one paragraph."""
    found = wording.like_paragraph(snapshot(), f"{report_id}/{anchor}", asked(())) or abort(404)
    return sent(found)


@blueprint.get("/authorities")
def authorities() -> Response:
    """Answers with the authorities that have reports."""
    return sent(service.authorities(snapshot()))


@blueprint.get("/wording/concordance")
def concordance() -> Response:
    """Answers with the occurrences of a phrase."""
    needed("q")
    page = address.asked(request.args).request.start // address.SIZES[0]
    question = replace(asked(()), start=page * LINES, limit=LINES)
    order, inflected = request.args.get("order", ORDERS[0]), request.args.get("inflected") == "1"
    return sent(wording.concordance(snapshot(), question, order, inflected))


@blueprint.get("/wording/profile")
def profile() -> Response:
    """Answers with the profile of a wording."""
    needed("q")
    return sent(wording.profile(snapshot(), asked(())))


@blueprint.get("/wording/compare")
def compare() -> Response:
    """Answers with two wordings side by side."""
    needed("q")
    return sent(wording.compare(snapshot(), asked(()), needed("other")))


@blueprint.get("/wording/distinctive")
def distinctive() -> Response:
    """Answers with the phrases that stand out in a result."""
    return sent(wording.distinctive(snapshot(), asked(())))


@blueprint.post("/wording/draft")
@heavy
def draft() -> Response:
    """Answers with the precedents of a draft. Raises BadRequest where none was sent."""
    try:
        given = msgspec.json.decode(request.get_data(), type=Draft)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadRequest(f'the body is not {{"draft": "..."}}: {error}') from error
    return sent(wording.alike(snapshot(), given.draft, Request()))


@blueprint.get("/openapi.json")
def document() -> Response:
    """Answers with the OpenAPI document of this API."""
    return sent(openapi.document(ENDPOINTS, request.url_root.rstrip("/") + "/api"))


@blueprint.get("/")
def viewer() -> str:
    """Shows the API to a person: each address, its parameters and an example."""
    return render_template("api.html", endpoints=ENDPOINTS)
