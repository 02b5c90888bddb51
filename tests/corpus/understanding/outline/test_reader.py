from dataclasses import replace

import pytest

from corpus.layout.blocks import PARAGRAPH, Block
from corpus.model import Judgement
from corpus.understanding.outline.reader import OutlineReader
from tests.corpus.blocks import head, item, para, row
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY
from tests.corpus.understanding.outlining import outline, paragraphs_of, placements

SENTENCE = "Most plans for children are clear and are reviewed in good time."


def test_a_heading_within_a_section_inherits_all_but_its_name():
    blocks = [
        head("The experiences and progress of care leavers: good"),
        head("Housing", 3),
        para("A.", 1),
    ]
    assert placements("ilacs", blocks) == [("Housing", "care-leavers", "good", "finding")]


@pytest.mark.parametrize(
    ("between", "path"),
    [
        ([para("A.", 1)], ("Outcomes for looked after children", "Staying safe")),
        ([], ("Outcomes for looked after children", "Being healthy", "Staying safe")),
    ],
    ids=["beside a section", "right under a title"],
)
def test_a_known_heading_whose_level_is_guessed_stands_beside_the_section_before_it(between, path):
    guessed = replace(head("Staying safe", 5), level_is_guess=True)
    blocks = [
        head("Outcomes for looked after children"),
        head("Being healthy", 3),
        *between,
        guessed,
        para("B.", 2),
    ]
    reader = OutlineReader(FRAMEWORK_BY_KEY["slac"], ())
    assert paragraphs_of(reader, blocks)[-1].placement.path == path


def test_a_title_is_no_section_though_its_words_name_one():
    blocks = [
        head("Inspection of progress in the provision of safeguarding services in Eastmere"),
        para("Ofsted"),
        head("About the inspection"),
        para("A.", 1),
    ]
    assert placements("joint-area-review", blocks) == [
        ("About the inspection", "about", None, "context")
    ]


def test_findings_before_the_first_heading_are_findings_without_section():
    blocks = [
        row("Overall effectiveness", "Good"),
        para("Lead inspector: Ada Marsh"),
        para(SENTENCE),
        head("What needs to improve"),
        item("The clarity of plans."),
    ]
    assert placements("ilacs", blocks) == [
        (None, None, None, "finding"),
        ("What needs to improve", None, None, "recommendation"),
    ]


def test_a_box_in_the_middle_leaves_its_section_as_it_was():
    blocks = [
        head("Strengths"),
        para("A."),
        head("Practice study: area for improvement", boxed=True),
        para("B.", boxed=True),
        para("C."),
    ]
    assert [row[::3] for row in placements("jtai", blocks)] == [
        ("Strengths", "finding"),
        ("Practice study: area for improvement", "recommendation"),
        ("Strengths", "finding"),
    ]


def test_the_board_has_its_own_area_to_the_end_of_its_review():
    judgements = [
        Judgement("Overall effectiveness", "good", "overall"),
        Judgement("The Local Safeguarding Children Board", "inadequate", "partnership"),
    ]
    blocks = [
        head("Executive summary"),
        para("A."),
        head("The Local Safeguarding Children Board (LSCB)"),
        head("Executive summary"),
        para("B."),
        head("Recommendations"),
        para("C.", 1),
        head("Inspection findings – the Local Safeguarding Children Board"),
        para("D.", 2),
    ]
    assert [row[1:3] for row in placements("sif", blocks, judgements, "overall")] == [
        ("overall", "good"),
        ("partnership", "inadequate"),
        ("partnership", None),
        ("partnership", "inadequate"),
    ]


def test_the_scale_of_grades_names_its_halves():
    blocks = [
        head("What the inspection judgements mean"),
        head("The local authority"),
        para("A."),
        head("The LSCB"),
        para("B."),
        head("Section 2: The effectiveness of the Local Safeguarding Children Board"),
        para("C."),
    ]
    assert [row[1::2] for row in placements("sif", blocks)] == [
        ("about", "context"),
        ("about", "context"),
        ("partnership", "finding"),
    ]


def test_a_box_that_opens_a_known_section_is_that_section():
    blocks = [
        head("Strengths"),
        para("A."),
        head("Next steps", boxed=True),
        para("B.", boxed=True),
        para("C."),
    ]
    assert [row[0] for row in placements("jtai", blocks)] == [
        "Strengths",
        "Next steps",
        "Next steps",
    ]


def test_an_unknown_report_keeps_its_headings():
    blocks = [
        head("A survey of libraries", 1),
        head("Recommendations", 2),
        item("Open longer."),
        head("Opening hours", 2),
        para("A."),
        head("Health", 2),
        para("B."),
    ]
    assert placements("other", blocks) == [
        ("Recommendations", None, None, "recommendation"),
        ("Opening hours", None, None, "finding"),
        ("Health", "health", None, "finding"),
    ]


def test_recommendations_have_timescales_and_no_grade():
    blocks = [
        head("Overall effectiveness: good"),
        para("A.", 1),
        head("Areas for improvement"),
        para("In order to improve services, leaders should take the following action.", 2),
        head("Immediately:"),
        item("Do this."),
        para("Within three months:"),
        item("Do that."),
        head("Capacity to improve: good"),
        para("B.", 3),
    ]
    assert [row[3:] for row in outline("looked-after-2013", blocks)] == [
        ("good", "finding", None),
        (None, "context", None),
        (None, "recommendation", "immediately"),
        (None, "recommendation", "within three months"),
        ("good", "finding", None),
    ]


def test_a_timescale_beside_a_recommendation_is_its_own():
    blocks = [
        head("Areas for improvement"),
        Block(PARAGRAPH, "Plan more.", cells=("Within three months:",)),
        Block(PARAGRAPH, "Review plans.", cells=("Marrowdale council",)),
    ]
    assert [row[5] for row in outline("slac", blocks)] == ["within three months", None]


def test_inner_headings_stand_within_findings_and_end_recommendations():
    judgements = [Judgement("The Local Safeguarding Children Board", "good", "partnership")]
    blocks = [
        head("The graded judgement for adoption performance is that it is inadequate"),
        head("Inspection findings"),
        para("A."),
        head("The Local Safeguarding Children Board (LSCB)"),
        head("Recommendations"),
        para("B."),
        head("Inspection findings"),
        para("C."),
    ]
    assert placements("sif", blocks, judgements) == [
        (blocks[0].text, "adoption", "inadequate", "finding"),
        ("Recommendations", "partnership", None, "recommendation"),
        ("Inspection findings", "partnership", "good", "finding"),
    ]


def test_a_judged_heading_of_its_own_ends_the_recommendations():
    blocks = [
        head("Areas for improvement"),
        item("A."),
        head("Play and leisure: good"),
        para("B.", 1),
    ]
    assert [row[2:] for row in placements("slac", blocks)] == [
        (None, "recommendation"),
        ("good", "finding"),
    ]


def test_a_grade_under_run_on_or_beside_a_heading():
    blocks = [
        head("Safeguarding services"),
        head("Overall effectiveness"),
        head("Grade 2 (Good)"),
        para("A.", 1),
        head("Quality of provisionGrade 3 (Adequate)"),
        para("B.", 2),
        row("Partnership working", "Outstanding"),
        para("C.", 3),
        head("Services for looked after children"),
        head("Being healthy"),
        para("Grade 4 (Inadequate)"),
        para("D.", 4),
    ]
    assert placements("slac", blocks) == [
        ("Overall effectiveness", "help-and-protection", "good", "finding"),
        ("Quality of provision", "help-and-protection", "adequate", "finding"),
        ("Partnership working", "partnership", "outstanding", "finding"),
        ("Being healthy", "health", "inadequate", "finding"),
    ]


def test_a_grade_only_in_the_table():
    table = [Judgement("The experiences and progress of care leavers", "good", "care-leavers")]
    blocks = [head("The experiences and progress of care leavers"), para("A.", 1)]
    assert placements("ilacs", blocks, table) == [
        ("The experiences and progress of care leavers", "care-leavers", "good", "finding")
    ]


def test_a_past_grade_in_the_text_changes_nothing():
    blocks = [head("The experiences and progress of care leavers: good"), para("Services were inadequate.", 1), para("B.", 2)]  # fmt: skip
    assert [row[2] for row in placements("ilacs", blocks)] == ["good", "good"]


def test_an_unreadable_grade_is_a_doubt_and_grades_nothing():
    reader = OutlineReader(FRAMEWORK_BY_KEY["slac"], ())
    blocks = [head("Being healthy"), head("Grade 2 (Inadequate)"), para("A.", 1)]
    assert [p.placement.grade for p in paragraphs_of(reader, blocks)] == [None]
    assert [doubt.kind for doubt in reader.doubts] == ["grade-unreadable"]


@pytest.mark.parametrize(
    "blocks",
    [
        [head("Being healthy: inadequate"), para("A.", 1)],
        [head("Being healthy"), para("Grade 4 (Inadequate)"), para("A.", 1)],
        [head("Being healthy"), para("Inadequate"), para("A.", 1)],
    ],
    ids=["in the heading", "under it", "a word under it"],
)
def test_a_heading_that_contradicts_the_table_counts_and_is_a_doubt(blocks):
    reader = OutlineReader(FRAMEWORK_BY_KEY["slac"], (Judgement("Being healthy", "good", None),))
    assert [p.placement.grade for p in paragraphs_of(reader, blocks)] == ["inadequate"]
    assert [(doubt.kind, doubt.page) for doubt in reader.doubts] == [("grade-conflict", 1)]


def test_the_record_of_findings_is_data_and_gives_no_paragraph():
    blocks = [
        head("Overall effectiveness: good"),
        para("A.", 1),
        head("Record of main findings"),
        head("Services for looked after children"),
        row("Overall effectiveness", "Good"),
        row("Being healthy"),
    ]
    assert [row[0] for row in outline("looked-after-2013", blocks)] == ["A."]


def test_a_footnotes_mark_is_no_part_of_a_section():
    assert (
        placements("ilacs", [head("What needs to improve?¹"), item("A.")])[0][0]
        == "What needs to improve?"
    )


def test_rows_of_figures_are_paragraphs_and_lone_figures_are_not():
    blocks = [
        head("The experiences and progress of care leavers: good"),
        row("Year", "Children"),
        row("2014", "120"),
        row("87%", "–"),
        row("–", "–"),
        para("170"),
    ]
    assert [text for text, *_ in outline("ilacs", blocks)] == ["Year Children", "2014 120", "87% –"]


def test_a_row_that_says_what_a_section_is_heads_it():
    blocks = [
        head("Inspection judgements"),
        para("Pupils are proud of their pond, and of the frogs that live in it."),
        row("The quality of teaching", "is outstanding"),
        para("Lessons begin with a question."),
    ]
    assert placements("ofsted-school-2012", blocks)[1][:3] == (
        "The quality of teaching",
        "education",
        "outstanding",
    )


def test_a_cover_line_with_a_fact_is_no_paragraph_though_a_heading_stands_over_it():
    blocks = [
        head("Overview report"),
        para("Lead reviewer: Ann Hill"),
        para("A."),
        para("Author: B."),
    ]
    rows = placements("safeguarding-practice-review", blocks)
    assert len(rows) == 2


def test_a_sentence_that_all_reports_of_a_framework_have_is_context():
    blocks = [head("Is the service safe? Good"), para("Our findings"),
              para("Safe – this means we looked for evidence that people were safe."), para("Staff ask.")]  # fmt: skip
    assert [row[3] for row in placements("cqc", blocks)] == ["context", "finding"]


def test_rows_of_the_scale_of_grades_are_its_meanings():
    blocks = [head("What inspection judgements mean"), row("Grade", "Judgement", "Description"),
              row("Grade 2", "Good", "A good school is effective in all that it does.")]  # fmt: skip
    assert placements("ofsted-school-2012", blocks) == []
