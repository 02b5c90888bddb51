"""The parts of a page, each computed when it is first asked for, are those computed at once."""

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.facets import FACET
from search import service
from search.model import Request
from search.present.highlights import Highlighter
from search.present.page import PARTS
from search.present.snippets import best_snippet
from search.present.suggestions.absences import missing_words
from search.present.suggestions.other_wordings import also_searched
from tests.search.clocks import AMPLE
from tests.search.threads import at_once
from tests.search.worlds import index_engine

WORDS = ["plans", "timely", "recording", "children", "care", "leavers", "not", "drift", "delay"]
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


def search(engine, request):
    return service.search(engine, request, AMPLE)


def json(page):
    return msgspec.json.encode(page.parts())


@settings(max_examples=60)
@given(REQUESTS, st.permutations(PARTS))
def test_the_order_of_asking_changes_nothing(engine, request_, parts):
    page = search(engine, request_)
    for part in parts:
        getattr(page, part)
    for hit in reversed(page.hits):
        assert hit.snippet.start <= hit.snippet.end <= len(hit.text)
    assert json(page) == json(search(engine, request_))


@settings(max_examples=60)
@given(REQUESTS)
def test_parts_are_those_that_the_query_gives_at_once(engine, request_):
    page = search(engine, request_)
    node, parsed = page.answer.node, page.plan.parsed
    refs = page.answer.listing.refs
    assert [hit.paragraph for hit in page.hits] == [engine.paragraph(ref) for ref in refs]
    assert [hit.report.id for hit in page.hits] == [engine.report_of(ref).id for ref in refs]
    for hit in page.hits:
        assert hit.text == hit.paragraph.text
        highlighter = Highlighter(node, [one.node for one in parsed.negations])
        expected = highlighter.marks_with_lead(hit.paragraph.lead, hit.text)
        assert (hit.lead_marks, hit.marks) == expected
        negated = highlighter.negations(hit.text)
        assert hit.snippet == best_snippet(hit.text, hit.marks, shown_first=negated)
        assert hit.quote().matches == hit.matches
    assert page.also == also_searched(engine, parsed)
    assert page.missing == (() if page.total else missing_words(engine, parsed))
    assert [facet.key for facet in page.facets] == list(request_.facets)


@settings(max_examples=15)
@given(REQUESTS)
def test_threads_that_share_a_page_see_the_same(engine, request_):
    page = search(engine, request_)
    parts = [lambda part=part: getattr(page, part) for part in PARTS]
    hits = [
        lambda hit=hit: (hit.marks, hit.snippet, hit.paragraph, hit.report) for hit in page.hits
    ]
    results, *others = at_once(*parts, *hits)
    for other in others:
        assert all(
            mine is theirs for mine, theirs in zip(results, other[: len(PARTS)], strict=False)
        )
        assert other == results
    assert json(page) == json(search(engine, request_))


def test_the_parts_of_a_page_have_names(engine):
    page = search(engine, Request("plans", limit=1, facets=("grade",)))
    parts = msgspec.json.decode(json(page))
    assert tuple(parts) == PARTS
    (hit,) = parts["hits"]
    assert list(hit) == [
        "paragraph",
        "report",
        "grades",
        "recognised",
        "score",
        "marks",
        "snippet",
        "matches",
        "lead_marks",
    ]


def test_a_page_itself_is_not_json(engine):
    with pytest.raises(TypeError):
        msgspec.json.encode(search(engine, Request("plans")))
