"""Cache the answers to searches, compressed, until something is committed to the index."""

from __future__ import annotations

import gzip
import threading
import weakref
from collections.abc import Callable, Hashable, Mapping

from cachetools import LRUCache
from flask import Flask, Response, current_app, request

from search.present.page import Page
from web.server.answer_limits import check_size
from web.server.request_engine import engine
from web.settings import Value

# A page takes 0.3 ms at this level, 0.6 at the usual 6, and weighs an eighth more.
COMPRESSION_LEVEL = 3
MAX_ADDRESS_LENGTH = 4_000  # characters of an address whose answer is cached


class ResponseCache:
    """The answers made by one engine that were used last; another engine begins anew.

    Safe in threads. The engine is held by a weak reference: a commit that has been replaced is
    not kept in memory for answers that nobody will ask for.
    """

    def __init__(self, max_answers: int) -> None:
        self._answers: LRUCache[Hashable, bytes] = LRUCache(max_answers)
        self._engine: Callable[[], object] = lambda: None
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._answers)

    def get(self, engine: object, key: Hashable) -> bytes | None:
        """Return the answer of the key, None where there is none made of this engine."""
        with self._lock:
            return self._answers.get(key) if self._engine() is engine else None

    def put(self, engine: object, key: Hashable, answer: bytes) -> None:
        """Remember an answer made of this engine, and forget those of any other."""
        with self._lock:
            if self._engine() is not engine:
                self._engine = weakref.ref(engine)
                self._answers.clear()
            if self._answers.maxsize:
                self._answers[key] = answer


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Give the application a cache of as many answers as the setting `remembered` says."""
    app.extensions["response_cache"] = ResponseCache(int(settings["remembered"]))


def cached_response(make: Callable[[], tuple[bytes, Page]], mimetype: str) -> Response:
    """Return the answer to this request from the cache, else as `make` makes it: its bytes, and
    the result page that they show.
    """
    cache: ResponseCache = current_app.extensions["response_cache"]
    key = request.scheme, request.host, request.root_path, request.full_path
    compressed = cache.get(engine(), key)
    if compressed is None:
        body, page = make()
        check_size(len(body))
        compressed = gzip.compress(body, COMPRESSION_LEVEL, mtime=0)
        # What was stopped for taking too long may find, or offer, everything the next time.
        if page.is_whole and len(request.full_path) <= MAX_ADDRESS_LENGTH:
            cache.put(engine(), key, compressed)
    return decoded_response(compressed, mimetype)


def decoded_response(compressed: bytes, mimetype: str) -> Response:
    """Return a compressed body as the client accepts it."""
    if not request.accept_encodings.quality("gzip"):
        return Response(gzip.decompress(compressed), mimetype=mimetype)
    response = Response(compressed, mimetype=mimetype)
    response.headers["Content-Encoding"] = "gzip"
    return response
