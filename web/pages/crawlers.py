"""robots.txt: crawlers may read reports, and stay out of the endless combinations of filters."""

from __future__ import annotations

from flask import Blueprint, Response

from web.links import page_url
from web.server.request_parameters import PARAMETERS

blueprint = Blueprint("crawlers", __name__)


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Say what crawlers are asked to leave alone: searches, exports, comparisons and the API."""
    root = page_url("pages.search")
    folders = [
        f"{root}{name}"
        for name in ("search.", "wording/", "side-by-side/", "counter-evidence/", "api/")
    ]
    # The star is of RFC 9309. Simple crawlers compare beginnings, and need every name.
    searches = [f"{root}*?", *(f"{root}?{name}=" for name in PARAMETERS["pages.search"])]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in (*folders, *searches))]
    return Response("\n".join([*lines, ""]), mimetype="text/plain")
