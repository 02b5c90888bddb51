"""Give each request one engine, and so one commit, for all that it asks of the index."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from flask import Flask, current_app, g

from search.engine import Engine
from search.local.engine import LocalEngines
from web.settings import Value


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Open the collection that the settings name; an index may still be missing then."""
    app.extensions["engines"] = LocalEngines(Path(str(settings["data"])))
    app.teardown_appcontext(release_engine)


def release_engine(error: BaseException | None) -> None:
    """End a request's hold of its commit, whoever may still hold the request."""
    g.pop("engine", None)


def engine() -> Engine:
    """Return the engine of the newest commit when this request first asked. Raise IndexingError."""
    if "engine" not in g:
        engines: LocalEngines = current_app.extensions["engines"]
        g.engine = engines.newest()
    request_engine: Engine = g.engine
    return request_engine
