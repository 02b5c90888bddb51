"""Build the Flask application from its parts."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from flask import Flask
from flask_bootstrap import Bootstrap5
from flask_compress import Compress
from werkzeug.middleware.proxy_fix import ProxyFix

from corpus.registry import registry
from web.api import routes
from web.pages import crawlers, doubts, reports, search, template_filters, wording
from web.pages.files import exports, feeds, workbooks
from web.pages.followup import authorities, counter_evidence, peers, recommendations, side_by_side
from web.pages.topics import grades, timeline
from web.server import (
    admission,
    answer_limits,
    error_handlers,
    monitoring,
    request_engine,
    request_parameters,
    response_cache,
    security,
    slow_clients,
)
from web.server.host_names import normalize_host, trusted_hosts
from web.server.query_encoding import encode_query
from web.settings import Value, load_settings

DAY_SECONDS = 86_400
COMPRESSED_TYPES = [
    "text/html",
    "text/css",
    "text/csv",
    "text/javascript",
    "application/json",
    "application/atom+xml",
    "image/svg+xml",
]
PARTS_WITH_ADDRESSES = (
    *(search, reports, doubts, crawlers),
    *(authorities, peers, recommendations, side_by_side, counter_evidence),
    *(wording, grades, timeline),
    *(exports, feeds, workbooks),
    *(routes, monitoring),
)
ENCODINGS = ["zstd", "br", "gzip", "deflate"]  # of exports too, as of all that is not streamed


def build_app(given: Mapping[str, Value]) -> Flask:
    """Return the application. Raise BadSetting, or DataError for a mistake in a framework."""
    file = os.environ.get("EVIDENCE_SETTINGS")
    settings = load_settings(os.environ, Path(file) if file else None, given)
    registry.use_folder(str(settings["frameworks"]))
    app = Flask(__name__)
    app.config.update(flask_configuration(settings))
    app.wsgi_app = normalize_host(app.wsgi_app)  # type: ignore[method-assign, assignment]
    proxies = int(settings["proxies"])
    if proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # Flask's documented way
            app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies, x_prefix=proxies
        )
    app.wsgi_app = encode_query(app.wsgi_app)  # type: ignore[method-assign, assignment]
    for part in (
        monitoring,
        security,
        request_parameters,
        admission,
        request_engine,
        response_cache,
        error_handlers,
        template_filters,
        slow_clients,
    ):
        part.init_app(app, settings)
    Bootstrap5(app)
    # Answers go through these in reverse order: read, compressed, handed over by slow_clients.
    Compress(app)
    answer_limits.init_app(app, settings)
    app.after_request(slow_clients.read_file)
    for part in PARTS_WITH_ADDRESSES:
        app.register_blueprint(part.blueprint)
    return app


def flask_configuration(settings: Mapping[str, Value]) -> dict[str, object]:
    """Return the configuration of Flask and its extensions for our settings."""
    return {
        "EVIDENCE": dict(settings),
        "BOOTSTRAP_SERVE_LOCAL": True,
        "COMPRESS_LEVEL": response_cache.COMPRESSION_LEVEL,
        "COMPRESS_BR_LEVEL": response_cache.COMPRESSION_LEVEL,
        "COMPRESS_MIMETYPES": COMPRESSED_TYPES,
        "COMPRESS_ALGORITHM_STREAMING": ENCODINGS,
        "EXPORT_ROWS": settings["rows"],
        "MAX_CONTENT_LENGTH": settings["body"],
        "SEND_FILE_MAX_AGE_DEFAULT": DAY_SECONDS,
        "TRUSTED_HOSTS": trusted_hosts(str(settings["hosts"])),
    }
