"""Small collections to search, made in memory of texts that a test names."""

from pathlib import Path

from index.collection import open_snapshot
from index.snapshot import Snapshot
from index.writer import writing
from tests.index.reports import report


def collection(data: Path, *reports: object) -> Snapshot:
    """The snapshot of an index of reports, each given as (name, texts, fields) or as a Report."""
    with writing(data) as writer:
        for one in reports:
            writer.put(report(one[0], *one[1], **one[2]) if isinstance(one, tuple) else one)
    return open_snapshot(data)
