"""The name of an authority in an address: as ?name= where it may not stand in the path."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import redirect, request
from werkzeug.wrappers import Response

from web.server.request_parameters import parameters

MAX_NAME_CHARACTERS = 2_000


def name_parameter() -> str:
    """Return the value of ?name=, "" for none."""
    with parameters() as parser:
        return parser.text("name", MAX_NAME_CHARACTERS)


def lead_to(url: str) -> Response:
    """Return the redirect to the address that has the name of an authority as it is written, with
    the other parameters of this address.
    """
    rest = urlencode([pair for pair in request.args.items(multi=True) if pair[0] != "name"])
    return redirect(f"{url}{'&' if '?' in url else '?'}{rest}" if rest else url, 301)
