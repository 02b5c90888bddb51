"""Small collections to search, indexed from texts that a test names."""

from pathlib import Path

from index.collection import open_snapshot
from index.snapshot import Snapshot
from index.writer import writing
from search.local.engine import LocalEngine, local_engine
from tests.index.reports import report


def index_snapshot(data: Path, *reports: object) -> Snapshot:
    """The snapshot of an index of reports, each given as (name, texts, fields) or as a Report."""
    with writing(data) as writer:
        for item in reports:
            is_tuple = isinstance(item, tuple)
            writer.put(report(item[0], *item[1], **item[2]) if is_tuple else item)
    return open_snapshot(data)


def index_engine(data: Path, *reports: object) -> LocalEngine:
    """The local engine of an index of reports."""
    return local_engine(index_snapshot(data, *reports))
