"""Small collections to search, made from texts that a test names."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from index.collection import open_snapshot
from index.snapshot import Snapshot
from search.local.engine import LocalEngine, local_engine
from tests.index.reports import report
from tests.search.changes import Change, apply_changes


def make_reports(changes: Iterable[Any]) -> list[Change]:
    """Return changes, where a report may also be given as (name, texts, facts)."""
    return [
        report(change[0], *change[1], **change[2]) if isinstance(change, tuple) else change
        for change in changes
    ]


def index_snapshot(data: Path, *changes: Any) -> Snapshot:
    """Return the snapshot of an index at `data` after changes, as `make_reports` takes them."""
    apply_changes(data, make_reports(changes))
    return open_snapshot(data)


def index_engine(data: Path, *changes: Any) -> LocalEngine:
    """Return the local engine over an index at `data` after changes."""
    return local_engine(index_snapshot(data, *changes))
