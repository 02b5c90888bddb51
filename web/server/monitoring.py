"""What a supervisor sees: alive, ready, figures, and one line of log for each request."""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Mapping

from flask import Blueprint, Flask, Response, abort, current_app, g, jsonify, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram
from prometheus_client.exposition import generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from web.server.supervisor import METRICS_DIRECTORY
from web.server.snapshots import snapshot
from web.settings import Value

blueprint = Blueprint("watch", __name__)
log = logging.getLogger("evidence.requests")
BUCKETS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 5.0)


class Figures:
    """Requests by page and status, and the seconds they took."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        names = ("endpoint", "status")
        self.requests = Counter(
            "evidence_requests", "Requests answered", names, registry=self.registry
        )
        self.seconds = Histogram(
            "evidence_seconds", "Time taken", names[:1], buckets=BUCKETS, registry=self.registry
        )

    def collected(self) -> CollectorRegistry:
        """Returns the figures of all processes that answer, summed."""
        if METRICS_DIRECTORY not in os.environ:
            return self.registry
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # theirs
        return registry


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Times and logs each request, and keeps figures where the settings ask for them."""
    if settings["metrics"]:
        app.extensions["figures"] = Figures()
    app.before_request(begin)
    app.after_request(note)


def begin() -> None:
    """Notes when the request came."""
    g.begun = time.perf_counter()


def note(response: Response) -> Response:
    """Logs one line of JSON about the request; never what was sent in its body."""
    seconds = time.perf_counter() - g.get("begun", time.perf_counter())
    line = {
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "from": request.remote_addr,
        "method": request.method,
        "path": request.full_path.rstrip("?"),
        "status": response.status_code,
        "bytes": response.content_length or response.calculate_content_length(),
        "ms": round(seconds * 1000, 1),
    }
    log.info(json.dumps(line))
    if figures := current_app.extensions.get("figures"):
        endpoint = request.endpoint or "none"
        figures.requests.labels(endpoint, response.status_code).inc()
        figures.seconds.labels(endpoint).observe(seconds)
    return response


@blueprint.get("/health")
def health() -> Response:
    """Says that the process answers."""
    return jsonify(status="alive")


@blueprint.get("/ready")
def ready() -> Response:
    """Says which commit of the collection is open. Answers 503 where none can be."""
    held = snapshot()
    return jsonify(
        status="ready",
        generation=held.generation,
        reports=held.report_count,
        paragraphs=held.paragraphs,
    )


@blueprint.get("/metrics")
def metrics() -> Response:
    """Answers with the figures in Prometheus' text format, where the settings ask for them."""
    figures = current_app.extensions.get("figures") or abort(404)
    return Response(generate_latest(figures.collected()), content_type=CONTENT_TYPE_LATEST)
