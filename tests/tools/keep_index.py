"""Keeps a small index of today's format in the tests, for ever: python -m tests.tools.keep_index

Run it once where the format is new. What is kept is never made again: it is what programs wrote
that are in use.
"""

import json
import sys
from pathlib import Path

from corpus import contract
from index.segments.arrays import FORMAT_VERSION
from index.whoosh.storage import LOCK_FILE
from index.writer import writing
from search.local.engine import open_engine
from search.model import Request
from search.service import search
from tests.reliability.worlds import QUERIES, begun
from tests.web.conftest import REPORTS

KEPT = Path(__file__).parent.parent / "reliability" / "kept"


def place(version):
    """The directory of the index that is kept of a version of the format."""
    return KEPT / f"format-{version}"


def told(data):
    """What an index holds and answers, as JSON has it; in which order it answers may change."""
    engine = open_engine(data)
    reports = [engine.report(report.id) for report in engine.reports()]
    return json.loads(
        json.dumps(
            {
                "reports": {report.id: contract.to_json(report) for report in reports},
                "answers": {query: answer(engine, query) for query in QUERIES},
            }
        )
    )


def answer(engine, query):
    page = search(engine, Request(query, limit=50))
    return [page.total, page.reports, sorted(hit.paragraph.id for hit in page.hits)]


def keep(data):
    """Makes the index at `data`, of several commits, and writes beside it what it tells."""
    begun(data)
    with writing(data) as writer:
        for report in REPORTS:
            writer.put(report)
    (data / LOCK_FILE).unlink()
    data.with_suffix(".json").write_text(json.dumps(told(data), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    if place(FORMAT_VERSION).exists():
        sys.exit(
            f"{place(FORMAT_VERSION)}: format {FORMAT_VERSION} is kept already; "
            "raise FORMAT_VERSION in index/segments/arrays.py"
        )
    keep(place(FORMAT_VERSION))
