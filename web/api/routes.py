"""The routes of the JSON API: everything that a page shows, for programs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
from flask import Blueprint, Response, abort, render_template, request

from search import service, wording
from search.choices import ORDER
from search.errors import BadRequest
from search.model import Request
from search.present.page import Page
from web import address
from web.api import openapi, responses
from web.api.endpoints import ENDPOINTS, LINES_PER_PAGE
from web.api.responses import DraftBody
from web.pages.lookup import context_or_404, report_or_404, reports_on_or_404
from web.server import response_cache
from web.server.request_engine import engine
from web.server.security import heavy

JSON = "application/json"

blueprint = Blueprint("api", __name__, url_prefix="/api")


def uncounted_request() -> Request:
    """Return the Request of the address, without facets to count. Raise BadRequest."""
    return address.parse_strictly(request.args, facets=())


def required(name: str) -> str:
    """Return the value of a parameter. Raise BadRequest where it is missing."""
    value = request.args.get(name, "").strip()
    if not value:
        raise BadRequest(f"{name} is missing; give the wording to look for")
    return value


def json_response(answer: Any) -> Response:
    """Return a record as a JSON response."""
    return Response(msgspec.json.encode(answer), mimetype=JSON)


@blueprint.get("/search")
def search() -> Response:
    """Answer a search, from the cache where it was asked before."""
    return response_cache.cached_response(render_search, JSON)


def render_search() -> tuple[bytes, Page]:
    """Return the answer to the search of this address as JSON, and its Page."""
    page = service.search(engine(), address.parse_strictly(request.args))
    return msgspec.json.encode(responses.search_answer(page)), page


@blueprint.get("/reports")
def reports() -> Response:
    """Answer with the facts of all reports."""
    return json_response(service.reports(engine()))


@blueprint.get("/reports/<report_id>")
def report(report_id: str) -> Response:
    """Answer with one report as a whole."""
    whole = report_or_404(report_id)
    return json_response(responses.without_directory(whole))


@blueprint.get("/reports/<report_id>/<anchor>")
def paragraph(report_id: str, anchor: str) -> Response:
    """Answer with one paragraph in its context."""
    context = context_or_404(report_id, anchor, around=2)
    return json_response(responses.cite_context(context))


@blueprint.get("/reports/<report_id>/<anchor>/like")
def like(report_id: str, anchor: str) -> Response:
    """Answer with the precedents of one paragraph."""
    paragraph_id, filters = f"{report_id}/{anchor}", uncounted_request()
    return json_response(wording.like_paragraph(engine(), paragraph_id, filters) or abort(404))


@blueprint.get("/authorities")
def authorities() -> Response:
    """Answer with the authorities that have reports."""
    return json_response(engine().authorities())


@blueprint.get("/authorities/<name>")
def authority(name: str) -> Response:
    """Answer with the reports on one authority."""
    reports = reports_on_or_404(name)
    return json_response(tuple(map(responses.authority_report, reports)))


@blueprint.get("/wording/concordance")
def concordance() -> Response:
    """Answer with the occurrences of a phrase."""
    required("q")
    page = address.parse_request(request.args).request.start // address.PAGE_SIZES[0]
    question = replace(uncounted_request(), start=page * LINES_PER_PAGE, limit=LINES_PER_PAGE)
    order = request.args.get("order", ORDER.default)
    inflected = request.args.get("inflected") == "1"
    return json_response(wording.concordance(engine(), question, order, inflected))


@blueprint.get("/wording/profile")
def profile() -> Response:
    """Answer with the profile of a wording."""
    required("q")
    return json_response(wording.profile(engine(), uncounted_request()))


@blueprint.get("/wording/compare")
def compare() -> Response:
    """Answer with two wordings side by side."""
    required("q")
    return json_response(wording.compare(engine(), uncounted_request(), required("other")))


@blueprint.get("/wording/distinctive")
def distinctive() -> Response:
    """Answer with the phrases that stand out in a result."""
    return json_response(wording.distinctive(engine(), uncounted_request()))


@blueprint.post("/wording/draft")
@heavy
def draft() -> Response:
    """Answer with the precedents of a draft. Raise BadRequest where the body has none."""
    try:
        body = msgspec.json.decode(request.get_data(), type=DraftBody)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadRequest(f'the body is not {{"draft": "..."}}: {error}') from error
    return json_response(wording.alike(engine(), body.draft, Request()))


@blueprint.get("/openapi.json")
def document() -> Response:
    """Answer with the OpenAPI document of this API."""
    return json_response(openapi.document(ENDPOINTS, request.url_root.rstrip("/") + "/api"))


@blueprint.get("/")
def viewer() -> str:
    """Show the API to a person: each address, its parameters and an example."""
    return render_template("api.html", endpoints=ENDPOINTS)
