"""Answer errors: one JSON shape for programs, one page for people."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException, SecurityError

from corpus.errors import EvidenceError
from search.errors import BadRequest
from web.address import MAX_LINK_CHARACTERS
from web.settings import Value

API = "/api/"
log = logging.getLogger("evidence.errors")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a request got no answer: HTTP `status`, a `title`, the cause, and what to do."""

    status: int
    title: str
    message: str
    action: str


UNAVAILABLE_SECONDS = 10  # what a client is told to wait while the index cannot be read

# Status -> title, message where none of ours says more, and what to do.
TEXTS = {
    400: (
        "That address cannot be read",
        "A part of it is wrong.",
        "Check it, or start again from the search page.",
    ),
    404: (
        "Nothing is here",
        "The address is wrong, or what it showed has been removed.",
        "Search for it, or look through the collection.",
    ),
    405: (
        "That cannot be done here",
        "The address does not take this kind of request.",
        "See the API page for what it takes.",
    ),
    414: (
        "That address is too long",
        f"It may have {MAX_LINK_CHARACTERS:,} characters, so that links can repeat it.",
        "Ask with a shorter query, or with fewer filters.",
    ),
    413: (
        "That text is too long",
        "More was sent than this service takes.",
        "Send it in shorter parts.",
    ),
    416: (
        "That part is not there",
        "The file does not have the bytes that were asked for, or not in one piece.",
        "Ask for the whole file, or for one range of it.",
    ),
    429: (
        "Too many requests",
        "Your address has asked more than its share for now.",
        "Wait a minute, then try again.",
    ),
    500: (
        "Something went wrong here",
        "The fault is ours, and it has been noted.",
        "Try again; if it happens again, tell whoever runs this service.",
    ),
    503: (
        "Not ready",
        "The service cannot answer just now.",
        "Try again in a moment; if it lasts, tell whoever runs this service: the log says why.",
    ),
}


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Answer all errors in one look. Flask logs those that nobody foresaw, and makes them 500."""
    app.register_error_handler(HTTPException, handle_http)
    app.register_error_handler(SecurityError, handle_foreign_host)
    app.register_error_handler(EvidenceError, handle_unreadable_index)
    app.register_error_handler(BadRequest, handle_bad_request)


def handle_http(error: HTTPException) -> Response:
    """Return the answer to an HTTP error, with its headers such as Allow and Retry-After."""
    if error.response is not None and error.code is None:
        return make_response(error.response)
    status = error.code or 500
    is_ours = status in (400, 404) and type(error).description != error.description
    response = render(describe(status, error.description if is_ours else None))
    for name, value in error.get_headers():
        if name != "Content-Type":
            response.headers[name] = value
    return response


def handle_foreign_host(error: SecurityError) -> Response:
    """Return 400 in plain words: without a name of its own the service can link to no page."""
    text = "This service does not answer to that host name; add it to its setting `hosts`.\n"
    return Response(text, 400, mimetype="text/plain")


def handle_bad_request(error: BadRequest) -> Response:
    """Return 400 for a request that names what does not exist."""
    return render(describe(400, str(error)))


def handle_unreadable_index(error: Exception) -> Response:
    """Return 503 for a collection that cannot be read. Its cause and remedy name directories of
    this machine, so that they go to the log.
    """
    log.error("%s", error)
    response = render(describe(503))
    response.headers["Retry-After"] = str(UNAVAILABLE_SECONDS)
    return response


def describe(status: int, message: str | None = None) -> Failure:
    """Return what is said of a status, with a message of ours where there is one."""
    title, usual, action = TEXTS.get(status, TEXTS[500 if status >= 500 else 400])
    return Failure(status, title, as_sentence(message) if message else usual, action)


def as_sentence(message: str) -> str:
    """Return the message of an error as a sentence: it is made to stand after a colon."""
    end = "" if message[-1] in ".?!" else "."
    return f"{message[0].upper()}{message[1:]}{end}"


def render(failure: Failure) -> Response:
    """Return the failure as JSON below /api/, as a page elsewhere."""
    if request.path.startswith(API):
        response = jsonify(error=asdict(failure))
    else:
        response = make_response(render_template("error.html", failure=failure))
    response.status_code = failure.status
    return response
