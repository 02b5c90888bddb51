"""The JSON API: everything a page shows, for programs."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Blueprint, Response, abort, render_template, request

from corpus.model import Report
from search import service
from search.errors import BadRequest
from search.model import ReportFacts, Request
from web import address, answers, openapi
from web.answers import Found, InContext
from web.library import snapshot
from web.openapi import Endpoint, Parameter

blueprint = Blueprint("api", __name__, url_prefix="/api")

REPORT = Parameter("report_id", "Id of a report.", openapi.TEXT, place="path")
ANCHOR = Parameter("anchor", "p43 for a numbered paragraph, else t...", openapi.TEXT, place="path")

ENDPOINTS = (
    Endpoint(
        "/search",
        "search",
        "Paragraphs or reports that answer a query, with counts for every filter.",
        openapi.SEARCH,
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
        "",
    ),
    Endpoint(
        "/reports/{report_id}/{anchor}",
        "paragraph",
        "A paragraph, with what stands before and after it.",
        (REPORT, ANCHOR),
        InContext,
        "",
    ),
)


def asked() -> Request:
    """Returns the Request of the address. Raises BadRequest for a wrong parameter."""
    given = address.asked(request.args)
    if given.problems:
        raise BadRequest(given.problems[0].message)
    return given.request


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


@blueprint.get("/openapi.json")
def document() -> Response:
    """Answers with the OpenAPI document of this API."""
    return sent(openapi.document(ENDPOINTS, request.url_root.rstrip("/") + "/api"))


@blueprint.get("/")
def viewer() -> str:
    """Shows the API to a person: each address, its parameters and an example."""
    return render_template("api.html", endpoints=ENDPOINTS)
