from corpus.understanding.grading.grades_behind import bring_grades_forward, list_headings
from tests.corpus.blocks import head, item, para, row
from tests.corpus.known_frameworks import SCALE_BY_KEY

HIQA = SCALE_BY_KEY["hiqa"]
STAFFING, FIRE = head("Regulation 15: Staffing"), head("Regulation 28: Fire")
ROSTER, DOOR = para("There were enough staff."), para("A door was held open.")
MET, NOT_MET = para("Judgment: Compliant"), para("Judgment: Not compliant")


def test_a_grade_behind_a_text_is_brought_to_its_heading():
    blocks = [para("Compliant"), STAFFING, ROSTER, MET, FIRE, DOOR, NOT_MET]
    moved = [para("Compliant"), STAFFING, MET, ROSTER, FIRE, NOT_MET, DOOR]
    assert bring_grades_forward(blocks, HIQA) == moved
    assert bring_grades_forward(moved, HIQA) == moved


def test_what_is_no_grade_alone_stays():
    blocks = [
        STAFFING,
        ROSTER,
        item("Compliant"),
        row("Fire", "Compliant"),
        para("Compliant", number=1),
    ]
    assert bring_grades_forward(blocks, HIQA) == blocks


def test_each_heading_is_listed_with_the_grade_behind_it():
    blocks = [head("Quality"), STAFFING, MET, ROSTER, FIRE]
    assert list(list_headings(blocks, HIQA)) == [
        (head("Quality"), None),
        (STAFFING, MET),
        (FIRE, None),
    ]


def test_a_grade_in_the_type_of_a_heading_is_brought_forward():
    blocks = [
        head("Standard 1.1"),
        para("A."),
        head("Judgment: Compliant", 4),
        head("Standard 1.2"),
    ]
    scale = SCALE_BY_KEY["hiqa"]
    assert [b.text for b in bring_grades_forward(blocks, scale)] == [
        "Standard 1.1", "Judgment: Compliant", "A.", "Standard 1.2",
    ]  # fmt: skip
