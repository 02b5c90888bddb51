"""A name or date that a query asks to leave out is told from one that it asks for."""

import pytest

from search.language.understanding.exclusions import is_any_excluded
from search.model import Span


@pytest.mark.parametrize(
    "query",
    [
        *("neglect except Kent", "neglect except for Kent", "neglect not in Kent"),
        *("outside Kent neglect", "neglect outside of the county of Kent", "EXCLUDING Kent"),
        *("neglect in all authorities other than Kent", "neglect but not reports on Kent"),
        *("neglect, Kent excluded", "neglect apart  from Kent", "neglect anywhere but Kent"),
        "neglect with the exception of Kent County Council",
    ],
)
def test_what_is_left_out(query):
    at = query.index("Kent")
    assert is_any_excluded(query, [Span(0, 1), Span(at, at + 4)])


@pytest.mark.parametrize(
    "query",
    [
        *("neglect in Kent", "Kent", "not seen in Kent", "no drift in Kent", "exceptional Kent"),
        *("outside school in Kent", "Kent except drift", "Kent apartments", "knot Kent"),
    ],
)
def test_what_is_not(query):
    at = query.index("Kent")
    assert not is_any_excluded(query, [Span(at, at + 4)])
