"""Names and dates of a query are offered as filters, where these find something."""

from datetime import date

from search.model import Request
from search.service import search
from tests.search.clocks import AMPLE


def test_names_and_dates_are_offered_as_filters(build_engine):
    engine = build_engine(
        ("ash", ["Neglect in Ash was seen.", "Neglect."], {"day": date(2021, 1, 2)}),
        ("elm", ["Neglect.", ("Good.", {"grade": "inadequate"})], {"day": date(2019, 1, 2)}),
    )
    page = search(engine, Request("neglect in Ash since 2020"), AMPLE)
    (offer,) = page.scopes
    assert (offer.text, offer.paragraphs) == ("Only reports on Ash, since 2020", 2)
    assert offer.request.query == "neglect"
    assert offer.request.filters == {"authority": ("Ash",)}
    assert offer.request.since == date(2020, 1, 1)
    assert search(engine, offer.request, AMPLE).scopes == ()
    asked = Request("neglect in Ash", filters={"authority": ("Elm",)})
    assert search(engine, asked, AMPLE).scopes == ()
    assert search(engine, Request("neglect in 2019", since=date(2010, 1, 1)), AMPLE).scopes == ()
    assert search(engine, Request("neglect in 2015"), AMPLE).scopes == ()  # it would find nothing
    (undated,) = search(engine, Request("neglect in Ash since 2022"), AMPLE).scopes
    assert (undated.text, undated.paragraphs) == (
        "Only reports on Ash (nothing found since 2022)",
        2,
    )
    assert (undated.request.query, undated.request.since) == ("neglect", None)
    filtered = Request("neglect in Ash since 2022", since=date(2010, 1, 1))  # 2022 is not tried
    (undated,) = search(engine, filtered, AMPLE).scopes
    assert undated.text == "Only reports on Ash"
    (graded,) = search(engine, Request("inadequate"), AMPLE).scopes
    assert (graded.text, graded.paragraphs) == ("Only paragraphs graded inadequate", 1)
