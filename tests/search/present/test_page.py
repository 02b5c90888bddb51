"""The parts of a page, made one by one when they are asked for, are those made all at once."""

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.facets import FACET
from search import service
from search.budget import Budget
from search.model import Request
from search.present import suggestions
from search.present.highlights import Highlighter
from search.present.page import PARTS
from search.present.snippets import best_snippet
from search.present.suggestions import also_searched, missing_words
from tests.search.threads import at_once
from tests.search.worlds import index_engine

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
def engine(tmp_path_factory):
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
    return index_engine(tmp_path_factory.mktemp("world"), *reports)


@pytest.fixture(scope="module", autouse=True)
def time_enough():
    """No limit of time that one collection of Python's garbage, late in a long run, would pass."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(suggestions, "COUNTING_SECONDS", ENOUGH)
        yield


def search(engine, asked):
    return service.search(engine, asked, Budget(ENOUGH))


def json(page):
    return msgspec.json.encode(page.parts())


@settings(max_examples=60)
@given(REQUESTS, st.permutations(PARTS))
def test_the_order_of_asking_changes_nothing(engine, asked, parts):
    page = search(engine, asked)
    for part in parts:
        getattr(page, part)
    for hit in reversed(page.hits):
        assert hit.snippet == best_snippet(hit.text, hit.marks)
    assert json(page) == json(search(engine, asked))


@settings(max_examples=60)
@given(REQUESTS)
def test_parts_are_those_that_are_made_of_the_query_at_once(engine, asked):
    page = search(engine, asked)
    node, parsed = page.answer.node, page.plan.parsed
    listed = page.answer.listing.refs
    assert [hit.paragraph for hit in page.hits] == [engine.paragraph(ref) for ref in listed]
    assert [hit.report.id for hit in page.hits] == [engine.report_of(ref).id for ref in listed]
    for hit in page.hits:
        assert hit.text == hit.paragraph.text
        assert hit.marks == Highlighter(node).marks(hit.text)
        assert hit.snippet == best_snippet(hit.text, hit.marks)
        assert hit.quote().matches == hit.matches
    assert page.also == also_searched(engine, parsed)
    assert page.missing == (() if page.total else missing_words(engine, parsed))
    assert [facet.key for facet in page.facets] == list(asked.facets)


@settings(max_examples=15)
@given(REQUESTS)
def test_threads_that_share_a_page_see_the_same(engine, asked):
    page = search(engine, asked)
    asks = [lambda part=part: getattr(page, part) for part in PARTS]
    asks += [
        lambda hit=hit: (hit.marks, hit.snippet, hit.paragraph, hit.report) for hit in page.hits
    ]
    first, *others = at_once(*asks)
    for other in others:
        assert all(one is two for one, two in zip(first[: len(PARTS)], other, strict=False))
        assert other == first
    assert json(page) == json(search(engine, asked))


def test_a_page_holds_everything_by_name(engine):
    found = msgspec.json.decode(json(search(engine, Request("plans", limit=1, facets=("grade",)))))
    assert tuple(found) == PARTS
    (hit,) = found["hits"]
    assert list(hit) == ["paragraph", "report", "score", "marks", "snippet", "matches"]


def test_a_page_as_it_is_is_no_json(engine):
    with pytest.raises(TypeError):
        msgspec.json.encode(search(engine, Request("plans")))
