import pytest

from corpus.understanding.grading.criteria import find_criteria
from tests.corpus.blocks import head, item, para, row
from tests.corpus.known_frameworks import SCALE_BY_KEY
from tests.corpus.understanding.outlining import placements

OFSTED = SCALE_BY_KEY["ofsted"]
MEANING = "children are seen alone, and plans are clear"
CRITERIA = [para(f"{word}: {MEANING}.") for word in ("Outstanding", "Good", "Inadequate")]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (CRITERIA, {0, 1, 2}),
        ([para("Plans are clear."), *CRITERIA, para("Leaders act.")], {1, 2, 3}),
        ([row(word, MEANING) for word in ("Good", "Adequate", "Inadequate")], {0, 1, 2}),
        ([item(f"{w} (grade 2) – {MEANING}") for w in ("Outstanding", "Requires improvement", "Good")], {0, 1, 2}),
        ([*CRITERIA[:2], para("Leaders act."), CRITERIA[2]], set()),
        ([CRITERIA[1]] * 4, set()),
        ([para(f"{word}: adoption") for word in ("Outstanding", "Good", "Inadequate")], set()),
        ([para(f"{word}: {MEANING}") for word in ("Sunny", "Cloudy", "Stormy")], set()),
        ([para(f"Good practice: {MEANING}"), *CRITERIA[:2]], set()),
        ([head(f"{word}: {MEANING}") for word in ("Outstanding", "Good", "Inadequate")], set()),
        ([], set()),
    ],
    ids=["run", "among text", "rows", "items", "interrupted", "one grade", "names of areas", "no grades",
         "other words", "headings", "none"],
)  # fmt: skip
def test_the_criteria_of_a_scale_are_a_run_of_its_grades(blocks, expected):
    assert find_criteria(blocks, OFSTED) == expected


def test_without_a_scale_there_are_no_criteria():
    assert find_criteria(CRITERIA, None) == set()


@pytest.mark.parametrize("key", ["ilacs", "other"])
def test_criteria_are_context_and_their_section_goes_on(key):
    blocks = [head("Care leavers: good"), para("Plans are clear."), *CRITERIA, para("Leaders act.")]
    read = placements(key, blocks)
    assert [row[3] for row in read] == ["finding", *["context"] * 3, "finding"]
    assert [row[2] for row in read] == ["good", None, None, None, "good"]


@pytest.mark.parametrize(
    "heading",
    [
        "The board is likely to be judged to be good if the following apply:",
        "The service is likely to be inadequate if:",
        "Appendix 2: Grade criteria",
        "What the grades mean",
    ],
)
def test_a_heading_over_criteria_is_over_context(heading):
    blocks = [head("Care leavers: good"), para("A."), head(heading), para("Plans are clear.")]
    assert placements("ilacs", blocks)[1][2:] == (None, "context")
