"""The table of choices: its defaults are those of a Request, and what it lacks is refused."""

import pytest

from index.facets import THEME_COLUMNS
from search.choices import CHOICES, MATCH, ORDER, SORT, THEME_BY, UNIT
from search.errors import BadRequest
from search.model import Request


@pytest.mark.parametrize("name", CHOICES)
def test_the_default_is_that_of_a_request(name):
    assert CHOICES[name].name == name
    assert CHOICES[name].default == getattr(Request(), name)


@pytest.mark.parametrize(
    ("parameter", "keys"),
    [
        (SORT, ("relevance", "newest", "oldest")),
        (MATCH, ("auto", "all", "most", "any")),
        (UNIT, ("paragraphs", "reports")),
        (THEME_BY, tuple(THEME_COLUMNS)),
        (ORDER, ("right", "left", "date")),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_the_keys_are_those_of_addresses(parameter, keys):
    assert parameter.keys == keys
    for key in keys:
        parameter.check(key)


def test_a_value_has_its_label():
    assert THEME_BY.label("section") == "their section"


def test_another_value_is_refused_by_name():
    with pytest.raises(BadRequest, match="unit has no value 'pages'; choose from paragraphs, rep"):
        UNIT.check("pages")
