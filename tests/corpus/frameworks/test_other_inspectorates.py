"""An invented report of each inspectorate beside children's services, and all that is read of it."""

import pytest

from corpus.report_reader import read_file
from tests.corpus.frameworks.reading import facts_read, judgements_read

CARE_HOME = """\
# Larkfield House

## Inspection report

1 Larkfield Road, Tarnsea

Date of inspection visit: 4 March 2031, 6 March 2031

Date of publication: 22 May 2031

## Ratings

| | |
|---|---|
| Overall rating for this service | Requires Improvement |
| Is the service safe? | Inadequate |
| Is the service effective? | Good |
| Is the service caring? | Outstanding |
| Is the service responsive? | Good |
| Is the service well-led? | Requires Improvement |

## Overall summary

Larkfield House cares for people who live with memory loss, and the mood at meals was cheerful.

## Is the service safe?

Two lifts had not been serviced for a year and staff had stopped reporting the noise they made.

### Using medicines safely

- Night staff signed for creams that they had not applied.

## Is the service well-led?

The manager knew each person by name but kept no record of what relatives had complained about.

## Action we have told the provider to take

The provider must have the lifts serviced and send us the certificate within two weeks of this report.
"""
CENTRE = """\
# Report of an inspection of a Designated Centre for Disabilities (Adults)

## Issued by the Chief Inspector

| | |
|---|---|
| Name of designated centre: | Heron Cottage |
| Name of provider: | Invented Homes |
| Date of inspection: | 9 November 2031 |

## About the designated centre

Heron Cottage offers a home to three people who have lived together since they were at school.

## What residents told us and what inspectors observed

One resident showed the inspector the hens and said which of them lays the blue eggs.

## Capacity and capability

The person in charge was new and had already met every family.

### Regulation 15: Staffing

There were enough staff on each day of the roster that was sampled.

Judgment: Compliant

### Regulation 23: Governance and management

The yearly review had been written before anybody was asked for a view.

Judgment: Substantially compliant

## Quality and safety

### Regulation 28: Fire precautions

A door to the kitchen was held open with a chair.

Judgment: Not compliant
"""
CARE_SERVICE = """\
# Skerry House

## Care Home Service

Type of inspection: Unannounced

Completed on: 17 May 2031

Service provided by: Marrowdale Council

Service no: CS2099000009

## About the service

Skerry House is a home for five young people in a street of fishermen's cottages by the harbour.

## Key messages

- Young people were proud of the boat that they had mended.

## From this inspection we evaluated this service as:

| | |
|---|---|
| How well do we support children and young people's rights and wellbeing? | 5 - Very Good |
| How good is our leadership? | 2 - Weak |

## How well do we support children and young people's rights and wellbeing? 5 - Very Good

Young people chose the meals, the colours of the walls and who comes to visit them at weekends.

### Areas for improvement

- The provider should help young people to save money of their own.

## How good is our leadership? 2 - Weak

Leaders did not act on what they were told about the night rota.

### Requirements

- By 31 August 2031, the provider must have a rota that covers each night.
"""
SCHOOL = """\
# Inspection of a good school: Marram Primary School

Inspection dates: 4 and 5 March 2023

## Outcome

| | |
|---|---|
| Overall effectiveness | Requires improvement |
| The quality of education | Requires improvement |
| Behaviour and attitudes | Good |
| Personal development | Outstanding |
| Leadership and management | Good |
| Early years provision | Good |

## What is it like to attend this school?

Pupils run to school in the morning and tell their parents about the pond that they look after.

## What does the school do well and what does it need to do better?

Reading is taught well, but older pupils do the same sums for the third time without being told why.

## Safeguarding

The arrangements for safeguarding are effective.

## What does the school need to improve?

- The order in which mathematics is taught is not clear to teachers. Leaders should set it out.

## School details

The school has its own pond, a field and two hundred pupils who come from the town and the farms.
"""

FACTS = {
    "cqc": (
        CARE_HOME,
        {
            "title": "Larkfield House",
            "authority": None,
            "scale": "cqc",
            "overall": "requires improvement",
            "inspection_start": "2031-03-04",
            "inspection_end": "2031-03-06",
            "published": "2031-05-22",
        },
    ),
    "hiqa": (
        CENTRE,
        {
            "title": "Heron Cottage",
            "authority": None,
            "scale": "hiqa",
            "overall": None,
            "inspection_start": "2031-11-09",
            "inspection_end": "2031-11-09",
            "published": None,
        },
    ),
    "care-inspectorate": (
        CARE_SERVICE,
        {
            "title": "Skerry House",
            "authority": "Marrowdale",
            "scale": "care-inspectorate",
            "overall": None,
            "inspection_start": "2031-05-17",
            "inspection_end": "2031-05-17",
            "published": None,
        },
    ),
    "ofsted-school-2019": (
        SCHOOL,
        {
            "title": "Inspection of a good school: Marram Primary School",
            "authority": None,
            "scale": "ofsted",
            "overall": "requires improvement",
            "inspection_start": "2023-03-04",
            "inspection_end": "2023-03-05",
            "published": None,
        },
    ),
}
JUDGEMENTS = {
    "cqc": [
        ("Overall rating for this service", "requires improvement", "overall"),
        ("Is the service safe?", "inadequate", "help-and-protection"),
        ("Is the service effective?", "good", "health"),
        ("Is the service caring?", "outstanding", None),
        ("Is the service responsive?", "good", None),
        ("Is the service well-led?", "requires improvement", "leadership"),
    ],
    "hiqa": [
        ("Regulation 15: Staffing", "compliant", "leadership"),
        ("Regulation 23: Governance and management", "substantially compliant", "leadership"),
        ("Regulation 28: Fire precautions", "not compliant", "help-and-protection"),
    ],
    "care-inspectorate": [
        ("How well do we support children and young people's rights and wellbeing?", "very good", "help-and-protection"),
        ("How good is our leadership?", "weak", "leadership"),
    ],
    "ofsted-school-2019": [
        ("Overall effectiveness", "requires improvement", "overall"),
        ("The quality of education", "requires improvement", "education"),
        ("Behaviour and attitudes", "good", "education"),
        ("Personal development", "outstanding", "education"),
        ("Leadership and management", "good", "leadership"),
        ("Early years provision", "good", "education"),
    ],
}  # fmt: skip
PARAGRAPHS = {
    "cqc": [
        ("Larkfield", "overall", "requires improvement", "finding"),
        ("Two lifts", "help-and-protection", "inadequate", "finding"),
        ("Night staff", "help-and-protection", "inadequate", "finding"),
        ("The manager", "leadership", "requires improvement", "finding"),
        ("The provider", None, None, "recommendation"),
    ],
    "hiqa": [
        ("Heron", "about", None, "context"),
        ("One resident", None, None, "finding"),
        ("The person", "leadership", None, "finding"),
        ("There were", "leadership", "compliant", "finding"),
        ("The yearly", "leadership", "substantially compliant", "finding"),
        ("A door", "help-and-protection", "not compliant", "finding"),
    ],
    "care-inspectorate": [
        ("Skerry", "about", None, "context"),
        ("Young people were", "overall", None, "finding"),
        ("Young people chose", "help-and-protection", "very good", "finding"),
        ("The provider should", None, None, "recommendation"),
        ("Leaders", "leadership", "weak", "finding"),
        ("By 31 August", None, None, "recommendation"),
    ],
    "ofsted-school-2019": [
        ("Pupils run", "education", None, "finding"),
        ("Reading", "education", None, "finding"),
        ("The arrangements", "help-and-protection", None, "finding"),
        ("The order", "education", None, "recommendation"),
        ("The school has", "about", None, "context"),
    ],
}
FRAMEWORKS = list(FACTS)


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """The report that is read of each invented text, by the framework that it should follow."""
    folder = tmp_path_factory.mktemp("inspectorates")
    reports = {}
    for key, (text, _) in FACTS.items():
        (folder / f"{key}.md").write_text(text, encoding="utf-8")
        reports[key] = read_file(folder / f"{key}.md")
    return reports


@pytest.mark.parametrize("key", FRAMEWORKS)
def test_the_facts(reports, key):
    report, facts = reports[key], FACTS[key][1]
    assert report.framework == key
    assert facts_read(report, facts) == facts


@pytest.mark.parametrize("key", FRAMEWORKS)
def test_the_judgements(reports, key):
    assert judgements_read(reports[key]) == JUDGEMENTS[key]


@pytest.mark.parametrize("key", FRAMEWORKS)
def test_the_paragraphs(reports, key):
    expected = PARAGRAPHS[key]
    paragraphs = [(p.text, p.area, p.grade, p.kind) for p in reports[key].paragraphs]
    begun = [
        (begin if text.startswith(begin) else text, *rest)
        for (text, *rest), (begin, *_) in zip(paragraphs, expected, strict=False)
    ]
    assert begun == expected
    assert len(paragraphs) == len(expected)
