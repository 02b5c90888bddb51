from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.contract import from_json, to_json
from corpus.errors import Refused
from corpus.formats.document import Document, TextLine
from corpus.model import Source
from corpus.understanding.report import assemble_report
from tests.corpus.files import document_in
from tests.shared import SEED, needs_shared

SOURCE = Source("report.txt", "0f1e2d3c" * 8, None)

SLAC = """
# Inspection of safeguarding and looked after children services
Borough of Eastmere
**Inspection dates:** 10-20 April 2012
**Reporting inspector** Ada Marsh HMI
**Published:** 29 May 2012
© Crown copyright 2012
This report is invented.
## About this inspection
1. The inspection looked at services for children in the town.
## Safeguarding services
### Overall effectiveness
**Grade 2 (Good)**
2. Plans for children are clear and are reviewed in good time.
## Areas for improvement
3. In order to improve services, the council should take the following action.
### Immediately:
- make the records of meetings clearer
- make the records of meetings clearer
## Services for looked after children
### Being healthy
**Grade 3 (Adequate)**
4. Health assessments are timely, but their findings are not always shared with carers.
""".strip()


def report_of(text):
    document = Document(tuple(parse_lines(text)), flowing=True)
    return assemble_report(document, SOURCE)


def parse_lines(text):
    """Yield the lines that the Markdown format would give for these few marks."""
    for line in filter(None, text.splitlines()):
        marks = len(line) - len(line.lstrip("#"))
        if marks:
            yield TextLine(line[marks:].strip(), heading_level=marks)
        elif line.startswith("- "):
            yield TextLine(line[2:], bullet_depth=1)
        else:
            yield TextLine(line.replace("*", ""), bold=line.startswith("**"))


@pytest.fixture(scope="module")
def slac():
    return report_of(SLAC)


def test_facts_and_ids(slac):
    assert slac.id == "eastmere-slac-2012-05-29"
    assert (slac.authority, slac.region, slac.framework) == ("Eastmere", None, "slac")
    assert (slac.inspection_start, slac.inspection_end) == (date(2012, 4, 10), date(2012, 4, 20))
    assert (slac.published, slac.lead_inspector) == (date(2012, 5, 29), "Ada Marsh")
    assert slac.invented
    names = [paragraph.id.removeprefix(f"{slac.id}/") for paragraph in slac.paragraphs]
    assert names[:3] == ["p1", "p2", "p3"]
    assert names[4] == f"{names[3]}-2"
    assert [paragraph.ordinal for paragraph in slac.paragraphs] == [1, 2, 3, 4, 5, 6]


def test_places_of_paragraphs(slac):
    rows = [(p.section, p.area, p.grade, p.kind, p.timescale) for p in slac.paragraphs]
    assert rows == [
        ("About this inspection", "about", None, "context", None),
        ("Overall effectiveness", "help-and-protection", "good", "finding", None),
        ("Areas for improvement", "help-and-protection", None, "context", None),
        ("Areas for improvement", "help-and-protection", None, "recommendation", "immediately"),
        ("Areas for improvement", "help-and-protection", None, "recommendation", "immediately"),
        ("Being healthy", "health", "adequate", "finding", None),
    ]


def test_themes_are_tagged(slac):
    assert "health" in slac.paragraphs[-1].themes
    assert slac.paragraphs[-1].polarity in {"strength", "weakness", "mixed", "neutral"}


def test_themes_by_section_are_those_of_headings_and_areas(slac):
    assert [paragraph.section_themes for paragraph in slac.paragraphs] == [
        (),
        *[("safeguarding",)] * 4,
        ("health",),
    ]


def test_the_report_keeps_the_contract(slac):
    assert from_json(to_json(slac)) == slac


def test_reading_again_moves_no_id(slac):
    assert [p.id for p in report_of(SLAC).paragraphs] == [p.id for p in slac.paragraphs]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "no text"),
        ("# Page not found\nThe page that you asked for is not here, sorry about that.", "not an inspection report"),
        ("- bread\n- milk\n- six eggs, or a dozen if they are on offer this week", "not an inspection report"),
        ("# Focused visit to Eastmere children's services", "no paragraph"),
        ("# Report to Cabinet\n## Focused visit to Kent children's services\nMembers are asked to note what inspectors found.", "its title says that it is a paper for a committee"),
        ("# Elm plc 2023\n## The year\nThe board reviewed its judgements of each segment after an inspection of its sites, and found them good.", "not an inspection report"),
        ("# The Old House\nThe inspector looked at her for a long while, and reviewed his judgement of the case, and went home.", "not an inspection report"),
        ("# Governing body\nThe head told governors that a focused visit to Kent children's services had been made, and was asked why.", "not an inspection report"),
    ],
    ids=["empty", "error page", "shopping list", "title alone", "paper", "company", "novel", "minutes"],
)  # fmt: skip
def test_what_is_not_a_report_is_refused(text, cause):
    with pytest.raises(Refused, match=cause) as refusal:
        report_of(text)
    assert str(refusal.value).startswith("report.txt: ")


def test_a_report_of_no_known_kind_is_read_as_other():
    text = """
# A review of libraries in Eastmere
## Findings
Inspectors found that most libraries open early and that people value this a great deal.
The inspection also found that the shelves of the smaller libraries are often half empty.
## Recommendations
- The council should review how books are shared between its libraries across the town.
"""
    report = report_of(text)
    assert (report.framework, report.title) == ("other", "A review of libraries in Eastmere")
    assert [(p.section, p.kind) for p in report.paragraphs] == [
        ("Findings", "finding"),
        ("Findings", "finding"),
        ("Recommendations", "recommendation"),
    ]
    assert "framework-unknown" in {doubt.kind for doubt in report.doubts}


def test_what_has_one_sign_of_an_inspection_is_read_and_doubted():
    report = report_of("# Inspection of Elm House\nChildren told us that they feel safe here.")
    assert report.framework == "other"
    assert [d.message for d in report.doubts if d.kind == "inspection-doubtful"] == [
        "it may be no inspection report: only its cover names an inspection"
    ]


@pytest.mark.parametrize(
    ("text", "framework"),
    [
        ("# Focused visit to Eastmere children's services\nPlans are clear, and staff share them with children and their families.", "focused-visit"),
        ("Ofsted\n\n# Findings\n\n" + 20 * "word " + "on the focused visit to Eastmere.", "focused-visit"),
        ("# Inspection of a house\n\nThis letter summarises the findings of our focused visit to Eastmere, at length and with " + 9 * "many " + "words.", "focused-visit"),
        ("# Inspection of a house\n\nThe council knew of the focused visit to Kent, and said so at length and with " + 9 * "many " + "words.", "other"),
        ("# Inspection of a house\n\n" + 20 * "word " + "\n\n## Focused visit to Kent\n\nWords.", "other"),
    ],
    ids=["title", "publisher known", "tells of itself", "mentioned", "heading below prose"],
)  # fmt: skip
def test_a_framework_is_named_by_the_report_itself(text, framework):
    assert report_of(text).framework == framework


WORDS = st.sampled_from(
    ["Inspection of looked after children services", "Grade 2 (Good)", "Areas for improvement",
     "Immediately:", "Overall effectiveness", "Dear Ms Marsh", "Yours sincerely", "1. Plans are clear.",
     "This inspection found that plans are clear and reviewed on time, which is good.", "© Crown", "7"]
)  # fmt: skip
LINES = st.builds(TextLine, WORDS | st.text(max_size=40), heading_level=st.none() | st.integers(1, 3), bullet_depth=st.none() | st.just(1))  # fmt: skip


@given(st.lists(LINES, max_size=30))
def test_any_lines_give_a_sound_report_or_a_refusal(lines_of_file):
    try:
        report = assemble_report(Document(tuple(lines_of_file), flowing=True), SOURCE)
    except Refused:
        return
    ids = [paragraph.id for paragraph in report.paragraphs]
    assert len(set(ids)) == len(ids) > 0
    assert all(p.grade is None for p in report.paragraphs if p.kind != "finding")
    assert from_json(to_json(report)) == report


@pytest.fixture(scope="module")
def seed():
    return assemble_report(document_in(SEED), Source(SEED.name, "0" * 64, None))


@needs_shared
class TestSeed:
    """A real report, read exactly as a person reads it."""

    def test_facts(self, seed):
        assert (seed.authority, seed.region, seed.framework) == ("Kensington and Chelsea", "London", "slac")  # fmt: skip
        assert (seed.inspection_start, seed.inspection_end) == (date(2012, 4, 10), date(2012, 4, 20))  # fmt: skip
        assert (seed.published, seed.lead_inspector) == (date(2012, 5, 29), "Stephen Hart")
        assert (seed.id, seed.overall) == ("kensington-and-chelsea-slac-2012-05-29", "good")
        assert seed.doubts == ()

    def test_numbers_run_from_1_to_110(self, seed):
        assert [p.number for p in seed.paragraphs if p.number] == list(range(1, 111))

    def test_every_row_of_the_record_is_a_judgement(self, seed):
        assert {judgement.grade for judgement in seed.judgements} == {"good"}
        areas = Counter(judgement.area for judgement in seed.judgements)
        assert areas == {"help-and-protection": 10, "children-in-care": 12}
        assert len({(judgement.name, judgement.area) for judgement in seed.judgements}) == 22

    def test_every_finding_has_section_and_grade(self, seed):
        findings = [p for p in seed.paragraphs if p.kind == "finding"]
        assert [p.number for p in findings] == [n for n in range(11, 111) if n not in (20, 65)]
        assert {p.grade for p in findings} == {"good"}
        assert len({(p.section, p.area) for p in findings}) == 16

    def test_recommendations_have_timescales(self, seed):
        recommendations = [p for p in seed.paragraphs if p.kind == "recommendation"]
        assert Counter(p.area for p in recommendations) == {
            "help-and-protection": 7,
            "children-in-care": 8,
        }
        assert Counter(p.timescale for p in recommendations) == {"immediately": 5, "within three months": 8, "within six months": 2}  # fmt: skip

    def test_the_five_bullets_of_paragraph_2(self, seed):
        at = next(i for i, p in enumerate(seed.paragraphs) if p.number == 2)
        assert [p.number for p in seed.paragraphs[at + 1 : at + 7]] == [None] * 5 + [3]

    def test_contents_and_licence_give_no_paragraph(self, seed):
        texts = [p.text for p in seed.paragraphs]
        assert not any(
            "copyright" in t or "reproduced" in t or "Further copies" in t for t in texts
        )
        assert "Contents" not in {p.section for p in seed.paragraphs}
