"""Citations as text to paste, and as RIS for reference managers."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.model import Paragraph
from corpus.registry import registry
from search.model import ReportFacts
from web.citations import LICENCE, citation, inspection_days, licence, long_date, ris

REPORT = ReportFacts(
    id="marrowdale-slac-2012-05-29",
    title="Marrowdale inspection",
    authority="Marrowdale",
    region=None,
    framework="slac",
    published=date(2012, 5, 29),
    inspection_start=date(2012, 4, 10),
    inspection_end=date(2012, 4, 20),
    lead_inspector=None,
    overall="good",
    outcome=None,
    invented=False,
    publisher="Ofsted",
    scale="ofsted",
    urn=None,
    source_url=None,
    withdrawn=None,
)
PARAGRAPH = Paragraph(
    id="marrowdale-slac-2012-05-29/p43",
    ordinal=57,
    number=43,
    page=15,
    section="The contribution of health agencies to keeping children and young people safe",
    area="health",
    grade="good",
    kind="finding",
    timescale=None,
    themes=("health",),
    polarity="strength",
    text="Nurses visit\nevery child.",
)
START = "Ofsted, Inspection of safeguarding and looked after children services: Marrowdale"


@pytest.mark.parametrize(
    ("report", "paragraph", "text"),
    [
        pytest.param(
            {},
            {},
            f"{START}, published 29 May 2012, "
            "paragraph 43 (The contribution of health agencies..., Good), p. 15",
            id="complete",
        ),
        pytest.param(
            {"title": "Inspection of safeguarding and looked after children services"},
            {},
            f"{START}, published 29 May 2012, "
            "paragraph 43 (The contribution of health agencies..., Good), p. 15",
            id="a title that is the inspection's name",
        ),
        pytest.param(
            {"withdrawn": "replaced by another"},
            {"section": None, "grade": None},
            f"{START}, published 29 May 2012, paragraph 43, p. 15, replaced by another",
            id="withdrawn",
        ),
        pytest.param(
            {"published": None},
            {"number": None, "section": "Recommendations", "grade": None},
            f"{START}, inspected 10 to 20 April 2012, "
            "unnumbered paragraph (Recommendations), p. 15",
            id="no date, number or grade",
        ),
        pytest.param(
            {"published": None, "inspection_start": None, "inspection_end": None},
            {"page": None, "section": None},
            f"{START}, paragraph 43 (Good)",
            id="neither date nor page",
        ),
        pytest.param(
            {"framework": "other", "authority": None, "invented": True, "publisher": None},
            {"section": None, "grade": None},
            "Marrowdale inspection, published 29 May 2012, paragraph 43, p. 15, "
            "an invented example",
            id="known by its title alone",
        ),
    ],
)
def test_citation(report, paragraph, text):
    assert citation(replace(REPORT, **report), replace(PARAGRAPH, **paragraph)) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2012, 4, 10), date(2012, 4, 20), "10 to 20 April 2012"),
        (date(2012, 4, 30), date(2012, 5, 4), "30 April to 4 May 2012"),
        (date(2012, 12, 30), date(2013, 1, 4), "30 December 2012 to 4 January 2013"),
        (date(2012, 4, 10), date(2012, 4, 10), "10 April 2012"),
        (None, date(2012, 4, 20), "20 April 2012"),
        (None, None, ""),
    ],
)
def test_days_of_an_inspection(start, end, text):
    assert inspection_days(replace(REPORT, inspection_start=start, inspection_end=end)) == text


def test_ris_is_one_record_with_a_line_per_field():
    lines = ris(REPORT, PARAGRAPH, "https://example.org/x", date(2026, 1, 2)).split("\r\n")
    assert (lines[0], lines[-2], lines[-1]) == ("TY  - RPRT", "ER  - ", "")
    fields = dict(line.split("  - ", 1) for line in lines[:-1])
    assert fields["TI"] == START.removeprefix("Ofsted, ")
    assert (fields["PY"], fields["DA"], fields["SP"]) == ("2012", "2012/05/29", "15")
    assert fields["AB"] == "Nurses visit every child."
    assert (fields["UR"], fields["Y2"]) == ("https://example.org/x", "2026/01/02")


def test_ris_has_the_address_that_a_report_was_published_at():
    published = replace(REPORT, source_url="https://example.org/report/1")
    lines = ris(published, PARAGRAPH, "https://example.org/x", date(2026, 1, 2)).split("\r\n")
    assert [line for line in lines if line.startswith("UR")] == [
        "UR  - https://example.org/report/1",
        "UR  - https://example.org/x",
    ]


@pytest.mark.parametrize("framework", ["slac", "other"])
def test_an_unknown_publisher_is_nobody(framework):
    unknown = replace(REPORT, framework=framework, publisher=None)
    text = ris(unknown, PARAGRAPH, "https://example.org/x", date(2026, 1, 2))
    assert "AU  - " not in text
    assert "Ofsted" not in text
    assert not citation(unknown, PARAGRAPH).startswith(("None", ","))


def test_all_publishers_of_a_joint_inspection_are_named():
    joint = replace(REPORT, publisher="Ofsted and Care Quality Commission")
    assert citation(joint, PARAGRAPH).startswith("Ofsted and Care Quality Commission, Inspection")
    text = ris(joint, PARAGRAPH, "https://example.org/x", date(2026, 1, 2))
    assert "AU  - Ofsted and Care Quality Commission\r\n" in text


def test_every_framework_but_other_has_a_name():
    unnamed = {f.key for f in registry().frameworks if f.inspection is None}
    assert unnamed == {"other"}


@pytest.mark.parametrize(("day", "text"), [(date(2012, 5, 29), "29 May 2012"), (None, "no date")])
def test_long_date(day, text):
    assert long_date(day) == text


@pytest.mark.parametrize(
    ("publisher", "text"),
    [("Ofsted", LICENCE), ("Independent Schools Inspectorate", ""), ("Eastmere", ""), (None, "")],
)
def test_a_licence_is_named_only_where_it_is_known(publisher, text):
    assert licence(publisher) == text
