"""Send security headers, and limit how often one address may ask for what takes long."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask, Response, current_app
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_talisman import Talisman

from web.settings import Value

# Nothing is inline and nothing comes from elsewhere; Bootstrap's own icons are data: images.
CONTENT_SECURITY_POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
# granian names itself where nothing else is said: which server this is concerns nobody.
SERVER = "evidence-search"


def heavy_rate() -> str:
    """Return how often one address may ask for exports, feeds and drafts, "" for no limit."""
    return str(current_app.config["HEAVY_RATE"])


# Counts are kept in this process, for as long as the window of the rate.
limiter = Limiter(get_remote_address, storage_uri="memory://")
heavy = limiter.limit(heavy_rate, exempt_when=lambda: not heavy_rate())


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Send the usual security headers, and limit the rate of each address."""
    https = bool(settings["https"])
    Talisman(
        app,
        force_https=https,
        strict_transport_security=https,
        session_cookie_secure=https,
        content_security_policy=CONTENT_SECURITY_POLICY,
        frame_options="DENY",
        referrer_policy="same-origin",
    )
    app.config["HEAVY_RATE"] = settings["heavy_rate"]
    limiter.init_app(app)
    app.after_request(name_server)


def name_server(response: Response) -> Response:
    """Name this service as what answers, not the server under it."""
    response.headers["Server"] = SERVER
    return response
