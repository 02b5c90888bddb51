"""Percent-encode raw bytes in a query string, before Werkzeug reads them as UTF-8."""

from __future__ import annotations

from collections.abc import Iterable
from string import printable
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def encode_query(application: WSGIApplication) -> WSGIApplication:
    """Return the application behind a layer that writes queries as browsers do: `%9F` for the byte.

    Werkzeug fails where raw bytes are not UTF-8. Once encoded they are read as far as they can be,
    and stay encoded where they cannot.
    """

    def encoded(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        query = environ.get("QUERY_STRING", "")
        if not query.isascii():
            environ["QUERY_STRING"] = quote(query.encode("latin-1"), safe=printable)
        return application(environ, start)

    return encoded
