"""The judgements of a report with its overall grade, and the grades of one area."""

import pytest

from corpus.model import Judgement
from search.authorities.judgements import grades_of_area, list_judgements
from tests.index.reports import report

LEADERS = Judgement("Leaders", "good", "leadership")
OVERALL = Judgement("Overall effectiveness", "adequate", "overall")


@pytest.mark.parametrize(
    ("overall", "judgements", "listed"),
    [
        ("good", (LEADERS,), [("overall", "good"), ("leadership", "good")]),
        ("adequate", (LEADERS, OVERALL), [("leadership", "good"), ("overall", "adequate")]),
        (None, (LEADERS,), [("leadership", "good")]),
    ],
    ids=["not printed", "printed", "none"],
)
def test_the_overall_grade_comes_first_where_no_table_prints_it(overall, judgements, listed):
    one = report("ash", "x", overall=overall, judgements=judgements)
    assert [(each.area, each.grade) for each in list_judgements(one)] == listed


@pytest.mark.parametrize(
    ("judgements", "grades"),
    [
        ([("Staying safe", "good"), ("Overall effectiveness", "adequate")], ("adequate",)),
        ([("Leaders", "good"), ("Capacity", "adequate"), ("Staff", "good")], ("good", "adequate")),
        ([], ()),
    ],
    ids=["as a whole", "each once", "none"],
)
def test_the_grades_of_an_area(judgements, grades):
    assert grades_of_area([Judgement(*one, "leadership") for one in judgements]) == grades
