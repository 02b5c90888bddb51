"""Answer /health, /ready and /metrics, and log each request as a line of JSON."""

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

from web.server.request_engine import engine
from web.server.supervisor import SHARED_DIRECTORY
from web.settings import Value

# Its name is part of a label of the metrics, so that it stays as it once was.
blueprint = Blueprint("watch", __name__)
log = logging.getLogger("evidence.requests")
BUCKETS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 5.0)  # seconds


class Metrics:
    """Counts of requests by endpoint and status, and a histogram of the seconds they took."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("endpoint", "status")
        self.requests = Counter(
            "evidence_requests", "Requests answered", labels, registry=self.registry
        )
        self.seconds = Histogram(
            "evidence_seconds", "Time taken", labels[:1], buckets=BUCKETS, registry=self.registry
        )

    def collect(self) -> CollectorRegistry:
        """Return the metrics of all processes that answer, summed."""
        if SHARED_DIRECTORY not in os.environ:
            return self.registry
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # theirs
        return registry


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Time and log each request, and keep metrics where the settings ask for them."""
    if settings["metrics"]:
        app.extensions["metrics"] = Metrics()
    app.before_request(start_timer)
    app.after_request(record_request)


def start_timer() -> None:
    """Note when the request came."""
    g.started = time.perf_counter()


def record_request(response: Response) -> Response:
    """Log one line of JSON about the request; never what was sent in its body."""
    seconds = time.perf_counter() - g.get("started", time.perf_counter())
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
    if metrics := current_app.extensions.get("metrics"):
        endpoint = request.endpoint or "none"
        metrics.requests.labels(endpoint, response.status_code).inc()
        metrics.seconds.labels(endpoint).observe(seconds)
    return response


@blueprint.get("/health")
def health() -> Response:
    """Say that the process answers."""
    return jsonify(status="alive")


@blueprint.get("/ready")
def ready() -> Response:
    """Say which commit of the collection is open. Answer 503 where none can be."""
    state = engine().state
    return jsonify(
        status="ready",
        generation=state.generation,
        reports=state.reports,
        paragraphs=state.paragraphs,
    )


@blueprint.get("/metrics")
def metrics() -> Response:
    """Answer with the metrics in Prometheus' text format, where the settings ask for them."""
    collected: Metrics = current_app.extensions.get("metrics") or abort(404)
    return Response(generate_latest(collected.collect()), content_type=CONTENT_TYPE_LATEST)
