"""What keeps the service safe: response headers, and how much one address may ask."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask, current_app
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_talisman import Talisman

from web.settings import Value

# Nothing is inline and nothing comes from elsewhere; Bootstrap's own icons are data: images.
POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


def heavy_rate() -> str:
    """Return how often one address may ask for exports, feeds and drafts, "" for no limit."""
    return str(current_app.config["HEAVY_RATE"])


limiter = Limiter(get_remote_address, storage_uri="memory://")
heavy = limiter.limit(heavy_rate, exempt_when=lambda: not heavy_rate())


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Sends the usual security headers, and limits the rate of each address."""
    https = bool(settings["https"])
    Talisman(
        app,
        force_https=https,
        strict_transport_security=https,
        session_cookie_secure=https,
        content_security_policy=POLICY,
        frame_options="DENY",
        referrer_policy="same-origin",
    )
    app.config["HEAVY_RATE"] = settings["heavy_rate"]
    limiter.init_app(app)
