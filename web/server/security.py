"""What keeps the service safe: response headers, and how much one address may ask."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask, current_app, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_talisman import Talisman

from web.server.admission import ALWAYS
from web.server.tally import Tally
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


def rate() -> str:
    """Returns what one address may ask of any page."""
    return str(current_app.config["RATE"])


def heavy_rate() -> str:
    """Returns what one address may ask of exports, feeds and drafts."""
    return str(current_app.config["HEAVY_RATE"])


def unlimited() -> bool:
    """Returns whether the settings ask for no limit, or the address must always answer."""
    return not current_app.config["RATE"] or request.endpoint in ALWAYS


limiter = Limiter(
    get_remote_address,
    default_limits=[rate],
    default_limits_exempt_when=unlimited,
    storage_uri=f"{Tally.STORAGE_SCHEME[0]}://",
)
heavy = limiter.limit(heavy_rate, exempt_when=unlimited)


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
    app.config["RATE"] = settings["rate"]
    app.config["HEAVY_RATE"] = settings["heavy_rate"]
    limiter.init_app(app)
