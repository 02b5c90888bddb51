"""Answers of searches asked before, compressed: the same until something is committed."""

from __future__ import annotations

import gzip
import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping

from flask import Flask, Response, current_app, request

from search.present.page import Page
from web.server.engine import engine
from web.settings import Value

# A page takes 0.3 ms at this level, 0.6 at the usual 6, and weighs an eighth more.
LEVEL = 3
# The kind of the diagnostic of a search that took too long.
STOPPED = "stopped"
LONGEST = 4_000  # characters of an address whose answer is remembered


class ResponseCache:
    """The last `most` pages made of one snapshot; another snapshot begins anew. Safe in threads."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.of: Callable[[], object] = lambda: None
        self.pages: OrderedDict[Hashable, bytes] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, of: object, key: Hashable) -> bytes | None:
        """Returns the page of the key, if one made of the snapshot `of` is remembered."""
        with self.lock:
            if self.of() is not of or key not in self.pages:
                return None
            self.pages.move_to_end(key)
            return self.pages[key]

    def keep(self, of: object, key: Hashable, page: bytes) -> None:
        """Remembers a page made of the snapshot `of`, and forgets those of any other."""
        with self.lock:
            if self.of() is not of:
                # A weak hold: a commit that is over is not kept for pages that nobody will ask.
                self.of = weakref.ref(of)
                self.pages.clear()
            self.pages[key] = page
            while len(self.pages) > self.most:
                self.pages.popitem(last=False)


def answered(make: Callable[[], tuple[bytes, Page]], mimetype: str) -> Response:
    """Returns the answer to this request as it is remembered, else as `make` makes it: its bytes,
    and what the search found that they show.
    """
    memory: ResponseCache = current_app.extensions["remembered"]
    key = request.scheme, request.host, request.root_path, request.full_path
    known = memory.get(engine(), key)
    if known is None:
        made, page = make()
        known = gzip.compress(made, LEVEL, mtime=0)
        # What was stopped for taking too long may be found whole the next time.
        whole = not any(said.kind == STOPPED for said in page.diagnostics)
        if whole and len(request.full_path) <= LONGEST:
            memory.keep(engine(), key, known)
    return sent(known, mimetype)


def sent(packed: bytes, mimetype: str) -> Response:
    """Returns what is packed as the client takes it."""
    if not request.accept_encodings.quality("gzip"):
        return Response(gzip.decompress(packed), mimetype=mimetype)
    response = Response(packed, mimetype=mimetype)
    response.headers["Content-Encoding"] = "gzip"
    return response


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Gives the application its memory of pages."""
    app.extensions["remembered"] = ResponseCache(int(settings["remembered"]))
