"""Small indexes to kill, damage and fill: made of invented reports in several commits."""

import os
from datetime import date

from index.errors import NotAnIndex
from index.writer import writing
from search.local.engine import open_engine
from search.model import Request
from search.service import search
from tests.index.reports import report

# Minutes of load in the long form of the tests, which also try more cases of everything; else 0.
SOAK = float(os.environ.get("EVIDENCE_SOAK", 0))
QUERIES = ("children", '"not yet timely"', "plans OR visits", "care*", "grade:good", "lap")


def visit(name, lap=1, paragraphs=3):
    """A report of which every paragraph names its lap."""
    texts = [
        f"Children in care say in lap {lap} that plan {number} of {name} is not yet timely."
        for number in range(paragraphs)
    ]
    day, title = date(2021, 3, 1 + lap % 28), f"{name} in lap {lap}"
    return report(name, *texts, day=day, file=f"{name}.md", title=title)


def make_index(data):
    """Make an index of three commits: six reports, one of them replaced and one removed."""
    with writing(data) as writer:
        for name in ("ash", "elm", "oak", "yew"):
            writer.put(visit(name))
    with writing(data) as writer:
        writer.put(visit("fir"))
        writer.put(visit("ash", lap=2))
    with writing(data) as writer:
        writer.remove("yew")


def titles_by_report(data):
    """The title of each report in the index, by its id; none before its first commit."""
    try:
        return {report.id: report.title for report in open_engine(data).reports()}
    except NotAnIndex:
        return {}


def answers(data):
    """The total and all paragraphs that each of QUERIES is answered with."""
    engine = open_engine(data)
    pages = (search(engine, Request(query, limit=50)) for query in QUERIES)
    return [(page.total, [hit.paragraph.id for hit in page.hits]) for page in pages]
