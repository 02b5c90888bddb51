"""What comes over the wire, made fit for Flask: bytes of a query that are no address's."""

from __future__ import annotations

from collections.abc import Iterable
from string import printable
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def quoted(application: WSGIApplication) -> WSGIApplication:
    """Returns the application, asked only for queries as browsers write them: `%9F` for the byte.

    Werkzeug takes the bytes for UTF-8 without a doubt, and fails where they are none; once quoted
    they are read as far as they can be, and stay quoted where they cannot.
    """

    def asked(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        query = environ.get("QUERY_STRING", "")
        if not query.isascii():
            environ["QUERY_STRING"] = quote(query.encode("latin-1"), safe=printable)
        return application(environ, start)

    return asked
