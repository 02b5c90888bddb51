"""Records as JSON responses, and the pages of a list with a link to the next one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
from flask import Response, request

from web.api.endpoints import MAX_LIST_ENTRIES, MAX_LIST_PAGES
from web.api.wording_answers import with_diagnostics
from web.pages.pager import last_page
from web.server.request_parameters import notices, parameters

JSON = "application/json"


def json_response(answer: Any) -> Response:
    """Return a record as a JSON response."""
    return Response(msgspec.json.encode(answer), mimetype=JSON)


def wording_response(answer_type: type[Any], record: Any) -> Response:
    """Return a record on wording as JSON, with what is to be said of the address's filters."""
    return json_response(with_diagnostics(answer_type, record, notices()))


def list_response(records: Sequence[Any]) -> Response:
    """Return the page of a list that the address asks for, with a link to the next one."""
    size, number = list_place(MAX_LIST_ENTRIES)
    listed = records[(number - 1) * size : number * size]
    return link_next(json_response(listed), number, last_page(len(records), size))


def list_place(maximum: int) -> tuple[int, int]:
    """Return how many entries the address asks for at once, and which page of them."""
    with parameters() as parser:
        size = parser.number("size", maximum, maximum)
        number = parser.number("page", 1, MAX_LIST_PAGES)
    return size, number


def link_next(response: Response, number: int, last: int) -> Response:
    """Return the response with the address of the next page of its list in a header (RFC 8288)."""
    if number < last:
        pairs = [pair for pair in request.args.items() if pair[0] != "page"]
        query = urlencode([*pairs, ("page", number + 1)])
        response.headers["Link"] = (
            f'<{quote(request.root_path + request.path)}?{query}>; rel="next"'
        )
    return response
