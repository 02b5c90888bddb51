"""Imitations of other inspectorates' reports, of ../shared/cases, and all that is read of them."""

from pathlib import Path

import pytest

from corpus.report_reader import read_file
from tests.corpus.frameworks.reading import facts_read, judgements_read, paragraphs_read

FOLDERS = (p / "shared/cases/other-inspectorates" for p in Path(__file__).parents)
FOLDER = next((folder for folder in FOLDERS if folder.is_dir()), None)
FILES = {
    "estyn": "imitation-estyn-school.pdf",
    "hmip-youth-justice": "imitation-hmip-youth-justice.pdf",
    "isi": "imitation-isi-school.pdf",
    "hmicfrs-child-protection": "imitation-hmicfrs-child-protection.pdf",
    "safeguarding-practice-review": "imitation-safeguarding-practice-review.pdf",
    "us-oig": "imitation-us-oig.pdf",
}

pytestmark = pytest.mark.skipif(
    FOLDER is None, reason="the imitations are in ../shared, which is not here"
)

FACTS = {
    "estyn": {
        "title": "Ysgol Gynradd Dyffryn Glas",
        "authority": None,
        "publisher": "Estyn",
        "scale": "estyn",
        "overall": None,
        "inspection_start": "2022-03-01",
        "inspection_end": "2022-03-31",
        "published": None,
        "lead_inspector": None,
    },
    "hmip-youth-justice": {
        "title": "An inspection of youth justice services in Millbrook",
        "authority": "Millbrook",
        "publisher": "HMI Probation",
        "scale": "hmi-probation",
        "overall": "good",
        "inspection_start": None,
        "inspection_end": None,
        "published": None,
        "lead_inspector": None,
    },
    "isi": {
        "title": "Wetherfold School",
        "authority": None,
        "publisher": "Independent Schools Inspectorate",
        "scale": "isi",
        "overall": None,
        "inspection_start": "2021-11-09",
        "inspection_end": "2021-11-11",
        "published": None,
        "lead_inspector": None,
    },
    "hmicfrs-child-protection": {
        "title": "National child protection inspection",
        "authority": "Barrowdale Police",
        "publisher": "HMICFRS",
        "scale": None,
        "overall": None,
        "inspection_start": "2021-11-01",
        "inspection_end": "2021-11-30",
        "published": None,
        "lead_inspector": None,
    },
    "safeguarding-practice-review": {
        "title": "Local Child Safeguarding Practice Review",
        "authority": "Harbourside",
        "publisher": None,
        "scale": None,
        "overall": None,
        "inspection_start": None,
        "inspection_end": None,
        "published": "2023-09-14",
        "lead_inspector": "J. Example",
    },
    "us-oig": {
        "title": "Child Welfare Oversight Review: Example County",
        "authority": None,
        "publisher": "Office of Inspector General",
        "scale": None,
        "overall": None,
        "inspection_start": None,
        "inspection_end": None,
        "published": "2023-08-15",
        "lead_inspector": None,
    },
}
JUDGEMENTS = {
    'estyn': [
        ('Standards', 'good', 'education'),
        ('Wellbeing and attitudes to learning', 'excellent', 'education'),
        ('Teaching and learning experiences', 'good', 'education'),
        ('Care, support and guidance', 'adequate and needs improvement', 'help-and-protection'),
        ('Leadership and management', 'good', 'leadership'),
    ],
    'hmip-youth-justice': [
        ('Overall rating', 'good', 'overall'),
        ('Governance and leadership', 'good', 'leadership'),
        ('Staff', 'requires improvement', 'leadership'),
        ('Partnerships and services', 'outstanding', 'partnership'),
        ('Assessment', 'good', 'help-and-protection'),
        ('Planning', 'inadequate', 'help-and-protection'),
    ],
    'isi': [
        ("The quality of the pupils' academic and other achievements", 'excellent', 'education'),
        ("The quality of the pupils' personal development", 'good', 'education'),
    ],
    'hmicfrs-child-protection': [
    ],
    'safeguarding-practice-review': [
    ],
    'us-oig': [
    ],
}  # fmt: skip
PARAGRAPHS = {
    'estyn': [
        ('Most pupils make strong', 'Summary', 'overall', None, 'finding'),
        ('Improve pupils’ skills in', 'Recommendations', 'education', None, 'recommendation'),
        ('Strengthen the way that', 'Recommendations', 'education', None, 'recommendation'),
        ('The school will draw', 'What happens next', 'about', None, 'context'),
        ('Many pupils read fluently', '1: Standards', 'education', 'good', 'finding'),
        ('Nearly all pupils are', '2: Wellbeing and attitudes to learning', 'education', 'excellent', 'finding'),
    ],
    'hmip-youth-justice': [
        ('Millbrook Youth Justice Service', 'Ratings', 'about', None, 'context'),
        ('As a result of', 'Recommendations', None, None, 'context'),
        ('improve the quality of', 'The Millbrook Youth Justice Service should:', None, None, 'recommendation'),
        ('make sure that all', 'The Millbrook Youth Justice Service should:', None, None, 'recommendation'),
        ('The governance and leadership', '1.1. Governance and leadership', 'about', None, 'context'),
        ('The board has a', '1.1. Governance and leadership', 'leadership', 'good', 'finding'),
        ('The board does not', '1.1. Governance and leadership', 'leadership', 'good', 'finding'),
    ],
    'isi': [
        ('Wetherfold School is an', 'About the school', 'about', None, 'context'),
        ('The school comprises three', 'About the school', 'about', None, 'context'),
        ('The school meets the', 'Key findings', 'overall', None, 'finding'),
        ('Arrangements are made to', 'PART 3 – Welfare, health and safety of pupils', 'help-and-protection', None, 'finding'),
        ('The quality of the', '3. Educational quality inspection', 'education', None, 'finding'),
        ('The quality of the', '3. Educational quality inspection', 'education', None, 'finding'),
    ],
    'hmicfrs-child-protection': [
        ('All children deserve to', 'Foreword', 'about', None, 'context'),
        ('This report is a', 'Summary', 'overall', None, 'finding'),
        ('The police’s responsibility to', '1. Introduction', 'about', None, 'context'),
        ('Forces work with other', '1. Introduction', 'about', None, 'context'),
        ('The chief constable has', '3. Leadership, management and governance', 'leadership', None, 'finding'),
        ('We recommend that, within', 'Recommendation', 'help-and-protection', None, 'recommendation'),
        ('Officers found a child', 'Case study: good practice', 'help-and-protection', None, 'finding'),
        ('Of the 70 cases', 'Grading of cases', 'help-and-protection', None, 'finding'),
    ],
    'safeguarding-practice-review': [
        ('This review is about', '1. Introduction and background', 'about', None, 'context'),
        ('The partnership decided to', '1. Introduction and background', 'about', None, 'context'),
        ('March 2022 The health', '2. Timeline', 'about', None, 'context'),
        ('June 2022 A referral', '2. Timeline', 'about', None, 'context'),
        ('Professionals did not follow', 'Key line of enquiry 1: The response to bruising in babies', 'help-and-protection', None, 'finding'),
        ('Bruising in babies who', 'Key line of enquiry 1: The response to bruising in babies', 'help-and-protection', None, 'finding'),
        ('The Partnership should ensure', '4. Recommendations', 'help-and-protection', None, 'recommendation'),
        ('Children’s social care should', '4. Recommendations', 'help-and-protection', None, 'recommendation'),
    ],
    'us-oig': [
        ('Federal law asks states', 'Why We Did This Review', 'about', None, 'context'),
        ('We reviewed a sample', 'How We Did This Review', 'about', None, 'context'),
        ('For 23 of 100', 'What We Found', None, None, 'finding'),
        ('We recommend that the', 'What We Recommend', None, None, 'recommendation'),
        ('Inspectors found that visits', 'Finding 1: Caseworkers did not always visit children monthly', None, None, 'finding'),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def reports():
    """The report that is read of each file, by the framework that it should follow."""
    return {key: read_file(FOLDER / FILES[key]) for key in FACTS}


@pytest.mark.parametrize("key", FACTS)
def test_the_facts(reports, key):
    report, facts = reports[key], FACTS[key]
    assert report.framework == key
    assert facts_read(report, facts) == facts


@pytest.mark.parametrize("key", FACTS)
def test_the_judgements(reports, key):
    assert judgements_read(reports[key]) == JUDGEMENTS[key]


@pytest.mark.parametrize("key", FACTS)
def test_the_paragraphs(reports, key):
    assert paragraphs_read(reports[key]) == PARAGRAPHS[key]


def test_a_real_school_report_of_2016():
    file = FOLDER.parents[1] / "corpus/other/school-2016.pdf"
    if not file.is_file():
        pytest.skip("the school report is in ../shared, which is not here")
    report = read_file(file)
    assert (report.framework, report.overall) == ("ofsted-school-2012", "requires improvement")
    assert report.title == "Farnham Heath End School"
    assert (str(report.inspection_start), str(report.inspection_end)) == (
        "2016-02-09",
        "2016-02-10",
    )
    assert [j.grade for j in report.judgements] == [
        *["requires improvement"] * 3,
        "good",
        "requires improvement",
    ]
    kinds = {p.section: p.kind for p in report.paragraphs}
    assert kinds["What does the school need to do to improve further?"] == "recommendation"
    assert kinds["The school has the following strengths"] == "finding"
    grades = {p.grade for p in report.paragraphs if p.section == "Behaviour"}
    assert grades == {"good"}
