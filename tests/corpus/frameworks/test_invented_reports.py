"""The invented reports in the folder `invented`, one of each framework, and all that is read of them."""

from pathlib import Path

import pytest

from corpus.report_reader import read_file
from tests.corpus.frameworks.reading import facts_read, judgements_read, paragraphs_read

FOLDER = Path(__file__).parent / "invented"
FACTS = {
    "estyn": {
        "title": "Ysgol y Morfa",
        "authority": None,
        "publisher": "Estyn",
        "scale": "estyn",
        "overall": None,
        "inspection_start": "2019-05-01",
        "inspection_end": "2019-05-31",
        "published": None,
        "lead_inspector": None,
    },
    "hmicfrs-child-protection": {
        "title": "National child protection inspection",
        "authority": "Fenmoor Constabulary",
        "publisher": "HMICFRS",
        "scale": None,
        "overall": None,
        "inspection_start": "2031-02-01",
        "inspection_end": "2031-02-28",
        "published": None,
        "lead_inspector": None,
    },
    "hmip-youth-justice": {
        "title": "An inspection of youth justice services in Marrowdale",
        "authority": "Marrowdale",
        "publisher": "HMI Probation",
        "scale": "hmi-probation",
        "overall": "requires improvement",
        "inspection_start": "2031-05-12",
        "inspection_end": "2031-05-16",
        "published": None,
        "lead_inspector": None,
    },
    "isi": {
        "title": "Saltcote School",
        "authority": None,
        "publisher": "Independent Schools Inspectorate",
        "scale": "isi",
        "overall": None,
        "inspection_start": "2021-03-02",
        "inspection_end": "2021-03-04",
        "published": None,
        "lead_inspector": None,
    },
    "ofsted-report-card": {
        "title": "Report card: Marram Primary School",
        "authority": None,
        "publisher": "Ofsted",
        "scale": "ofsted-report-card",
        "overall": None,
        "inspection_start": "2031-02-09",
        "inspection_end": "2031-02-10",
        "published": "2031-03-20",
        "lead_inspector": None,
    },
    "ofsted-school-2012": {
        "title": "Saltings Junior School",
        "authority": None,
        "publisher": "Ofsted",
        "scale": "ofsted",
        "overall": "requires improvement",
        "inspection_start": "2015-06-03",
        "inspection_end": "2015-06-04",
        "published": None,
        "lead_inspector": None,
    },
    "safeguarding-practice-review": {
        "title": "Local Child Safeguarding Practice Review",
        "authority": "Marrowdale",
        "publisher": None,
        "scale": None,
        "overall": None,
        "inspection_start": None,
        "inspection_end": None,
        "published": "2031-03-03",
        "lead_inspector": "Ann Hill",
    },
    "sccif": {
        "title": "Inspection report for children's home",
        "authority": None,
        "publisher": "Ofsted",
        "scale": "ofsted",
        "overall": "good",
        "inspection_start": "2031-05-06",
        "inspection_end": "2031-05-07",
        "published": None,
        "lead_inspector": "Ann Hill",
    },
    "us-oig": {
        "title": "Lantern County Did Not Always Check the Homes of Foster Children",
        "authority": None,
        "publisher": "Office of Inspector General",
        "scale": None,
        "overall": None,
        "inspection_start": None,
        "inspection_end": None,
        "published": "2031-03-04",
        "lead_inspector": None,
    },
}
JUDGEMENTS = {
    'estyn': [
        ('Standards', 'good', 'education'),
        ('Wellbeing and attitudes to learning', 'excellent', 'education'),
        ('Teaching and learning experiences', 'adequate and needs improvement', 'education'),
        ('Care, support and guidance', 'good', 'help-and-protection'),
        ('Leadership and management', 'unsatisfactory and needs urgent improvement', 'leadership'),
    ],
    'hmicfrs-child-protection': [
    ],
    'hmip-youth-justice': [
        ('Overall rating', 'requires improvement', 'overall'),
        ('Governance and leadership', 'good', 'leadership'),
        ('Staff', 'outstanding', 'leadership'),
        ('Partnerships and services', 'requires improvement', 'partnership'),
        ('Assessment', 'good', 'help-and-protection'),
        ('Planning', 'inadequate', 'help-and-protection'),
        ('Assessment', 'requires improvement', None),
        ('Joint working', 'good', None),
    ],
    'isi': [
        ("The quality of the pupils' academic and other achievements", 'good', 'education'),
        ("The quality of the pupils' personal development", 'excellent', 'education'),
    ],
    'ofsted-report-card': [
        ('Inclusion', 'strong standard', 'send'),
        ('Curriculum and teaching', 'expected standard', 'education'),
        ('Achievement', 'needs attention', 'education'),
        ('Attendance and behaviour', 'exceptional', 'education'),
        ('Leadership and governance', 'urgent improvement', 'leadership'),
    ],
    'ofsted-school-2012': [
        ('Overall effectiveness', 'requires improvement', 'overall'),
        ('Leadership and management', 'good', 'leadership'),
        ('Behaviour and safety of pupils', 'outstanding', 'help-and-protection'),
        ('Quality of teaching', 'requires improvement', 'education'),
        ('Achievement of pupils', 'inadequate', 'education'),
    ],
    'safeguarding-practice-review': [
    ],
    'sccif': [
        ('Overall experiences and progress of children and young people, taking into account', 'good', 'overall'),
        ('How well children and young people are helped and protected', 'outstanding', 'help-and-protection'),
        ('The effectiveness of leaders and managers', 'requires improvement', 'leadership'),
    ],
    'us-oig': [
    ],
}  # fmt: skip
PARAGRAPHS = {
    'estyn': [
        ('Pupils at Ysgol y', 'Summary', 'overall', None, 'finding'),
        ('Teach older pupils to', 'Recommendations', 'education', None, 'recommendation'),
        ('Tell governors what the', 'Recommendations', 'education', None, 'recommendation'),
        ('The school has forty', 'What happens next', 'about', None, 'context'),
        ('Most pupils count, measure', '1: Standards', 'education', 'good', 'finding'),
        ('Lessons for older pupils', '3: Teaching and learning experiences', 'education', 'adequate and needs improvement', 'finding'),
        ('Governors have not asked', '5: Leadership and management', 'leadership', 'unsatisfactory and needs urgent improvement', 'finding'),
    ],
    'hmicfrs-child-protection': [
        ('A child who calls', 'Foreword', 'about', None, 'context'),
        ('This report is a', 'Summary', 'overall', None, 'finding'),
        ('The force covers a', 'Introduction', 'about', None, 'context'),
        ('The chief constable reads', 'Leadership, management and governance', 'leadership', None, 'finding'),
        ('We recommend that, within', 'Recommendation', 'help-and-protection', None, 'recommendation'),
        ('An officer waited with', 'Case study: good practice', 'help-and-protection', None, 'finding'),
        ('We looked at 30', 'Grading of cases', 'help-and-protection', None, 'finding'),
    ],
    'hmip-youth-justice': [
        ('We found a service', 'Foreword', 'about', None, 'context'),
        ('The Marrowdale Youth Justice', 'Recommendations', None, None, 'context'),
        ('write a plan with', 'Recommendations', None, None, 'recommendation'),
        ('give each case manager', 'Recommendations', None, None, 'recommendation'),
        ('The board met in', '1.1. Governance and leadership', 'leadership', 'good', 'finding'),
        ('The board has not', '1.1. Governance and leadership', 'leadership', 'good', 'finding'),
        ('Each manager has fewer', '1.2. Staff', 'leadership', 'outstanding', 'finding'),
        ('Half of the plans', '2.2. Planning', 'help-and-protection', 'inadequate', 'finding'),
        ('The police and the', '3.1. Assessment', 'help-and-protection', 'requires improvement', 'finding'),
    ],
    'isi': [
        ('Saltcote School was founded', 'About the school', 'about', None, 'context'),
        ('The school does not', 'Key findings', 'overall', None, 'finding'),
        ('Children know the coastguard', 'PART 3 – Welfare, health and safety of pupils', 'help-and-protection', None, 'finding'),
        ('The quality of the', 'Key findings', 'education', None, 'finding'),
        ('The quality of the', 'Key findings', 'education', None, 'finding'),
        ('The school should let', 'Recommendation', 'education', None, 'recommendation'),
        ('Pupils measure tides, and', "The quality of the pupils' academic and other achievements", 'education', 'good', 'finding'),
        ('Pupils settle quarrels themselves,', "The quality of the pupils' personal development", 'education', 'excellent', 'finding'),
    ],
    'ofsted-report-card': [
        ('Pupils have a bench', "What it's like to be a pupil at this school", 'education', None, 'finding'),
        ('Teachers know what each', 'Inclusion', 'send', 'strong standard', 'finding'),
        ('Fewer pupils than elsewhere', 'Achievement', 'education', 'needs attention', 'finding'),
        ('Governors have not met', 'Leadership and governance', 'leadership', 'urgent improvement', 'finding'),
        ('Leaders should see that', 'Next steps', 'education', None, 'recommendation'),
    ],
    'ofsted-school-2012': [
        ('Pupils copy sums from', 'This is a school that requires improvement', 'overall', 'requires improvement', 'finding'),
        ('Pupils are kind to', 'The school has the following strengths', 'overall', 'requires improvement', 'finding'),
        ('Give pupils harder sums', 'What does the school need to do to improve further?', 'education', None, 'recommendation'),
        ('The headteacher visits each', 'The leadership and management', 'leadership', 'good', 'finding'),
        ('Teachers talk for most', 'The quality of teaching', 'education', 'requires improvement', 'finding'),
        ('Two hundred pupils come', 'School details', 'about', None, 'context'),
    ],
    'safeguarding-practice-review': [
        ('Heather was six weeks', 'Introduction', 'about', None, 'context'),
        ('A midwife called three', 'Timeline', 'about', None, 'context'),
        ('Nobody told the new', 'Key line of enquiry 1: Families who move', 'help-and-protection', None, 'finding'),
        ('A family that moves', 'Learning point 1', 'help-and-protection', None, 'finding'),
        ('The Partnership should agree', 'Recommendations', 'help-and-protection', None, 'recommendation'),
        ('The hospital should ask', 'Recommendations', 'help-and-protection', None, 'recommendation'),
    ],
    'sccif': [
        ('The home is for', "Information about this children's home", 'about', None, 'context'),
        ('Inspection dates: 6 to', "Information about this children's home", 'about', None, 'context'),
        ('Date of previous inspection:', "Information about this children's home", 'about', None, 'context'),
        ('Children cook on Fridays,', 'Overall experiences and progress of children and young people: good', 'overall', 'good', 'finding'),
        ('When a child was', 'How well children and young people are helped and protected: outstanding', 'help-and-protection', 'outstanding', 'finding'),
        ('The manager has not', 'The effectiveness of leaders and managers: requires improvement to be good', 'leadership', 'requires improvement', 'finding'),
        ('The registered person must', 'Statutory requirements', None, None, 'recommendation'),
        ('Ask children before the', 'Recommendations', None, None, 'recommendation'),
        ('The home has been', "Children's home details", 'about', None, 'context'),
        ('Ann Hill, social care', 'Inspectors', 'about', None, 'context'),
    ],
    'us-oig': [
        ('The county places four', 'Why We Did This Audit', 'about', None, 'context'),
        ('We drew sixty homes', 'How We Did This Audit', 'about', None, 'context'),
        ('In nine homes nobody', 'What We Found', None, None, 'finding'),
        ('We recommend that the', 'What We Recommend', None, None, 'context'),
        ('keep a list of', 'What We Recommend', None, None, 'recommendation'),
        ('look at each of', 'What We Recommend', None, None, 'recommendation'),
        ('The boat goes twice', 'Finding 1: Homes on islands were left out', None, None, 'finding'),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def reports():
    """The report that is read of each file, by the framework that it should follow."""
    return {key: read_file(FOLDER / f"{key}.md") for key in FACTS}


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


def test_a_fostering_agency_is_read_as_a_home_is(tmp_path):
    text = (FOLDER / "sccif.md").read_text(encoding="utf-8")
    text = text.replace("children's home", "independent fostering agency")
    (tmp_path / "agency.md").write_text(text, encoding="utf-8")
    report = read_file(tmp_path / "agency.md")
    assert (report.framework, report.overall) == ("sccif", "good")
    assert [p.kind for p in report.paragraphs].count("recommendation") == 2
