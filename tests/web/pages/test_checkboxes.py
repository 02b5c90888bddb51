"""The values of a facet as checkboxes: which are listed, and the HTML of each."""

import csv

import pytest

from index.writer import writing
from search.model import Facet, FacetValue
from tests.index.reports import report
from web import create_app
from web.pages.checkboxes import (
    CUT_LENGTH,
    MAX_UNCUT,
    NO_SCALE,
    build_options,
    checkboxes,
    group_by_scale,
    is_long,
    is_offered,
    listed_values,
)


def facet(key, size, selected=()):
    """A facet of values v0, v1 ...: each has fewer paragraphs, and more reports, than the last."""
    values = (FacetValue(f"v{n}", f"V{n}", size - n, n, f"v{n}" in selected) for n in range(size))
    return Facet(key, key.title(), tuple(values))


@pytest.mark.parametrize(
    ("values", "unit", "listed"),
    [
        (facet("authority", 3), "paragraphs", ["v0", "v1", "v2"]),
        (facet("authority", MAX_UNCUT + 9), "paragraphs", [f"v{n}" for n in range(CUT_LENGTH)]),
        (facet("authority", 30), "reports", [f"v{n}" for n in range(29, 29 - CUT_LENGTH, -1)]),
        (facet("authority", 30, ["v29"]), "paragraphs", ["v29", *(f"v{n}" for n in range(11))]),
        (facet("year", 30), "paragraphs", [f"v{n}" for n in range(30)]),
    ],
    ids=["short", "long", "by reports", "selected first", "years"],
)
def test_a_long_list_is_cut_to_the_highest_counts(values, unit, listed):
    assert [value.value for value in listed_values(values, unit)] == listed


@pytest.mark.parametrize(("size", "long"), [(MAX_UNCUT, False), (MAX_UNCUT + 1, True)])
def test_only_a_long_list_takes_names(size, long):
    assert is_long(facet("authority", size)) is long


def test_a_checkbox_has_its_count_and_its_tick():
    value = FacetValue('a"<b', "A & b", 1234, 5, True)
    assert checkboxes(Facet("authority", "Authority", (value,)), "paragraphs") == (
        '<label class="choice"><input class="form-check-input" type="checkbox" name="authority" '
        'value="a&#34;&lt;b" form="search" checked><span>A &amp; b</span> '
        '<span class="count">1,234</span></label>\n'
    )


def test_names_are_escaped_options():
    assert build_options(("Ash", 'a"<b')) == ('<option value="Ash"><option value="a&#34;&lt;b">')


def grades(*words):
    """Values of the facet of grades, each with one paragraph of one report."""
    return [FacetValue(word, word.title(), 1, 1, False) for word in words]


@pytest.mark.parametrize(
    ("scales", "groups"),
    [
        ((), [("", ["Outstanding", "Good", "Compliant", "Splendid"])]),
        (("ofsted",), [("", ["Outstanding", "Good", "Compliant", "Splendid"])]),
        (
            ("ofsted", "estyn", "hiqa"),
            [
                ("Ofsted, four grades", ["Outstanding", "Good (also Estyn, before 2022)"]),
                ("Health Information and Quality Authority", ["Compliant"]),
                (NO_SCALE, ["Splendid"]),
            ],
        ),
        (
            ("estyn", "of another program"),
            [
                ("Estyn, before 2022", ["Good"]),
                (NO_SCALE, ["Outstanding", "Compliant", "Splendid"]),
            ],
        ),
    ],
    ids=["no scale", "one scale", "three scales", "an unknown scale"],
)
def test_grades_are_grouped_by_scale_where_there_are_several(scales, groups):
    grouped = group_by_scale(grades("outstanding", "good", "compliant", "splendid"), scales)
    assert [(label, [value.label for value in values]) for label, values in grouped] == groups


@pytest.mark.parametrize("key", ["grade", "report_grade", "authority_grade"])
def test_every_facet_of_grades_is_grouped(tmp_path, key):
    with writing(tmp_path / "data") as writer:
        writer.put(report("ash", "A plan.", scale="ofsted", overall="good"))
        writer.put(report("elm", "A plan.", scale="hiqa", overall="good"))
    with create_app({"data": str(tmp_path / "data")}).test_request_context("/"):
        html = checkboxes(Facet(key, "Grade", tuple(grades("good", "compliant"))), "paragraphs")
    assert "Health Information and Quality Authority</p>" in html


@pytest.mark.parametrize(
    ("shown", "offered"),
    [
        (facet("theme", 1), True),
        (facet("theme", 0), False),
        (facet("scale", 2), True),
        (facet("scale", 1), False),
        (facet("scale", 1, ["v0"]), True),
    ],
    ids=["a value", "none", "two scales", "one scale", "one that is selected"],
)
def test_one_scale_alone_is_not_offered(shown, offered):
    assert is_offered(shown) is offered


@pytest.fixture(scope="module")
def scales(tmp_path_factory):
    """A client of a collection of three scales, and a grade of none of them."""
    data = tmp_path_factory.mktemp("scales") / "data"
    with writing(data) as writer:
        for name, scale, grade in (
            ("ash", "ofsted", "good"),
            ("elm", "care-inspectorate", "good"),
            ("oak", "care-inspectorate", "very good"),
            ("fir", "hiqa", "not compliant"),
            ("yew", "hiqa", "splendid"),
        ):
            writer.put(report(name, ("Plans.", {"grade": grade}), overall=grade, scale=scale))
    return create_app({"data": str(data)}).test_client()


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("q=grade:good", {"ash", "elm"}),
        ("q=grade:good+scale:care-inspectorate", {"elm"}),
        ('q=scale:"health+information+and+quality+authority"', {"fir", "yew"}),
        ("grade=good&scale=ofsted", {"ash"}),
        ("scale=care-inspectorate&scale=hiqa", {"elm", "oak", "fir", "yew"}),
        ("grade=splendid", {"yew"}),
        ("q=grade:splendid", {"yew"}),
        ("grade=inadequate", set()),
    ],
)
def test_a_grade_is_found_in_any_scale_and_a_scale_narrows(scales, query, names):
    answer = scales.get(f"/api/search?{query}").get_json()
    assert {hit["report"]["id"] for hit in answer["hits"]} == names


def test_pages_show_the_words_as_printed_by_scale_in_the_colour_of_their_tone(scales):
    page = scales.get("/?q=plans").get_data(as_text=True)
    places = [
        page.index(text)
        for text in (
            '<p class="facet-group">Ofsted, four grades</p>',
            "<span>Good (also Care Inspectorate)</span>",
            '<p class="facet-group">Care Inspectorate</p>',
            "<span>Very good</span>",
            '<p class="facet-group">Health Information and Quality Authority</p>',
            "<span>Not compliant</span>",
            f'<p class="facet-group">{NO_SCALE}</p>',
            "<span>splendid</span>",
        )
    ]
    assert places == sorted(places)
    assert '<strong class="grade tone-weakest">Not compliant</strong>' in page
    assert '<strong class="grade tone-strong">Very good</strong>' in page
    assert '<strong class="grade tone-unknown">splendid</strong>' in page


def test_ranks_and_tones_are_those_of_the_scale(scales):
    with scales.get("/search.csv?q=plans") as response:
        rows = list(csv.DictReader(response.get_data().decode("utf-8-sig").splitlines()))
    kept = {
        row["authority"]: (row["scale"], row["grade_number"], row["grade_tone"]) for row in rows
    }
    assert kept == {
        "Ash": ("ofsted", "2", "strong"),
        "Elm": ("care-inspectorate", "3", "strong"),
        "Oak": ("care-inspectorate", "2", "strong"),
        "Fir": ("hiqa", "3", "weakest"),
        "Yew": ("hiqa", "", ""),
    }
