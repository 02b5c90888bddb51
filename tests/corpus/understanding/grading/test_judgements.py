import pytest

from corpus.model import Judgement
from corpus.understanding.grading.judgements import (
    find_judgement,
    find_overall_grade,
    read_judgements,
)
from tests.corpus.blocks import head, item, para, row
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY

ILACS = [
    head("Inspection of Eastmere local authority children’s services"),
    row("Judgement", "Grade"),
    row("The impact of leaders on social work practice with children and families", "Good"),
    row("The experiences and progress of children in care", "Requires improvement to be good"),
    row("Overall effectiveness", "Good"),
    para("Services were inadequate when they were last inspected.", number=1),
]
SLAC = [
    head("Safeguarding services"),
    para("Plans are clear.", number=1),
    head("Record of main findings:"),
    row("Safeguarding services"),
    row("Overall effectiveness", "2 (Good)"),
    head("Safeguarding outcomes for children and young people"),
    row("Quality of provision", "Grade 2 (Good)"),
    row("Services for looked after children"),
    row("Overall effectiveness", "3 (Adequate)"),
    row("Quality of provision", "Adequate"),
]
SIF = [
    head("The overall judgement is requires improvement"),
    row("1. Children who need help and protection", "Requires improvement"),
    row("2. Children looked after and achieving permanence", "Good"),
    row("2.1 Adoption performance", "Not judged"),
    para("2.2 Experiences and progress of care leavers Good"),
    row("3. Leadership, management and governance", "Inadequate"),
    head("The effectiveness of the Local Safeguarding Children Board (LSCB) is good"),
    para("Plans are clear.", number=1),
    row("Children who need help and protection", "Good"),
]


def judgement_rows(key, blocks):
    return [(j.name, j.grade, j.area) for j in read_judgements(blocks, FRAMEWORK_BY_KEY[key])[0]]


def test_the_table_on_the_first_page():
    assert judgement_rows("ilacs", ILACS) == [
        ("The impact of leaders on social work practice with children and families", "good", "leadership"),
        ("The experiences and progress of children in care", "requires improvement", "children-in-care"),
        ("Overall effectiveness", "good", "overall"),
    ]  # fmt: skip


def test_the_record_tells_its_two_services_apart():
    assert judgement_rows("slac", SLAC) == [
        ("Overall effectiveness", "good", "help-and-protection"),
        ("Quality of provision", "good", "help-and-protection"),
        ("Overall effectiveness", "adequate", "children-in-care"),
        ("Quality of provision", "adequate", "children-in-care"),
    ]


def test_rows_lines_and_sentences_of_the_single_framework():
    assert judgement_rows("sif", SIF) == [
        ("Children who need help and protection", "requires improvement", "help-and-protection"),
        ("Children looked after and achieving permanence", "good", "children-in-care"),
        ("Experiences and progress of care leavers", "good", "care-leavers"),
        ("Leadership, management and governance", "inadequate", "leadership"),
        ("Overall effectiveness", "requires improvement", "overall"),
        (
            "The effectiveness of the Local Safeguarding Children Board (LSCB)",
            "good",
            "partnership",
        ),
    ]


def test_a_name_that_wraps_and_a_division_that_runs_into_a_name():
    blocks = [
        para("Record of main findings:"),
        row("Services for looked after children Overall effectiveness", "2 (Good)"),
        head("The contribution of health"),
        row("agencies to safety", "Good"),
    ]
    assert judgement_rows("slac", blocks) == [
        ("Overall effectiveness", "good", "children-in-care"),
        ("The contribution of health agencies to safety", "good", "children-in-care"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Children’s services in Eastmere require improvement to be good",
        "Children’s services in Eastmere require improvement because:",
        "Children’s services require improvement to be good",
        "Children’s social care services require improvement",
        "The overall judgement is that children’s services require improvement",
    ],
)
def test_a_sentence_that_grades_the_whole(text):
    assert judgement_rows("sif", [head(text)]) == [
        ("Overall effectiveness", "requires improvement", "overall")
    ]


def test_a_grade_that_cannot_be_read_is_a_doubt_and_no_judgement():
    judgements, doubts = read_judgements(
        [row("Overall effectiveness", "Grade 2 (Inadequate)")], FRAMEWORK_BY_KEY["ilacs"]
    )
    assert judgements == ()
    assert [(doubt.kind, doubt.page) for doubt in doubts] == [("grade-unreadable", 1)]
    assert "“Overall effectiveness” reads “Grade 2 (Inadequate)”" in doubts[0].message


@pytest.mark.parametrize(
    ("blocks", "name"),
    [
        (
            [head("The effectiveness of the LSCB requires improvement")],
            "The effectiveness of the LSCB",
        ),
        (
            [
                head("The effectiveness of the Local Safeguarding Children Board (LSCB)"),
                head("Requires improvement."),
            ],
            "The effectiveness of the Local Safeguarding Children Board (LSCB)",
        ),
    ],
    ids=["abbreviated", "grade on its own line"],
)
def test_the_boards_judgement(blocks, name):
    assert judgement_rows("sif", blocks) == [(name, "requires improvement", "partnership")]


def test_judgements_of_earlier_inspections_are_none_of_this_one():
    earlier = [head("Previous inspections"), item("overall effectiveness: inadequate")]
    blocks = [head("Children’s services in Eastmere are good"), *earlier]
    assert judgement_rows("sif", blocks) == [("Overall effectiveness", "good", "overall")]


@pytest.mark.parametrize(
    "line",
    [
        "The overall judgement is that services are not yet good",
        "The overall judgement is no longer inadequate",
        "Children’s services in Eastmere are not consistently good",
        "Children’s services in Eastmere are no longer outstanding",
        "Children’s services in Eastmere were previously inadequate",
        "Overall effectiveness is less than good",
        "Overall effectiveness is not good",
        "The LSCB is not yet good because:",
        "Overall effectiveness at previous inspection Good",
        "Overall effectiveness cannot be called good",
        "Overall effectiveness: nowhere near good",
        "Overall effectiveness is seldom good",
        "Overall effectiveness lacks good",
    ],
)
@pytest.mark.parametrize("block", [head, para])
def test_a_grade_that_is_denied_or_of_another_time_is_no_judgement(line, block):
    assert judgement_rows("sif", [block(line)]) == []


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        (" requires improvement and is not yet good", "requires improvement"),
        (": Requires improvement and is not yet good", "requires improvement"),
        (": Requires improvement (previously good)", "requires improvement"),
        (": Good (previously inadequate)", "good"),
        (": good with outstanding features", "good"),
        (", which was not good in 2019, is now good", "good"),
        (" is judged to be inadequate", "inadequate"),
        (" continues to be good", "good"),
        (" is good", "good"),
        (" (good)", "good"),
        (" Good", "good"),
    ],
)
@pytest.mark.parametrize(
    ("key", "name", "area"),
    [
        ("sif", "Leadership, management and governance", "leadership"),
        ("ilacs", "The experiences and progress of children in care", "children-in-care"),
    ],
)
def test_a_heading_that_grades_what_it_names(key, name, area, words, grade):
    assert judgement_rows(key, [head(name + words)]) == [(name, grade, area)]


def test_a_row_of_the_previous_inspection_is_left_out():
    blocks = [
        row("Overall effectiveness", "Requires improvement"),
        row("Overall effectiveness at previous inspection", "Good"),
    ]
    assert judgement_rows("ilacs", blocks) == [
        ("Overall effectiveness", "requires improvement", "overall")
    ]


def test_a_framework_without_grades_has_no_judgements():
    assert judgement_rows("jtai", [row("Overall effectiveness", "Good")]) == []


@pytest.mark.parametrize(
    ("grades", "overall"), [(["good"], "good"), (["good", "good"], "good"), (["good", "adequate"], None), ([], None)]
)  # fmt: skip
def test_the_overall_grade_is_one_or_none(grades, overall):
    judgements = [Judgement("Overall effectiveness", grade, None) for grade in grades]
    assert find_overall_grade([*judgements, Judgement("Leadership", "inadequate", None)]) == overall


JUDGEMENTS = (
    Judgement("Quality of provision", "good", "help-and-protection"),
    Judgement("Quality of provision", "adequate", "children-in-care"),
    Judgement("Adoption performance", "inadequate", "adoption"),
)


@pytest.mark.parametrize(
    ("heading", "area", "division", "grade"),
    [
        ("Quality of provision", "help-and-protection", "help-and-protection", "good"),
        ("Quality of provision", "children-in-care", "children-in-care", "adequate"),
        ("Quality of provision", None, None, None),
        ("2.1 Adoption performance", None, None, "inadequate"),
        ("Becoming a family", "adoption", None, "inadequate"),
        ("Becoming a family", "health", None, None),
    ],
)
def test_the_judgement_that_a_section_stands_in(heading, area, division, grade):
    judgement = find_judgement(JUDGEMENTS, heading, area, division)
    assert (judgement.grade if judgement else None) == grade


def test_a_name_that_goes_on_is_the_same_judgement():
    blocks = [
        head("Inspection judgements"),
        row("Overall experiences and progress of children, taking into account", "Good"),
        row("The effectiveness of leaders and managers", "Inadequate"),
        para("Overall experiences and progress of children: good"),
    ]
    judgements, _ = read_judgements(blocks, FRAMEWORK_BY_KEY["sccif"])
    assert [j.grade for j in judgements] == ["good", "inadequate"]


def test_this_inspection_is_the_judgement_of_the_row_above():
    rows = [
        row("Overall effectiveness", "Previous inspection:", "Requires improvement", "3"),
        row("", "This inspection:", "Good", "2"),
        row("Quality of teaching", "Outstanding", "1"),
    ]
    assert judgement_rows("ofsted-school-2012", rows) == [
        ("Overall effectiveness", "good", "overall"),
        ("Quality of teaching", "outstanding", "education"),
    ]


def test_a_row_that_begins_with_a_day_is_of_an_earlier_inspection():
    rows = [row("How children are helped", "Good"), row("02/04/2030", "Full", "Outstanding")]
    assert [grade for _, grade, _ in judgement_rows("sccif", rows)] == ["good"]


def test_parts_without_an_area_end_the_part_before():
    blocks = [head("Ratings"), para("3. Out-of-court disposals"), row("3.1", "Assessment", "Good"),
              head("1. Organisational delivery"), row("1.2", "Staff", "Inadequate")]  # fmt: skip
    assert judgement_rows("hmip-youth-justice", blocks) == [
        ("Assessment", "good", None), ("Staff", "inadequate", "leadership"),
    ]  # fmt: skip
