"""The JSON API: everything a page shows, for programs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
from flask import Blueprint, Response, abort, render_template, request

from search import service, wording
from search.errors import BadRequest
from search.model import Request
from search.present.page import Page
from web import address
from web.api import openapi, responses
from web.api.endpoints import ENDPOINTS, LINES, ORDERS
from web.api.responses import Draft
from web.pages import history
from web.server import response_cache
from web.server.security import heavy
from web.server.snapshots import snapshot

JSON = "application/json"

blueprint = Blueprint("api", __name__, url_prefix="/api")


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
    return Response(msgspec.json.encode(answer), mimetype=JSON)


@blueprint.get("/search")
def search() -> Response:
    """Answers a search."""
    return response_cache.cached_response(found, JSON)


def found() -> tuple[bytes, Page]:
    """Returns the answer of the search that the address asks for, and what it found."""
    page = service.search(snapshot(), asked())
    return msgspec.json.encode(responses.found(page)), page


@blueprint.get("/reports")
def reports() -> Response:
    """Answers with the facts of all reports."""
    return sent(service.reports(snapshot()))


@blueprint.get("/reports/<report_id>")
def report(report_id: str) -> Response:
    """Answers with one report whole."""
    held = service.report(snapshot(), report_id) or abort(404)
    return sent(responses.published(held))


@blueprint.get("/reports/<report_id>/<anchor>")
def paragraph(report_id: str, anchor: str) -> Response:
    """Answers with one paragraph in its context."""
    context = service.paragraph(snapshot(), f"{report_id}/{anchor}", around=2) or abort(404)
    return sent(responses.in_context(context))


@blueprint.get("/reports/<report_id>/<anchor>/like")
def like(report_id: str, anchor: str) -> Response:
    """Answers with the precedents of one paragraph."""
    found = wording.like_paragraph(snapshot(), f"{report_id}/{anchor}", asked(())) or abort(404)
    return sent(found)


@blueprint.get("/authorities")
def authorities() -> Response:
    """Answers with the authorities that have reports."""
    return sent(service.authorities(snapshot()))


@blueprint.get("/authorities/<name>")
def authority(name: str) -> Response:
    """Answers with the reports on one authority."""
    reports = history.reports_on(snapshot(), name) or abort(404)
    return sent(tuple(map(responses.visit, reports)))


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
