"""Facets and choices stand in one table each: everything derived from it agrees, in one order."""

import re

import click
import pytest
from werkzeug.datastructures import MultiDict

from index.facets import FACET, FACETS, FILTER
from search.choices import CHOICES, ORDER
from search.language.fields import FIELDS
from search.language.parser import parse
from search.model import Request
from search.present.sentence import sentence
from tests.source_tree import ROOT
from web.address import FACET_KEYS, parse_request, query_pairs
from web.api.endpoints import ENDPOINTS
from web.api.openapi import FILTER_PARAMETERS, SEARCH_PARAMETERS
from web.commands.search import search
from web.pages.exports import COLUMNS

KEYS = ["theme", "grade", "area", "kind", "polarity", "framework", "year", "region", "authority"]
DOCS = ROOT / "docs"
PARAMETERS = {parameter.name: parameter for parameter in SEARCH_PARAMETERS}
OPTIONS = {option.name: option for option in search.params if isinstance(option, click.Option)}
EVERY_FILTER = Request(filters=dict.fromkeys(FILTER, ("x",)))


def words(text):
    """The names of facets in a text, in order."""
    return [word for word in re.findall(r"\w+", text) if word in FACET]


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(list(FACET), id="table"),
        pytest.param(list(FACET_KEYS), id="address"),
        pytest.param([key for key, _ in query_pairs(EVERY_FILTER)], id="query string"),
        pytest.param([parameter.name for parameter in FILTER_PARAMETERS], id="filters of the API"),
        pytest.param([name for name in PARAMETERS if name in FACET], id="search of the API"),
        pytest.param([name for name in OPTIONS if name in FACET], id="options of the command"),
        pytest.param([field for field in FIELDS if field != "report"], id="query language"),
        pytest.param(
            words(re.search("`theme`.*? filter", (DOCS / "api.md").read_text(), re.DOTALL)[0]),
            id="docs of the API",
        ),
        pytest.param(
            words(re.search("a field: .*", (DOCS / "query-language.md").read_text())[0]),
            id="docs of the query language",
        ),
    ],
)
def test_facets_come_in_one_order(keys):
    assert keys == KEYS


def test_pages_and_answers_list_facets_in_that_order(client):
    page = client.get("/?q=recording").get_data(as_text=True)
    labels = re.findall(r"<summary><h3>(\w+)</h3></summary>", page)
    shown = [facet.label for facet in FACETS if facet.label in labels]
    assert labels[: len(shown)] == shown
    answer = client.get("/api/search?q=recording").get_json()
    assert [facet["key"] for facet in answer["facets"]] == KEYS


def test_the_export_has_a_column_for_every_facet_but_the_year():
    headings = {heading.removesuffix("s") for heading, _ in COLUMNS}
    assert set(KEYS) - headings == {"year"}
    assert "published" in headings


@pytest.mark.parametrize("field", FILTER.values(), ids=FILTER)
def test_the_sentence_leads_into_every_filter(field):
    (part,) = sentence(Request(filters={field.key: ("x",)}), parse(""), "all")
    assert (part.lead, part.text) == (field.lead, "x")


@pytest.mark.parametrize("facet", FACETS, ids=FACET)
def test_a_closed_set_is_one_for_program_and_person(facet):
    choices = [choice.key for choice in facet.choices]
    assert PARAMETERS[facet.key].schema.get("enum", []) == choices
    assert list(getattr(OPTIONS[facet.key].type, "choices", ())) == choices
    assert PARAMETERS[facet.key].help == facet.help


@pytest.mark.parametrize("parameter", CHOICES.values(), ids=CHOICES)
def test_a_choice_is_one_for_program_and_person(client, parameter):
    keys = list(parameter.keys)
    assert PARAMETERS[parameter.name].schema["enum"] == keys
    assert PARAMETERS[parameter.name].help == parameter.help
    assert list(OPTIONS[parameter.name].type.choices) == keys
    assert OPTIONS[parameter.name].default == parameter.default
    assert getattr(parse_request(MultiDict()).request, parameter.name) == parameter.default
    page = client.get("/?q=recording").get_data(as_text=True)
    (select,) = re.findall(rf'<select [^>]*name="{parameter.name}".*?</select>', page, re.DOTALL)
    options = re.findall(r'<option value="(\w+)"(?: selected)?>([^<]+)<', select)
    assert options == [(choice.key, choice.label) for choice in parameter.choices]


def test_the_order_of_a_concordance_is_one_of_its_choices(client):
    (endpoint,) = [endpoint for endpoint in ENDPOINTS if endpoint.name == "concordance"]
    (parameter,) = [one for one in endpoint.parameters if one.name == ORDER.name]
    assert (parameter.schema["enum"], parameter.help) == (list(ORDER.keys), ORDER.help)
    page = client.get("/wording/concordance?q=is").get_data(as_text=True)
    for choice in ORDER.choices:
        address = f"/api/wording/concordance?q=is&order={choice.key}"
        assert client.get(address).status_code == 200
        assert f'<option value="{choice.key}"' in page
        assert f">{choice.label}</option>" in page
