from dataclasses import replace
from datetime import date

import pytest

from corpus.frameworks.phrase_pattern import begins_with
from corpus.patterns import anyof
from corpus.understanding.dates import Period
from corpus.understanding.facts import (
    find_values,
    read_facts,
    read_inspection_period,
)
from tests.corpus.blocks import head, item, para, row, running
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY


@pytest.mark.parametrize(
    ("opening", "start", "end"),
    [
        (["Inspection dates: 2 to 6 May 2024"], (2024, 5, 2), (2024, 5, 6)),
        (["Inspection date: 2 May 2024 – 6 May 2024"], (2024, 5, 2), (2024, 5, 6)),
        (["Inspection dates:", "2 to 6 May 2024"], (2024, 5, 2), (2024, 5, 6)),
        (
            ["Date of previous inspection: 8 to 10 July 2019", "Inspection dates: 2 to 6 May 2024"],
            (2024, 5, 2),
            (2024, 5, 6),
        ),
        (["This letter summarises a visit on 2 and 3 May 2024."], (2024, 5, 2), (2024, 5, 3)),
        (["Between 2 and 6 May 2024, inspectorates undertook a joint inspection."], (2024, 5, 2), (2024, 5, 6)),
        (["This inspection took place from 2 to 6 May 2024."], (2024, 5, 2), (2024, 5, 6)),
        (["This letter gives the findings of a visit to Eastmere, on 2 and 3 May 2024, since it was last seen."], (2024, 5, 2), (2024, 5, 3)),
        (["Between 2 and 6 May 2024 four inspectorates inspected together."], (2024, 5, 2), (2024, 5, 6)),
        (["This letter summarises a visit on 2 and 3 May."], (2024, 5, 2), (2024, 5, 3)),
    ],
)  # fmt: skip
def test_the_days_of_the_inspection(opening, start, end):
    period = Period(date(*start), date(*end))
    lines = [text for text in opening if not text.endswith(".")]
    sentences = [text for text in opening if text.endswith(".")]
    assert read_inspection_period(lines, sentences, date(2024, 6, 20)) == period


@pytest.mark.parametrize(
    "opening",
    [
        ["Dates of previous inspection: 8 to 10 July 2019"],
        ["The last inspection took place on 8 July 2023."],
        ["The inspection took place on 8 July 2019."],
        ["The post was filled from 2 to 6 May 2024."],
    ],
    ids=["labelled as previous", "told of as last", "too long ago", "no inspection"],
)
def test_days_of_something_else(opening):
    assert read_inspection_period(opening, [], date(2024, 6, 20)) is None
    assert read_inspection_period([], opening, date(2024, 6, 20)) is None


LETTER = [
    para("Ofsted"),
    para("28 May 2024"),
    para("Ms Ada Marsh"),
    para("Leeds City Council"),
    para("Dear Ms Marsh"),
    head("Focused visit to Eastmere children’s services"),
    para("This letter summarises a focused visit to Eastmere on 2 and 3 May 2024."),
    para("The inspectors were Bo Lee, His Majesty’s Inspector, and Al Ray."),
]


def test_the_facts_of_a_letter_come_from_below_its_addresses():
    facts = read_facts(LETTER, FRAMEWORK_BY_KEY["focused-visit"])
    assert facts.authority is not None
    assert facts.authority.name == "Eastmere"
    assert facts.title == "Focused visit to Eastmere children’s services"
    assert (facts.published, facts.lead_inspector) == (date(2024, 5, 28), "Bo Lee")
    assert facts.period == Period(date(2024, 5, 2), date(2024, 5, 3))
    assert (facts.outcome, facts.invented) == (None, False)


def test_what_is_not_printed_is_none():
    facts = read_facts([head("A heading"), para("Some words.")], FRAMEWORK_BY_KEY["other"])
    assert (facts.title, facts.authority, facts.period) == ("A heading", None, None)
    assert (facts.published, facts.lead_inspector, facts.outcome) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "This report is invented.",
        "This letter and everyone named in it are invented.",
        "This report is invented: Eastmere does not exist.",
        "Invented sample",
    ],
)
def test_a_report_says_that_it_is_invented(text):
    assert read_facts([running(text), *LETTER], FRAMEWORK_BY_KEY["focused-visit"]).invented


COVER = [
    head("Eastmere Borough Council"),
    head("Inspection of children’s social care services"),
    para("Inspection dates: 2 to 6 May 2024"),
    para("Lead inspector: Bo Lee, His Majesty’s Inspector"),
]
PROSE = [
    item("The last inspection of services was in March 2013."),
    item("The previous inspection of services took place from 4 to 8 March 2013."),
    para("The review of services for families in Wales, published 3 June 2019, is of use to all."),
    para("In Kent, and in Kent alone, families wait. The lead inspector: Al Ray saw it in Kent."),
    para("The focused visit to Surrey children’s services on 3 and 4 June 2023 found the same."),
]


@pytest.mark.parametrize("prose", [PROSE, PROSE[::-1]])
def test_prose_never_beats_the_cover(prose):
    facts = read_facts([*COVER, *prose], FRAMEWORK_BY_KEY["ilacs"])
    assert facts.authority is not None
    assert (facts.authority.name, facts.is_authority_inferred) == ("Eastmere", False)
    assert facts.period == Period(date(2024, 5, 2), date(2024, 5, 6))
    assert facts.published is None
    assert facts.lead_inspector == "Bo Lee"
    assert facts.title == "Inspection of children’s social care services"


def test_what_only_prose_mentions_is_no_fact():
    facts = read_facts([head("Services"), *PROSE[:3]], FRAMEWORK_BY_KEY["ilacs"])
    assert (facts.authority, facts.period, facts.published) == (None, None, None)
    assert facts.title == "Services"


def test_an_authority_that_only_the_text_names_is_inferred():
    blocks = [head("Services"), *[para("In Kent, families wait for a long time.")] * 3]
    facts = read_facts(blocks, FRAMEWORK_BY_KEY["ilacs"])
    assert facts.authority is not None
    assert (facts.authority.name, facts.is_authority_inferred) == ("Kent", True)


def test_the_outcome_of_an_earlier_inspection_is_not_this_ones():
    earlier = "The previous inspection found widespread and/or systemic failings in Eastmere."
    now = "Arrangements in this place typically lead to positive experiences."
    blocks = [head("Inspection outcome"), para(earlier), para(now)]
    assert read_facts(blocks, FRAMEWORK_BY_KEY["area-send"]).outcome == 1


LABELS = {
    "authority": "name of (harbour|port)",
    "inspection_dates": "days on the quay",
    "published": "sent to the owner",
    "lead_inspector": "the party was led by",
}
HARBOUR = replace(
    FRAMEWORK_BY_KEY["jtai"],
    title_pattern=anyof("inspection of the harbour"),
    fact_labels={
        fact: anyof(rf"{begins_with(label)}[\s:|–-]*(?P<value>.*)")
        for fact, label in LABELS.items()
    },
)


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        (["Name of harbour: Seal Bay"], ["Seal Bay"]),
        (["Name of port | Seal Bay | open"], ["Seal Bay"]),
        (["Name of harbour", "Seal Bay"], ["Seal Bay"]),
        (["The name of harbour: Seal Bay", "Names of harbours"], []),
        (["Name of harbour"], [""]),
    ],
)
def test_a_fact_stands_behind_its_label_or_on_the_next_line(lines, values):
    assert list(find_values(HARBOUR, "authority", lines)) == values


def test_the_name_on_the_cover_of_a_service_is_no_authority():
    cover = [head("Visit to the harbour", level=1), para("Marrow Bay"), para("Leeds Leeds Leeds")]
    assert read_facts(cover, replace(HARBOUR, subject="service")).authority is None


def test_a_framework_without_labels_finds_nothing():
    assert list(find_values(FRAMEWORK_BY_KEY["sif"], "authority", ["Name of harbour: X"])) == []


def test_the_facts_of_a_cover_are_read_by_their_labels():
    facts = read_facts(
        [
            head("Inspection of the harbour", level=1),
            row("Name of harbour", "Seal Bay"),
            row("Days on the quay", "3 to 5 May 2031"),
            row("Sent to the owner", "1 June 2031"),
            row("The party was led by", "Ann Hill, Chief Inspector"),
            para("The crew keep the quay clear in all weathers, and nobody waits for a pilot."),
        ],
        HARBOUR,
    )
    assert facts.authority is not None
    assert (facts.authority.name, facts.is_authority_inferred) == ("Seal Bay", False)
    assert (str(facts.period.start), str(facts.period.end)) == ("2031-05-03", "2031-05-05")
    assert str(facts.published) == "2031-06-01"
    assert facts.lead_inspector == "Ann Hill"


CARE = FRAMEWORK_BY_KEY["care-inspectorate"]


@pytest.mark.parametrize(
    ("value", "urn"),
    [
        ("CS2099000009", "CS2099000009"),
        ("1-9990012345", "1-9990012345"),
        ("999/6123", "999/6123"),
        ("OSV-0088888", "OSV-0088888"),
        ("not given", None),
    ],
)
def test_the_number_that_a_publisher_knows_a_service_by(value, urn):
    details = [para("Service no:"), para(value)]
    assert read_facts([head("Skerry House"), *details], CARE).urn == urn
    assert read_facts([*[para("Words.")] * 60, row("Service no", value)], CARE).urn == urn


def test_days_on_lines_of_their_own_are_one_period():
    lines = ["Date of inspection visit:", "9 July 2031", "10 July 2031", "Good"]
    period = read_facts([para(text) for text in lines], FRAMEWORK_BY_KEY["cqc"]).period
    assert period == Period(date(2031, 7, 9), date(2031, 7, 10))


@pytest.mark.parametrize(
    ("provider", "authority"), [("Marrowdale Council", "Marrowdale"), ("Tern Rock Ltd", None)]
)
def test_a_company_that_runs_a_service_is_no_authority(provider, authority):
    named = read_facts(
        [head("Skerry House"), para(f"Service provided by: {provider}")], CARE
    ).authority
    assert (named and named.name) == authority


def test_a_run_of_days_alone_on_a_cover_dates_the_inspection_of_a_service():
    police = FRAMEWORK_BY_KEY["hmicfrs-child-protection"]
    lines = [head("Saltshire Police"), head("14–25 May 2018"), para("March 2019"), para(LONG)]
    facts = read_facts(lines, police)
    assert facts.period == Period(date(2018, 5, 14), date(2018, 5, 25))
    assert (facts.authority.name, facts.authority.region) == ("Saltshire Police", None)


LONG = "This report is a summary of our findings on police child protection services, which took place in May 2018."


def test_a_title_that_is_left_open_goes_on_in_the_next_heading():
    probation = FRAMEWORK_BY_KEY["hmip-youth-justice"]
    title = read_facts(
        [head("An inspection of youth offending services in"), head("Saltmarsh")], probation
    ).title
    assert title == "An inspection of youth offending services in Saltmarsh"


def test_a_running_head_comes_behind_the_cover():
    estyn = FRAMEWORK_BY_KEY["estyn"]
    lines = [running("A report on Ysgol y Bae May 2019"), head("A report on"), head("Ysgol y Bae")]
    assert read_facts(lines, estyn).title == "Ysgol y Bae"
