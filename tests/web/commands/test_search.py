"""evidence search, as a person at a terminal and as a program use it."""

import json

import pytest

from index.writer import writing
from tests.index.reports import report
from tests.web.conftest import MARROW, TARN


def ids_of(result):
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
        (["recording", "--since", "2020"], {f"{MARROW}/p1", f"{MARROW}/p3"}),
        (["recording", "--until", "2011-04-15"], {f"{TARN}/p1"}),
        (["recording", "--until", "2011"], {f"{TARN}/p1"}),
        (['"not yet good"'], {f"{TARN}/p1"}),
        (['"is good"'], set()),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_options_filter(search, arguments, ids):
    assert ids_of(search(*arguments, "--json")) == ids


def test_a_person_reads_citations_and_counts(search):
    output = " ".join(search("schools", "--facets").stdout.split())
    assert "Tarnsea, published 15 April 2011, paragraph 2 (Leadership, Good), p. 1" in output
    assert "Schools attend every conference." in output
    assert "Education" in output


def test_the_first_line_says_what_was_searched_in_its_own_case(search):
    lines = search("recording", "--authority", "Tarnsea").stdout.splitlines()
    assert lines[:2] == ["Paragraphs with recording; on Tarnsea", "1 paragraph in 1 report"]


def test_facets_are_counted_when_asked_for(search):
    page = json.loads(search("recording", "--facets", "--json").stdout)
    grades = next(facet for facet in page["facets"] if facet["key"] == "grade")
    counts = {value["value"]: value["paragraphs"] for value in grades["values"]}
    assert (counts["good"], counts["inadequate"]) == (2, 1)


@pytest.mark.parametrize(
    "arguments",
    [["x", "--grade", "splendid"], ["x", "--since", "soon"], ["x", "--limit", "-1"], []],
    ids=" ".join,
)
def test_wrong_usage_has_exit_code_2(search, arguments):
    assert search(*arguments).exit_code == 2


def test_a_date_that_does_not_exist_is_named(search):
    error = search("x", "--until", "2019-02-30").stderr
    assert "“2019-02-30” is no date; write one such as 2018-09-30, or a year." in error


@pytest.mark.parametrize(
    "query",
    ["AND", '"open', "(((", "*", "x" * 10_000, "a\x00b\x1b[31m", "year:9..1", "-", "‮abc", "~"],
    ids=range(10),
)
def test_any_query_is_answered(search, query):
    result = search("--", query)
    assert result.exit_code == 0
    assert "Traceback" not in result.output


def test_totals_say_what_is_as_typed(evidence, search, tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", *["Care leavers do well."] * 5, "Care experienced young people."))

    def totals(*query):
        return evidence("search", *query, "--data", str(tmp_path)).stdout.splitlines()[2:5]

    exactly = "Exactly “care leavers”, asked for in quotes: 5 paragraphs"
    assert totals("care leavers") == [
        "5 with your words in any form, 6 with related words too",
        "Only your words: --no-widen --match all",
        exactly,
    ]
    assert totals("care leavres") == [
        "5 with the corrected words in any form, 6 with related words too",
        "Only the corrected words: --no-widen --match all",
        exactly,
    ]
    assert "in any form" not in search("recording").stdout  # related words find no more
    assert json.loads(search("recording", "--json").stdout)["total_as_typed"] == 3
    assert "in any form" not in search("recording", "--no-widen").stdout


def test_nothing_as_typed_is_not_offered_alone(evidence, tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", *["Care experienced young people."] * 5))
    lines = evidence("search", "care leavers", "--data", str(tmp_path)).stdout.splitlines()
    assert lines[2] == "0 with your words in any form, 5 with related words too"


def test_no_misspelt_word_is_corrected_where_it_may_not_be(search):
    assert json.loads(search("recoding", "--no-correct", "--json").stdout)["corrections"] == []


@pytest.mark.parametrize(
    ("group", "status", "message"),
    [
        ("list:tarnsea,Marrowdale", 0, ""),
        ("list:Bolton", 0, "This collection has no report on Bolton."),
        ("list:Tarnsee", 2, "none is called Tarnsee; did you mean Tarnsea?"),
        (
            "neighbours-of:Tarnsea",
            2,
            "it is of no authority: Tarnsea has no statistical neighbours",
        ),
    ],
)
def test_a_group_of_authorities_is_resolved_or_refused(evidence, data, group, status, message):
    result = evidence("search", "recording", "--data", data, "--group", group)
    assert result.exit_code == status
    assert message in " ".join(result.stderr.split())


def test_a_group_filters(search):
    assert ids_of(search("recording", "--group", "list:Tarnsea", "--json")) == {f"{TARN}/p1"}
