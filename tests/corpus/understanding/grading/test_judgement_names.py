import pytest

from corpus.understanding.grading.judgement_names import (
    extract_letters,
    is_of_this_inspection,
    name_the_same,
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Staff", "1.2. Staff", True),
        ("Standard 1.1", "Standard 1.5", False),
        ("Standard 1.1", "Standard 1.1", True),
        ("Children’s rights", "childrens rights", True),
        ("Regulation 15: Staffing", "Regulation 15: Staffing levels", True),
        ("Staff", "Staffing", False),
    ],
)
def test_names_of_one_judgement(one, other, same):
    assert name_the_same(one, other) is same
    assert name_the_same(other, one) is same


def test_a_name_is_compared_by_its_words():
    assert extract_letters("2.1 Children’s  rights!") == "childrens rights"


def test_this_inspection_names_no_area():
    assert is_of_this_inspection("This inspection:")
    assert not is_of_this_inspection("This inspection and the last")
