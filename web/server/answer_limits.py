"""Refuse to send an answer that is too large for a page: what is bounded needs no such help.

Lists have pages, texts and links on a page have bounds. This is for what no bound foresaw, such as
fifty results of 100 kB each: the client is told how to ask for less.
"""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask, Response, current_app, request

from search.errors import BadRequest
from web.settings import Value

MAX_ANSWER_BYTES = 1_000_000
# What may be larger: whole reports, exports and originals, and files that do not depend on what is
# asked.
UNLIMITED = (
    "reports.report",
    "reports.original_file",
    "api.report",
    "exports.table",
    "exports.ris",
    "static",
    "bootstrap.static",
)


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Look at the size of each answer, before it is compressed."""
    app.after_request(replace_large)


def check_size(size: int) -> None:
    """Raise BadRequest where an answer would be too large."""
    if size > MAX_ANSWER_BYTES:
        raise BadRequest(
            f"the answer would have {size:,} bytes, and may have {MAX_ANSWER_BYTES:,}; ask for "
            "fewer results with size, or for less with filters"
        )


def replace_large(response: Response) -> Response:
    """Return the response, or in its place an error where it is too large."""
    if request.endpoint in UNLIMITED or response.is_streamed or response.direct_passthrough:
        return response
    try:
        check_size(response.calculate_content_length() or 0)
    except BadRequest as error:
        return current_app.make_response(current_app.handle_user_exception(error))
    return response
