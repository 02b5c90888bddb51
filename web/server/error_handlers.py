"""What is answered when something fails: one shape for programs, one page for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException, SecurityError

from corpus.errors import EvidenceError
from search.errors import BadRequest
from web.settings import Value

API = "/api/"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a request got no answer: HTTP `status`, a `title`, the cause, and what to do."""

    status: int
    title: str
    message: str
    action: str


# Status -> title, message where none of ours says more, and what to do.
TOLD = {
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
    413: (
        "That text is too long",
        "More was sent than this service takes.",
        "Send it in shorter parts.",
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
    503: ("Not ready", "The service cannot answer just now.", "Try again in a moment."),
}


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Answers every failure in one look. Unforeseen ones are logged by Flask, then told as 500."""
    app.register_error_handler(HTTPException, http)
    app.register_error_handler(SecurityError, stranger)
    app.register_error_handler(EvidenceError, unavailable)
    app.register_error_handler(BadRequest, refused)


def http(error: HTTPException) -> Response:
    """Returns the answer for an HTTP error; keeps its headers such as Allow and Retry-After."""
    if error.response is not None and error.code is None:
        return make_response(error.response)
    status = error.code or 500
    own = (
        error.description
        if status == 400 and type(error).description != error.description
        else None
    )
    response = answer(failure(status, own))
    for name, value in error.get_headers():
        if name != "Content-Type":
            response.headers[name] = value
    return response


def stranger(error: SecurityError) -> Response:
    """Returns 400 in plain words: without a name of its own the service can link to no page."""
    told = "This service does not answer to that host name; add it to its setting `hosts`.\n"
    return Response(told, 400, mimetype="text/plain")


def refused(error: BadRequest) -> Response:
    """Returns 400 for a request that names what does not exist."""
    return answer(failure(400, str(error)))


def unavailable(error: Exception) -> Response:
    """Returns 503 for a collection that cannot be read, with its cause and remedy."""
    response = answer(failure(503, str(error)))
    response.headers["Retry-After"] = "10"
    return response


def failure(status: int, message: str | None = None) -> Failure:
    """Returns what is told for a status, with a message of ours where there is one."""
    title, usual, action = TOLD.get(status, TOLD[500 if status >= 500 else 400])
    return Failure(status, title, message or usual, action)


def answer(told: Failure) -> Response:
    """Returns the failure as JSON below /api/, as a page elsewhere."""
    if request.path.startswith(API):
        response = jsonify(error=asdict(told))
    else:
        response = make_response(render_template("error.html", failure=told))
    response.status_code = told.status
    return response
