"""Where a request finds the collection: one snapshot for all that the request asks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from flask import Flask, current_app, g

from index.collection import Collection
from index.snapshot import Snapshot
from web.settings import Value


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Opens the collection that the settings name; an index may still be missing then."""
    app.extensions["evidence"] = Collection(Path(str(settings["data"])))
    app.teardown_appcontext(let_go)


def let_go(error: BaseException | None) -> None:
    """Ends a request's hold of its commit, whoever may still hold the request."""
    g.pop("snapshot", None)


def snapshot() -> Snapshot:
    """Returns the newest commit as it was when this request first asked. Raises IndexingError."""
    if "snapshot" not in g:
        collection: Collection = current_app.extensions["evidence"]
        g.snapshot = collection.snapshot()
    held: Snapshot = g.snapshot
    return held
