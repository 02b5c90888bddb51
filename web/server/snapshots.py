"""Give each request one snapshot of the collection, for all that it reads."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from flask import Flask, current_app, g

from index.collection import Collection
from index.snapshot import Snapshot
from web.settings import Value


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Open the collection that the settings name; an index may still be missing then."""
    app.extensions["collection"] = Collection(Path(str(settings["data"])))
    app.teardown_appcontext(release_snapshot)


def release_snapshot(error: BaseException | None) -> None:
    """End the request's hold of its snapshot, whatever may still hold the request."""
    g.pop("snapshot", None)


def snapshot() -> Snapshot:
    """Return the newest commit as it was when this request first asked. Raise IndexingError."""
    if "snapshot" not in g:
        collection: Collection = current_app.extensions["collection"]
        g.snapshot = collection.snapshot()
    newest: Snapshot = g.snapshot
    return newest
