"""How the Flask application is put together from its parts."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from flask import Flask
from flask_bootstrap import Bootstrap5
from flask_compress import Compress
from werkzeug.middleware.proxy_fix import ProxyFix

from web.api import routes
from web.pages import exports, reports, search, template_filters, wording
from web.server import (
    admission,
    error_handlers,
    monitoring,
    response_cache,
    security,
    slow_clients,
    snapshots,
)
from web.server.wire import quoted
from web.settings import Value, load

A_DAY = 86_400


def build(given: Mapping[str, Value]) -> Flask:
    """Returns the application. Raises BadSetting."""
    file = os.environ.get("EVIDENCE_SETTINGS")
    settings = load(os.environ, Path(file) if file else None, given)
    app = Flask(__name__)
    app.config.update(configuration(settings))
    proxies = int(settings["proxies"])
    if proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # Flask's documented way
            app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies, x_prefix=proxies
        )
    app.wsgi_app = quoted(app.wsgi_app)  # type: ignore[method-assign, assignment]
    for part in (
        slow_clients,
        monitoring,
        admission,
        security,
        snapshots,
        response_cache,
        error_handlers,
        template_filters,
    ):
        part.init_app(app, settings)
    Bootstrap5(app)
    Compress(app)
    for part in (search, reports, wording, exports, routes, monitoring):
        app.register_blueprint(part.blueprint)
    return app


def configuration(settings: Mapping[str, Value]) -> dict[str, object]:
    """Returns Flask's own configuration for our settings."""
    return {
        "EVIDENCE": dict(settings),
        "BOOTSTRAP_SERVE_LOCAL": True,
        "COMPRESS_LEVEL": response_cache.LEVEL,
        "COMPRESS_BR_LEVEL": response_cache.LEVEL,
        "EXPORT_ROWS": settings["rows"],
        "COMPRESS_MIMETYPES": COMPRESSED,
        "MAX_CONTENT_LENGTH": settings["body"],
        "SEND_FILE_MAX_AGE_DEFAULT": A_DAY,
        "TRUSTED_HOSTS": str(settings["hosts"]).split(),
    }


COMPRESSED = [
    "text/html",
    "text/css",
    "text/csv",
    "text/javascript",
    "application/json",
    "application/atom+xml",
    "image/svg+xml",
]
