"""The parts of a page, made one by one when they are asked for, are those made all at once."""

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.facets import FACET
from search import service
from search.model import Request
from search.present import suggestions
from search.present.highlights import Marker
from search.present.page import SHOWN
from search.present.snippets import snippet
from search.present.suggestions import also_searched, missing
from tests.search.threads import at_once
from tests.search.worlds import collection

WORDS = ["plans", "timely", "recording", "children", "care", "leavers", "not", "drift", "delay"]
ENOUGH = 60.0  # seconds
QUERIES = st.lists(
    st.sampled_from([*WORDS, '"not timely"', "-drift", "record*", "recodring", "OR", "grade:good"]),
    max_size=4,
).map(" ".join)
REQUESTS = st.builds(
    Request,
    QUERIES,
    filters=st.sampled_from([{}, {"grade": ("good",)}, {"theme": ("health", "education")}]),
    sort=st.sampled_from(["relevance", "newest", "oldest"]),
    match=st.sampled_from(["auto", "all", "most", "any"]),
    once_per_report=st.booleans(),
    start=st.integers(0, 3),
    limit=st.integers(0, 12),
    facets=st.sampled_from([(), ("grade", "theme"), tuple(FACET)]),
)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    chance = random.Random(7)
    reports = [
        (
            f"town-{number}",
            [
                (
                    f"{' '.join(chance.choices(WORDS, k=chance.randrange(1, 90)))}.",
                    {
                        "grade": chance.choice(["good", "inadequate", None]),
                        "themes": chance.choice([(), ("health",), ("health", "education")]),
                    },
                )
                for _ in range(chance.randrange(1, 9))
            ],
            {},
        )
        for number in range(12)
    ]
    return collection(tmp_path_factory.mktemp("world"), *reports)


@pytest.fixture(scope="module", autouse=True)
def time_enough():
    """No limit of time that one collection of Python's garbage, late in a long run, would pass."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(suggestions, "MOST_TIME", ENOUGH)
        yield


def search(snapshot, asked):
    return service.search(snapshot, asked, ENOUGH)


def json(page):
    return msgspec.json.encode(page.shown())


@settings(max_examples=60)
@given(REQUESTS, st.permutations(SHOWN))
def test_the_order_of_asking_changes_nothing(snapshot, asked, parts):
    page = search(snapshot, asked)
    for part in parts:
        getattr(page, part)
    for hit in reversed(page.hits):
        assert hit.snippet == snippet(hit.text, hit.marks)
    assert json(page) == json(search(snapshot, asked))


@settings(max_examples=60)
@given(REQUESTS)
def test_parts_are_those_that_are_made_of_the_query_at_once(snapshot, asked):
    page = search(snapshot, asked)
    node, parsed = page.found.node, page.found.parsed
    listed = page.found.listed.docs.tolist()
    assert [hit.paragraph for hit in page.hits] == [snapshot.paragraph(doc) for doc in listed]
    assert [hit.report.id for hit in page.hits] == [snapshot.report_at(doc).id for doc in listed]
    for hit in page.hits:
        assert hit.text == hit.paragraph.text
        assert hit.marks == Marker(node).marks(hit.text)
        assert hit.snippet == snippet(hit.text, hit.marks)
        assert hit.quote().matches == hit.matches
    assert page.also == also_searched(snapshot, parsed)
    assert page.missing == (() if page.total else missing(snapshot, parsed))
    assert [facet.key for facet in page.facets] == list(asked.facets)


@settings(max_examples=15)
@given(REQUESTS)
def test_threads_that_share_a_page_see_the_same(snapshot, asked):
    page = search(snapshot, asked)
    asks = [lambda part=part: getattr(page, part) for part in SHOWN]
    asks += [
        lambda hit=hit: (hit.marks, hit.snippet, hit.paragraph, hit.report) for hit in page.hits
    ]
    first, *others = at_once(*asks)
    for other in others:
        assert all(one is two for one, two in zip(first[: len(SHOWN)], other, strict=False))
        assert other == first
    assert json(page) == json(search(snapshot, asked))


def test_a_page_holds_everything_by_name(snapshot):
    found = msgspec.json.decode(
        json(search(snapshot, Request("plans", limit=1, facets=("grade",))))
    )
    assert tuple(found) == SHOWN
    (hit,) = found["hits"]
    assert list(hit) == ["paragraph", "report", "score", "marks", "snippet", "matches"]


def test_a_page_as_it_is_is_no_json(snapshot):
    with pytest.raises(TypeError):
        msgspec.json.encode(search(snapshot, Request("plans")))
