"""Random collections and requests, the whole way: every engine gives the pages of the fake."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search import service
from search.choices import ORDER
from search.engine import Engine
from search.model import Request, RequestOffer
from search.present.page import PARTS, Page
from search.wording import compare, concordance, distinctive, like_paragraph, profile
from tests.search.changes import reports_after
from tests.search.clocks import AMPLE
from tests.search.engines.builders import COMPARED_ENGINES
from tests.search.engines.fake import FakeEngine
from tests.search.strategies import REPORT_IDS, changes, requests

PARTS_OF_EVERY_ENGINE = set(PARTS) - {"hits", "generation"}


def page_of(engine: Engine, request: Request) -> object:
    """Return the parts of a page; where the order of relevance chose the hits, only how many."""
    page = service.search(engine, request, AMPLE)
    parts = page.parts()
    assert len(parts["hits"]) == len(page.hits)
    check_figures(engine, page)
    hits = [replace(hit, score=0.0) for hit in parts["hits"]]
    if request.sort == "relevance":
        is_whole = request.start == 0 and len(hits) == page.total and not request.by_report
        hits = sorted(hits, key=lambda hit: hit.paragraph.id) if is_whole else len(hits)
    return {name: parts[name] for name in PARTS_OF_EVERY_ENGINE}, hits


def offers(page: Page) -> Iterator[RequestOffer]:
    """Yield all offers of a page, each with the number of paragraphs that it finds."""
    yield from (*page.suggestions, *page.scopes, *page.removals)
    if page.exactly:
        yield page.exactly


def check_figures(engine: Engine, page: Page) -> None:
    """Check that each figure of a page is what a click on it gives."""
    for offer in offers(page):
        assert service.search(engine, offer.request, AMPLE).total == offer.paragraphs
    if page.totals:
        as_typed = service.search(engine, page.as_typed, AMPLE)
        assert as_typed.total == page.total_as_typed
        assert as_typed.reports == page.reports_as_typed


def lines_of(engine: Engine, request: Request, order: str, inflected: bool) -> object:
    """Return a concordance; where lines may be in another order, all of them in one order."""
    if order == "date":
        return concordance(engine, request, order, inflected)
    whole = concordance(engine, replace(request, start=0, limit=1000), order, inflected)
    return replace(whole, lines=sorted(map(repr, whole.lines)))


@pytest.mark.parametrize("name", COMPARED_ENGINES)
@settings(max_examples=60)
@given(
    changes,
    requests,
    requests,
    st.sampled_from(ORDER.keys),
    st.booleans(),
    st.sampled_from([f"{name}/p1" for name in REPORT_IDS]),
)
def test_every_page_is_that_of_the_fake(
    name, changes, request, other, order, inflected, paragraph_id
):
    fake = FakeEngine(reports_after(changes))
    with COMPARED_ENGINES[name](changes) as engine:
        for searched in (request, other):
            assert page_of(engine, searched) == page_of(fake, searched)
        for ask in (
            lambda engine: lines_of(engine, request, order, inflected),
            lambda engine: profile(engine, request, AMPLE),
            lambda engine: compare(engine, request, other.query, AMPLE),
            lambda engine: distinctive(engine, request, 10, AMPLE),
            lambda engine: service.paragraph_in_context(engine, paragraph_id),
            lambda engine: service.reports(engine),
            lambda engine: service.reports_on(engine, "Elm"),
            lambda engine: grades_of(like_paragraph(engine, paragraph_id, request)),
        ):
            assert ask(engine) == ask(fake)


def grades_of(precedents: object) -> object:
    """Return the grades that have precedents; which these are depends on the order of relevance."""
    return precedents and [grade for grade, _ in precedents.grades]
