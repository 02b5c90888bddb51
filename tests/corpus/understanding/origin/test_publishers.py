"""Who published a report: where it says so itself, and nobody where it only mentions an inspectorate."""

from dataclasses import replace

import pytest

from corpus.layout.blocks import BULLET, HEADING, PARAGRAPH, ROW, Block
from corpus.understanding.origin.publishers import (
    find_publisher,
    find_publisher_of_framework,
)
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY

TITLE = Block(HEADING, "Inspection of Harrowmere children’s services", page=1)
PROSE = Block(
    PARAGRAPH,
    "Social workers see children often and write down on the same day what they hear, so that "
    "managers know how each of the plans has moved on.",
    page=1,
)


def line(text, kind=PARAGRAPH, page=1):
    return Block(kind, text, page=page)


def team(*cells):
    return Block(ROW, " ".join(cells), page=9, cells=cells)


@pytest.mark.parametrize(
    ("before", "after", "publisher"),
    [
        ([line("Ofsted")], [], "Ofsted"),
        ([line("The Care Quality Commission", HEADING)], [], "Care Quality Commission"),
        ([line("HM Inspectorate of Probation, June 2023")], [], "HMI Probation"),
        ([line("Date of inspection: May 2022 by Estyn")], [], "Estyn"),
        ([line("Published 3 May 2022 by the Care Inspectorate")], [], "Care Inspectorate"),
        ([line("Lead inspector: Ann Example HMI, Ofsted")], [], "Ofsted"),
        ([line("Publisher: Ofsted")], [], "Ofsted"),
        ([line("1 Gate Street M1 2AB www.gov.uk/ofsted"), line("Dear Ms Finch")], [], "Ofsted"),
        ([], [line("E: enquiries@ofsted.gov.uk")], "Ofsted"),
        ([], [line("Website: www.cqc.org.uk")], "Care Quality Commission"),
        ([], [line("This publication is available at www.gov.uk/ofsted.")], "Ofsted"),
        ([], [line("© Care Quality Commission 2024")], "Care Quality Commission"),
        ([], [line("Ofsted, Piccadilly Gate, Store Street, Manchester M1 2WD")], "Ofsted"),
        (
            [],
            [line("The Office for Standards in Education, Children’s Services and Skills (Ofsted) "
                  "regulates and inspects to achieve excellence.")],
            "Ofsted",
        ),
        ([line("¹ Ofsted produces this report for all four of us.")], [], "Ofsted"),
        (
            [],
            [line("The joint review was led by a team of Ofsted, with the Care Quality Commission "
                  "(CQC), HMICFRS and two councils.")],
            "Ofsted, Care Quality Commission and HMICFRS",
        ),
        ([], [team("Ofsted", "Care Quality Commission")], "Ofsted and Care Quality Commission"),
        (
            [],
            [team("Ofsted", "Care Quality Commission"), team("HMI Constabulary", "HMI Probation")],
            "Ofsted, Care Quality Commission, HMI Constabulary and HMI Probation",
        ),
    ],
)  # fmt: skip
def test_a_report_that_says_whose_it_is(before, after, publisher):
    assert find_publisher([TITLE, *before, PROSE, *after]) == publisher


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted last inspected these services in 2018 and judged them to be good.",
        "The last inspection was carried out by Ofsted in 2018.",
        "The previous visit was led by an inspector from Ofsted.",
        "In 2018, Ofsted carried out an inspection of children’s services.",
        "The home is registered with Ofsted and with the Care Quality Commission.",
        "Ofsted",
        "Reports are at www.ofsted.gov.uk for anyone to read.",
        "The lead inspector was Ann Example, Her Majesty’s Inspector.",
        "The CQC rated the hospital as good.",
    ],
)
@pytest.mark.parametrize("kind", [PARAGRAPH, BULLET])
def test_a_report_that_only_mentions_an_inspectorate(text, kind):
    assert find_publisher([TITLE, PROSE, line(text, kind)]) is None


@pytest.mark.parametrize(
    ("key", "cover", "publisher"),
    [
        ("cqc", [line("Larkfield", HEADING), line("Is the service safe?")], "Care Quality Commission"),
        ("isi", [line("Focused Compliance and Educational Quality Inspection Report")], "Independent Schools Inspectorate"),
        ("hmicfrs-child-protection", [line("National child protection inspections")], "HMICFRS"),
        ("cqc", [line("Larkfield", HEADING)], None),
        ("ilacs", [TITLE], None),
        ("safeguarding-practice-review", [line("Serious case review")], None),
    ],
)  # fmt: skip
def test_a_report_whose_title_or_cover_no_other_publisher_has(key, cover, publisher):
    assert find_publisher_of_framework([*cover, PROSE], FRAMEWORK_BY_KEY[key]) == publisher


def test_a_publisher_of_ones_own_is_named_where_the_cover_does():
    harbour = replace(FRAMEWORK_BY_KEY["isi"], publisher="Harbour Inspectorate", is_exclusive=False)
    assert find_publisher_of_framework([TITLE, PROSE], harbour) is None
    cover = [TITLE, line("The Harbour Inspectorate")]
    assert find_publisher_of_framework([*cover, PROSE], harbour) == "Harbour Inspectorate"


def test_a_report_without_a_word_on_it():
    assert find_publisher([]) is None
    assert find_publisher([TITLE, PROSE]) is None
