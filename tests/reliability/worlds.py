"""Small indexes to kill, damage and fill: made by steps, each a commit, of invented reports."""

import os
from datetime import date

from index.errors import NotAnIndex
from index.writer import writing
from search.local.engine import open_engine
from search.model import Request
from search.service import search
from tests.index.reports import report

# The long forms of the tests: so many minutes of load, and more cases of everything else.
SOAK = float(os.environ.get("EVIDENCE_SOAK", 0))
QUERIES = ("children", '"not yet timely"', "plans OR visits", "care*", "grade:good", "lap")


def visit(name, lap=1, paragraphs=3):
    """A report whose paragraphs all say which lap they are of."""
    texts = [
        f"Children in care say in lap {lap} that plan {number} of {name} is not yet timely."
        for number in range(paragraphs)
    ]
    return report(name, *texts, day=date(2021, 3, 1 + lap % 28), file=f"{name}-{lap}.md")


def begun(data):
    """An index of three commits: six reports, one of them replaced and one removed."""
    with writing(data) as writer:
        for name in ("ash", "elm", "oak", "yew"):
            writer.put(visit(name))
    with writing(data) as writer:
        writer.put(visit("fir"))
        writer.put(visit("ash", lap=2))
    with writing(data) as writer:
        writer.remove("yew")


def held(data):
    """What the index holds: each report's id with its file. Nothing, before its first commit."""
    try:
        return {one.id: one.source.file for one in open_engine(data).reports()}
    except NotAnIndex:
        return {}


def answers(data):
    """What each of QUERIES is answered, whole."""
    engine = open_engine(data)
    pages = (search(engine, Request(query, limit=50)) for query in QUERIES)
    return [(page.total, [hit.paragraph.id for hit in page.hits]) for page in pages]
