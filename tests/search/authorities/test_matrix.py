"""The matrix of judgements: areas over all frameworks, gaps that stay gaps, scales as they are."""

from datetime import date

import pytest

from corpus.model import Judgement
from search.authorities.matrix import MatrixCell, gives_result, judgement_matrix
from tests.index.reports import report

LEADERS = Judgement("The impact of leaders on social work practice", "inadequate", "leadership")
JOINT = Judgement(
    "The experiences and progress of children in care and care leavers", "good", "children-in-care"
)
LEAVERS = Judgement("The experiences and progress of care leavers", "good", "care-leavers")
ILACS_2024 = report("ash-2024", "x", day=date(2024, 1, 1), judgements=(LEADERS, LEAVERS))
ILACS_2019 = report("ash-2019", "x", day=date(2019, 1, 1), judgements=(JOINT,))
VISIT = report("ash-2021", "x", framework="focused-visit", overall=None)
SEND = report("ash-send", "x", framework="area-send", overall=None, outcome=2)
YOUTH = report(
    "ash-youth",
    "x",
    framework="hmip-youth-justice",
    overall="outstanding",
    scale="hmi-probation",
    judgements=(Judgement("Overall", "outstanding", "overall"),),
)
SCHOOL = report("ash-school", "x", framework="ofsted-school-2019", overall="good")


def table(*reports):
    """The rows of a matrix: label -> the grades, outcome or joint area in each column."""
    return {
        row.label: [cell.grades or cell.outcome or cell.together_with for cell in row.cells]
        for row in judgement_matrix(reports).rows
    }


def test_areas_are_rows_and_inspections_columns_in_their_order():
    assert table(ILACS_2024, VISIT, ILACS_2019) == {
        "Overall effectiveness": [("good",), None, ("good",)],
        "Children in care": [None, None, ("good",)],
        "Care leavers": [("good",), None, "Children in care"],
        "Leadership": [("inadequate",), None, None],
    }
    assert judgement_matrix([VISIT, ILACS_2019]).reports == (VISIT, ILACS_2019)


def test_an_area_that_is_only_judged_together_with_another_has_no_row():
    assert "Care leavers" not in table(ILACS_2019)


def test_an_outcome_and_the_grade_of_a_service_have_rows_of_their_own():
    rows = table(SEND, YOUTH)
    assert list(rows) == ["Area SEND", "Youth justice inspection"]
    assert {row.area for row in judgement_matrix([SEND, YOUTH]).rows} == {None}
    assert rows["Area SEND"][0].lower().startswith("inconsistent")
    assert rows["Youth justice inspection"] == [None, ("outstanding",)]


def test_a_report_on_a_school_says_nothing_of_its_authority():
    assert judgement_matrix([SCHOOL]).reports == ()


def test_a_cell_keeps_every_judgement_of_its_area_as_printed():
    twice = Judgement("Capacity to improve", "good", "leadership")
    matrix = judgement_matrix([report("ash", "x", judgements=(LEADERS, twice, LEADERS))])
    (cell,) = next(row.cells for row in matrix.rows if row.label == "Leadership")
    assert cell.judgements == (LEADERS, twice, LEADERS)
    assert cell.grades == ("inadequate", "good")


def test_the_grade_of_a_part_as_a_whole_stands_for_its_judgements():
    whole = Judgement("Overall effectiveness", "adequate", "help-and-protection")
    safe = Judgement("Staying safe", "good", "help-and-protection")
    led = Judgement("Leadership and management", "inadequate", "help-and-protection")
    slac = report("ash", "x", framework="slac", overall=None, judgements=(safe, whole, led))
    (row,) = judgement_matrix([slac]).rows  # it has no row of leadership either
    assert row.area == "help-and-protection"
    assert (row.label, row.cells[0].grades) == ("Help and protection", ("adequate",))
    assert row.cells[0].judgements == (safe, whole, led)


def test_judgements_without_an_area_have_a_row():
    partnership = Judgement("Work with schools", "adequate", None)
    assert table(report("ash", "x", overall=None, judgements=(partnership,))) == {
        "Other judgements": [("adequate",)]
    }


def test_an_overall_grade_that_a_table_prints_is_not_told_twice():
    printed = Judgement("Overall effectiveness", "good", "overall")
    (row,) = judgement_matrix([report("ash", "x", judgements=(printed,))]).rows
    assert row.cells == (MatrixCell((printed,)),)


def test_without_results_there_are_no_rows():
    assert table(VISIT) == table() == {}


@pytest.mark.parametrize(("one", "gives"), [(ILACS_2024, True), (SEND, True), (VISIT, False)])
def test_a_result_is_a_grade_or_an_outcome(one, gives):
    assert gives_result(one) is gives
