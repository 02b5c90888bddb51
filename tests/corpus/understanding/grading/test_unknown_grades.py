import pytest

from corpus.understanding.grading.judgements import read_judgements
from corpus.understanding.grading.unknown_grades import heads_grades, read_unknown_grade
from tests.corpus.blocks import head, para, row
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY, OFSTED


@pytest.mark.parametrize(
    ("cells", "heads"),
    [
        (["Area", "Grade"], True),
        (["Area", "Overall judgement"], True),
        (["Question", "Our rating"], True),
        (["Grade"], False),
        (["Area", "Graded care profile"], False),
    ],
)
def test_the_head_of_a_column_of_grades(cells, heads):
    assert heads_grades(cells) == heads


@pytest.mark.parametrize(
    ("cell", "in_table", "grade"),
    [
        ("Very Good", False, "very good"),
        ("Not compliant.", False, "not compliant"),
        ("Splendid", False, None),
        ("Splendid", True, "splendid"),
        ("Good", True, None),
        ("Grade 7 (Fine)", True, None),
        ("Not judged", True, None),
        ("Judgement", True, None),
        ("12 May 2030", True, None),
        ("Plans that all of the staff know well", True, None),
    ],
)
def test_a_grade_that_a_scale_does_not_have(cell, in_table, grade):
    assert read_unknown_grade(cell, OFSTED, in_table) == grade


def test_an_unknown_grade_is_kept_as_printed_and_doubted():
    blocks = [
        head("Inspection of Eastmere local authority children’s services"),
        row("Area", "Grade"),
        row("Overall effectiveness", "Good"),
        row("The impact of leaders", "Splendid"),
        para("Pay is good.", number=1),
    ]
    judgements, doubts = read_judgements(blocks, FRAMEWORK_BY_KEY["ilacs"])
    assert [(j.name, j.grade) for j in judgements] == [
        ("Overall effectiveness", "good"),
        ("The impact of leaders", "splendid"),
    ]
    assert [(d.kind, d.message) for d in doubts] == [
        (
            "grade-unknown",
            "a table has grades I do not know: “Splendid” for “The impact of leaders”",
        )
    ]
