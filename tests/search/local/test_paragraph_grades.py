"""The grade of each paragraph of a snapshot: its judgement's, else its report's."""

import pytest

from search.local.paragraph_grades import paragraph_grades
from tests.search.worlds import index_snapshot


@pytest.fixture(scope="module")
def grades(tmp_path_factory):
    snapshot = index_snapshot(
        tmp_path_factory.mktemp("grades") / "data",
        ("ash", [("one", {"grade": "good"}), ("two", {"grade": None})], {"overall": "inadequate"}),
        ("elm", [("three", {"grade": None})], {"overall": None}),
    )
    return paragraph_grades(snapshot)


def test_names_come_as_they_are_listed_and_codes_are_places_in_them(grades):
    assert grades.names == (None, "good", "inadequate")
    assert grades.codes.tolist() == [1, 2, 0]
    assert grades.living == ("good", "inadequate")


@pytest.mark.parametrize(
    ("grade", "docs"), [("good", [0]), ("INADEQUATE", [1]), ("splendid", []), ("", [])]
)
def test_the_mask_of_a_grade(grades, grade, docs):
    assert grades.mask(grade).nonzero()[0].tolist() == docs


def test_they_are_computed_once(tmp_path):
    snapshot = index_snapshot(tmp_path / "data", ("ash", ["one"], {}))
    assert paragraph_grades(snapshot) is paragraph_grades(snapshot)
