"""Bound what slow clients hold: threads that receive bodies, and threads that send large files.

granian does both in the thread of the request, as fast as the client lets it. So a body is received
before its request asks for admission, small answers are handed over in one piece, and for all other
transfers there are MAX_TRANSFERS threads: pages are answered however slow some clients are.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from tempfile import SpooledTemporaryFile

from flask import Flask, Response, current_app, request
from werkzeug.exceptions import RequestEntityTooLarge, ServiceUnavailable
from werkzeug.wsgi import FileWrapper

from web.settings import Value

MAX_TRANSFERS = 16  # bodies received and files sent at once
RETRY_SECONDS = 1  # what a client is told to wait that finds the service busy
MAX_PIECE_BYTES = 1 << 20  # of an answer that is handed over in one piece, not read from a file
BLOCK_BYTES = 1 << 16  # of a file that are read at once


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Hand over each answer as the module says; `admission` receives the bodies."""
    app.extensions["transfers"] = threading.BoundedSemaphore(MAX_TRANSFERS)
    app.after_request(hand_over)


def receive_body() -> None:
    """Read the body of a request for a page that takes one.

    Raise ServiceUnavailable where too many clients are slow, RequestEntityTooLarge where the body
    is longer than the setting allows.
    """
    if request.method != "POST" or request.endpoint is None:
        return
    transfers = begin_transfer()
    try:
        body = request.get_data()
    finally:
        transfers.release()
    # Werkzeug cuts a body that did not say how long it is.
    if request.content_length is None and len(body) == request.max_content_length:
        raise RequestEntityTooLarge


def read_file(response: Response) -> Response:
    """Return the response with its file read where that is small. To be called before compression,
    which forgets to close files.
    """
    if response.direct_passthrough:
        response.call_on_close(response.response.close)  # type: ignore[union-attr]  # a wrapper
        join_small(response)
    return response


def hand_over(response: Response) -> Response:
    """Return the response in one piece where it is small, else as a file that takes a transfer;
    503 in its place where too many clients are slow.
    """
    if not response.is_streamed:
        return response
    if not response.direct_passthrough:
        spool(response)
        join_small(response)
    if response.is_streamed:
        response.direct_passthrough = False  # else Werkzeug would not say when it was sent
        try:
            response.call_on_close(begin_transfer().release)
        except ServiceUnavailable as error:
            response.close()
            return current_app.make_response(current_app.handle_user_exception(error))
    return response


def join_small(response: Response) -> None:
    """Make a file that is not large one piece of bytes."""
    if response.content_length is not None and response.content_length <= MAX_PIECE_BYTES:
        response.direct_passthrough = False
        response.set_data(response.get_data())


def spool(response: Response) -> None:
    """Write an answer that is compressed part by part to a file, so that its length is known and
    no work is left.
    """
    file = SpooledTemporaryFile(MAX_PIECE_BYTES)  # noqa: SIM115  # closed with the response
    response.call_on_close(file.close)
    for part in response.iter_encoded():
        file.write(part)
    response.content_length = file.tell()
    file.seek(0)
    response.response = FileWrapper(file, BLOCK_BYTES)


def begin_transfer() -> threading.BoundedSemaphore:
    """Return what is to be released when the transfer is over. Raise ServiceUnavailable where
    there are too many.
    """
    transfers: threading.BoundedSemaphore = current_app.extensions["transfers"]
    if not transfers.acquire(blocking=False):
        raise ServiceUnavailable(retry_after=RETRY_SECONDS)
    return transfers
