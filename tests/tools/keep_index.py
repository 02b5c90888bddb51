"""Keep a small index of today's format in the tests, for ever: python -m tests.tools.keep_index

Run it once, when the format is new. What is kept is never made again: it is what programs that
are in use have written.
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
from tests.reliability.worlds import QUERIES, make_index
from tests.web.conftest import REPORTS

KEPT = Path(__file__).parent.parent / "reliability" / "kept"


def place(version):
    """The directory of the index that is kept of a version of the format."""
    return KEPT / f"format-{version}"


def describe(data):
    """What an index holds and answers, as JSON; answers may come in another order some day."""
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
    """Make the index at `data`, of several commits, and write its description beside it."""
    make_index(data)
    with writing(data) as writer:
        for report in REPORTS:
            writer.put(report)
    (data / LOCK_FILE).unlink()
    description = json.dumps(describe(data), indent=1)
    data.with_suffix(".json").write_text(description + "\n", "utf-8")


if __name__ == "__main__":
    if place(FORMAT_VERSION).exists():
        sys.exit(
            f"{place(FORMAT_VERSION)}: format {FORMAT_VERSION} is kept already; "
            "raise FORMAT_VERSION in index/segments/arrays.py"
        )
    keep(place(FORMAT_VERSION))
