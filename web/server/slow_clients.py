"""Bound what slow clients hold: threads that receive a body or send a file as fast as they let it.

granian reads and sends both in the thread of the request. So a body is received before the request
asks for admission, only a few are received or sent at once, and pages have their threads however
slow those clients are.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping

from flask import Flask, Response, current_app, request
from werkzeug.exceptions import ServiceUnavailable

from web.server.admission import RETRY_SECONDS
from web.settings import Value

TRANSFERS = 16  # bodies received and files sent at once
STATIC = ("static", "bootstrap.static")


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Receive bodies before anything else is done for a request; send static files in one piece."""
    app.extensions["transfers"] = threading.BoundedSemaphore(TRANSFERS)
    app.before_request(receive_body)
    app.after_request(join_static)


def receive_body() -> None:
    """Read the body of a request for a page that takes one. Raise ServiceUnavailable where too many
    are being received, RequestEntityTooLarge where it is larger than MAX_CONTENT_LENGTH.
    """
    if request.method != "POST" or request.endpoint is None:
        return
    transfers = begin_transfer()
    try:
        request.get_data()
    finally:
        transfers.release()


def join_static(response: Response) -> Response:
    """Return a response whose file is in memory, if it is one of ours: none is large."""
    if request.endpoint in STATIC and response.is_streamed:
        response.direct_passthrough = False
        response.set_data(response.get_data())
    return response


def begin_transfer() -> threading.BoundedSemaphore:
    """Return the semaphore to release when the transfer is over. Raise ServiceUnavailable where
    there are too many.
    """
    transfers: threading.BoundedSemaphore = current_app.extensions["transfers"]
    if not transfers.acquire(blocking=False):
        raise ServiceUnavailable(retry_after=RETRY_SECONDS)
    return transfers
