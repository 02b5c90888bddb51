"""The routes of the JSON API: everything that a page shows, for programs."""

from __future__ import annotations

from dataclasses import replace

import msgspec
from flask import Blueprint, Response, abort, render_template, request

from search import service, wording
from search.authorities import list_authorities
from search.errors import BadRequest
from search.followup.comparison.side_by_side import SHOW, compare_reports, count_rows, select_rows
from search.followup.contrary.counter_evidence import find_counter_evidence
from search.followup.tracker.threads import find_threads
from search.language.parser import MAX_QUERY_CHARACTERS
from search.model import Request
from search.present.page import Page
from web.address import filter_pairs, read_lines
from web.api import openapi, responses
from web.api.diagnostics import diagnose
from web.api.endpoints import (
    ENDPOINTS,
    LINES_PER_PAGE,
    MAX_AUTHORITY_REPORTS,
    MAX_LIST_PAGES,
    MAX_PAGES,
    MAX_RECOMMENDATIONS,
    MAX_ROWS,
)
from web.api.followup_answers import recommendations_answer
from web.api.json_responses import (
    JSON,
    json_response,
    link_next,
    list_place,
    list_response,
    wording_response,
)
from web.api.peers_answer import PeersAnswer, what_is_missing
from web.api.responses import DraftBody
from web.api.wording_answers import (
    ComparisonAnswer,
    ConcordanceAnswer,
    GradesAnswer,
    PrecedentsAnswer,
    ProfileAnswer,
    TimelineAnswer,
)
from web.links import PARAGRAPHS_PER_PAGE
from web.pages.followup.peers import asked_peers, compare_peers
from web.pages.followup.recommendations import tracker_or_404
from web.pages.lookup import authority_or_404, context_or_404, report_or_404
from web.pages.pager import last_page
from web.server import response_cache
from web.server.request_engine import engine
from web.server.request_parameters import notices, parameters, question
from web.server.security import heavy

blueprint = Blueprint("api", __name__, url_prefix="/api")


def uncounted_request() -> Request:
    """Return the Request of the address, without facets to count. Raise BadRequest."""
    return question(facets=())


def required(name: str) -> str:
    """Return the value of a parameter. Raise BadRequest where it is missing."""
    with parameters() as parser:
        value = parser.text(name, MAX_QUERY_CHARACTERS).strip()
    if not value:
        raise BadRequest(f"the parameter {name} is missing; give the wording to look for")
    return value


@blueprint.get("/search")
def search() -> Response:
    """Answer a search, from the cache where it was asked before."""
    return response_cache.cached_response(render_search, JSON)


def render_search() -> tuple[bytes, Page]:
    """Return the answer to the search of this address as JSON, and its Page."""
    page = service.search(engine(), question())
    return msgspec.json.encode(responses.search_answer(page, notices())), page


@blueprint.get("/reports")
def reports() -> Response:
    """Answer with the facts of all reports, or of those on a page of a long list."""
    return list_response(service.reports(engine()))


@blueprint.get("/reports/<report_id>")
def report(report_id: str) -> Response:
    """Answer with one report as a whole, or a page of a long one."""
    whole = report_or_404(report_id)
    with parameters() as parser:
        number = parser.number("page", 1, MAX_LIST_PAGES)
    answer = responses.report_page(responses.without_directory(whole), number)
    last = last_page(len(whole.paragraphs), PARAGRAPHS_PER_PAGE)
    return link_next(json_response(answer), number, last)


@blueprint.get("/reports/<report_id>/<anchor>")
def paragraph(report_id: str, anchor: str) -> Response:
    """Answer with one paragraph in its context."""
    context = context_or_404(report_id, anchor, around=2)
    return json_response(responses.cite_context(context))


@blueprint.get("/reports/<report_id>/<anchor>/like")
def like(report_id: str, anchor: str) -> Response:
    """Answer with the precedents of one paragraph."""
    paragraph_id, filters = f"{report_id}/{anchor}", uncounted_request()
    precedents = wording.like_paragraph(engine(), paragraph_id, filters) or abort(404)
    return wording_response(PrecedentsAnswer, precedents)


@blueprint.get("/reports/<report_id>/<anchor>/counter-evidence")
def counter_evidence(report_id: str, anchor: str) -> Response:
    """Answer with the passages that speak against one paragraph."""
    return json_response(find_counter_evidence(engine(), f"{report_id}/{anchor}") or abort(404))


@blueprint.get("/side-by-side/<report_id>/<other_id>")
def side_by_side(report_id: str, other_id: str) -> Response:
    """Answer with two reports side by side, or with a page of their rows."""
    one, other = report_or_404(report_id), report_or_404(other_id)
    with parameters() as parser:
        show = parser.choice(SHOW)
    size, number = list_place(MAX_ROWS)
    comparison = compare_reports(engine(), one, other)
    answer = select_rows(comparison, show, (number - 1) * size, size)
    last = last_page(count_rows(comparison, show), size)
    return link_next(json_response(answer), number, last)


@blueprint.get("/authorities")
def authorities() -> Response:
    """Answer with the authorities that have reports."""
    return list_response(list_authorities(engine()))


@blueprint.get("/authorities/<path:name>", merge_slashes=False)
def authority(name: str) -> Response:
    """Answer with the reports on the authority that a name means."""
    known = authority_or_404(name)
    count = sum(report.authority == known for report in engine().reports())
    size, number = list_place(MAX_AUTHORITY_REPORTS)
    reports = service.reports_on(engine(), known, (number - 1) * size, size)
    answer = tuple(map(responses.authority_report, reports))
    return link_next(json_response(answer), number, last_page(count, size))


@blueprint.get("/peers")
def peers() -> Response:
    """Answer with an authority beside its peers. Raise BadRequest where one is not given."""
    asked = uncounted_request()
    compared = asked_peers(asked)
    if compared is None:
        raise BadRequest(what_is_missing(asked))
    answer = PeersAnswer(*compare_peers(asked, compared), diagnostics=diagnose(notices()))
    return json_response(answer)


@blueprint.get("/authorities/<path:name>/recommendations", merge_slashes=False)
def recommendations(name: str) -> Response:
    """Answer with what became of the recommendations to an authority."""
    tracker = tracker_or_404(name)
    size, number = list_place(MAX_RECOMMENDATIONS)
    start = (number - 1) * size
    answer = recommendations_answer(tracker, find_threads(tracker), start, size)
    last = last_page(len(tracker.followed), size)
    return link_next(json_response(answer), number, last)


@blueprint.get("/wording/concordance")
def concordance() -> Response:
    """Answer with the occurrences of a phrase."""
    required("q")
    with parameters() as parser:
        lines = read_lines(parser)
        page = parser.number("page", 1, maximum=MAX_PAGES)
    start = (page - 1) * LINES_PER_PAGE
    asked = replace(uncounted_request(), start=start, limit=LINES_PER_PAGE)
    answer = wording.concordance(engine(), asked, *lines)
    return wording_response(ConcordanceAnswer, answer)


@blueprint.get("/wording/profile")
def profile() -> Response:
    """Answer with the profile of a wording."""
    required("q")
    return wording_response(ProfileAnswer, wording.profile(engine(), uncounted_request()))


@blueprint.get("/wording/compare")
def compare() -> Response:
    """Answer with two wordings side by side."""
    required("q")
    comparison = wording.compare(engine(), uncounted_request(), required("other"))
    return wording_response(ComparisonAnswer, comparison)


@blueprint.get("/wording/distinctive")
def distinctive() -> Response:
    """Answer with the phrases that stand out in a result."""
    return json_response(wording.distinctive(engine(), uncounted_request()))


@blueprint.get("/wording/timeline")
def timeline() -> Response:
    """Answer with the timeline of a wording."""
    required("q")
    return wording_response(TimelineAnswer, wording.timeline(engine(), uncounted_request()))


@blueprint.get("/wording/grades")
def grades() -> Response:
    """Answer with what is said on a topic under two grades."""
    asked = uncounted_request()
    if not (asked.query.strip() or filter_pairs(asked, ("grade",))):
        raise BadRequest("the parameter q is missing; give a topic, or a filter besides grade")
    comparison = wording.compare_grades(engine(), asked, asked.filters.get("grade", ()))
    return wording_response(GradesAnswer, comparison)


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
