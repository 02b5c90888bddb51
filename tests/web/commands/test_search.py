"""evidence search, as a person at a terminal and a program use it."""

import json

import pytest

from tests.web.conftest import MARROW, TARN


@pytest.fixture
def search(evidence, data):
    """The command over the small collection."""

    def run(*args):
        return evidence("search", "--data", data, *args)

    return run


def found(result):
    return {hit["paragraph"]["id"] for hit in json.loads(result.stdout)["hits"]}


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["recording"], {f"{MARROW}/p1", f"{MARROW}/p3", f"{TARN}/p1"}),
        (["recording", "--grade", "inadequate"], {f"{TARN}/p1"}),
        (["", "--theme", "education", "--theme", "safeguarding"], {f"{MARROW}/p3", f"{TARN}/p2"}),
        (["", "--theme", "health", "--kind", "recommendation"], {f"{MARROW}/t0d4f11a0"}),
        (["", "--year", "2011"], {f"{TARN}/p1", f"{TARN}/p2"}),
        (["recording", "--since", "2020-01-01"], {f"{MARROW}/p1", f"{MARROW}/p3"}),
        (["recording", "--until", "2011-04-15"], {f"{TARN}/p1"}),
        (['"not yet good"'], {f"{TARN}/p1"}),
        (['"is good"'], set()),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_found(search, arguments, ids):
    assert found(search(*arguments, "--json")) == ids


def test_a_person_reads_where_it_stands_and_the_counts(search):
    told = " ".join(search("schools", "--facets").stdout.split())
    assert "Tarnsea, published 15 April 2011, paragraph 2 (Leadership, Good), p. 1" in told
    assert "Schools attend every conference." in told
    assert "Education" in told


def test_the_first_line_says_what_was_searched_in_its_own_letters(search):
    told = search("recording", "--authority", "Tarnsea").stdout.splitlines()
    assert told[:2] == ["Paragraphs with recording; on Tarnsea", "1 paragraph in 1 report"]


def test_facets_are_counted_when_asked_for(search):
    page = json.loads(search("recording", "--facets", "--json").stdout)
    grades = next(facet for facet in page["facets"] if facet["key"] == "grade")
    counts = {value["value"]: value["paragraphs"] for value in grades["values"]}
    assert (counts["good"], counts["inadequate"]) == (2, 1)


@pytest.mark.parametrize(
    ("arguments", "told", "key"),
    [
        (["is", "--concordance"], "2 occurrences in 2 paragraphs of 2 reports", "lines"),
        (["recording", "--profile"], "2 of 2 reports use it (100.0 %)", "grades"),
        (["timely", "--compare", "late"], "timely less late", "overall"),
    ],
    ids=["concordance", "profile", "compare"],
)
def test_what_wording_goes_with(search, arguments, told, key):
    assert told in search(*arguments).stdout
    assert key in json.loads(search(*arguments, "--json").stdout)


def test_a_draft_finds_precedents(search):
    told = " ".join(search("Recording is timely.", "--draft").stdout.split())
    assert "Recording is timely & clear in most teams." in told
    assert "shared: " in told


def test_phrases_that_stand_out_are_listed(search):
    result = search("", "--grade", "good", "--distinctive", "--json")
    assert json.loads(result.stdout) == []


@pytest.mark.parametrize(
    "arguments",
    [["x", "--grade", "splendid"], ["x", "--since", "soon"], ["x", "--limit", "-1"], []],
    ids=" ".join,
)
def test_wrong_usage_is_2(search, arguments):
    assert search(*arguments).exit_code == 2


@pytest.mark.parametrize(
    "query",
    ["AND", '"open', "(((", "*", "x" * 10_000, "a\x00b\x1b[31m", "year:9..1", "-", "‮abc", "~"],
    ids=range(10),
)
def test_whatever_is_typed_is_answered(search, query):
    result = search("--", query)
    assert result.exit_code == 0
    assert "Traceback" not in result.output
