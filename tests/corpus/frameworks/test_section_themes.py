import re

import pytest

from corpus.datafile import DataFile
from corpus.errors import DataError
from corpus.frameworks.framework import parse_framework
from corpus.frameworks.section_themes import (
    SectionTheme,
    parse_section_themes,
    parse_themes_of_headings,
)
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY

THEMES = ("health", "education", "safeguarding", "housing")


def names(framework, *path, area=None):
    return list(FRAMEWORK_BY_KEY[framework].find_section_themes(path, area))


@pytest.mark.parametrize(
    ("framework", "heading", "themes"),
    [
        ("slac", "Being healthy", ["health"]),
        ("slac", "Staying safe", ["safeguarding"]),
        ("slac", "Enjoying and achieving", ["education"]),
        ("slac", "Children and young people are safe and feel safe", ["safeguarding"]),
        ("slac", "The contribution of health agencies to keeping children safe", ["health", "safeguarding"]),
        ("slac", "Making a positive contribution", []),
        ("slac", "Capacity for improvement", []),
        ("joint-area-review", "Staying safe", ["safeguarding"]),
        ("sif", "The Local Safeguarding Children Board", ["safeguarding"]),
        ("sif", "The experiences and progress of children looked after and achieving permanence", []),
        ("jtai", "Identifying and managing risk of harm at the ‘front door’", ["safeguarding"]),
        ("jtai", "Leadership and management", []),
        ("area-send", "What is it like to be a child with special educational needs", []),
        ("area-send", "Education, employment and training", ["education"]),
        ("monitoring-visit", "Emotional health and well-being", ["health"]),
        ("ofsted-school-2012", "Quality of teaching, learning and assessment", ["education"]),
        ("ofsted-school-2019", "The quality of education", ["education"]),
        ("ofsted-school-2019", "Safeguarding", ["safeguarding"]),
        ("ofsted-report-card", "Curriculum and teaching", ["education"]),
        ("estyn", "Standards", ["education"]),
        ("slac", "Standards", []),
        ("hiqa", "Regulation 8: Protection", ["safeguarding"]),
        ("hiqa", "Regulation 6: Health care", ["health"]),
        ("isi", "The welfare, health and safety of pupils", []),
        ("other", "Mental health", ["health"]),
    ],
)  # fmt: skip
def test_a_heading_names_themes(framework, heading, themes):
    assert names(framework, heading) == themes


@pytest.mark.parametrize(
    ("framework", "area", "themes"),
    [
        ("slac", "help-and-protection", ["safeguarding"]),
        ("ilacs", "help-and-protection", ["safeguarding"]),
        ("sif", "help-and-protection", ["safeguarding"]),
        ("sccif", "help-and-protection", ["safeguarding"]),
        ("cqc", "help-and-protection", ["safeguarding"]),
        ("jtai", "help-and-protection", []),
        ("ilacs", "children-in-care", []),
        ("slac", None, []),
    ],
)
def test_an_area_gives_themes_where_the_framework_says_so(framework, area, themes):
    assert names(framework, "Of its own", area=area) == themes


@pytest.mark.parametrize(
    ("path", "themes"),
    [
        (("Being healthy", "Dental checks"), {"health": "Dental checks"}),
        (("Being healthy", "The first year"), {"health": "Being healthy"}),
        (("Being healthy", "Staying safe"), {"safeguarding": "Staying safe"}),
        (("Being healthy", "Leadership and management"), {}),
        (("Children’s mental health",), {"health": "Children’s mental health"}),
        ((), {}),
    ],
)
def test_headings_count_up_to_the_innermost_that_the_framework_prints(path, themes):
    assert FRAMEWORK_BY_KEY["slac"].find_section_themes(path, None) == themes


def test_an_inner_heading_hides_no_other():
    assert names("sif", "Mental health", "Summary") == ["health"]


FRAMEWORK = """\
key = "harbour"
label = "Harbours"

[title]
contains = ["inspection of the harbour"]

[themes.housing]
contains = ["berth[s]"]

[themes.health]
areas = ["leadership"]
"""


def test_a_framework_adds_headings_and_areas_in_the_order_of_themes():
    shared = [SectionTheme("housing", re.compile("moorings"))]
    harbour = parse_framework(DataFile("harbour.toml", FRAMEWORK), {}, {}, THEMES, shared)
    assert harbour.find_section_themes(["Moorings and berths"], "leadership") == {
        "health": None,
        "housing": "Moorings and berths",
    }
    assert harbour.find_section_themes(["moorings"], None) == {"housing": "moorings"}
    assert harbour.find_section_themes(["The quay"], None) == {}


def test_a_file_of_themes_gives_those_that_have_headings():
    text = '[themes.sport]\nbase = -1\n[themes.housing.headings]\nis = ["homes"]\nareas = ["send"]'
    (housing,) = parse_themes_of_headings(DataFile("themes.toml", text))
    assert (housing.theme, housing.areas) == ("housing", ("send",))
    assert housing.is_named_in("Homes")
    assert not housing.is_named_in("Homes for all")
    assert not SectionTheme("housing", None, ("send",)).is_named_in("Homes")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[themes.helth]\ncontains = ['x']", "line 1: 'helth' is none of health, .* did you mean 'health'"),
        ("[themes.health]", "line 1: 'health' has no wording; give one of is, .*, or `areas`"),
        ("[themes.health]\nareas = [\n'send',\n'sned']", "line 4: 'sned' is none of .* did you mean 'send'"),
        ("[themes.health]\nbegin = ['x']", "line 2: 'begin' is none of is, begins"),
        ("[themes.health]\nregex = ['(']", r"line 2: '\(' is no regular expression"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(text, message):
    with pytest.raises(DataError, match=rf"f\.toml, {message}"):
        list(parse_section_themes(DataFile("f.toml", text), THEMES))
