"""The blind needs are whole, and the interval of a difference is that of pairs."""

import pytest

from tests.tools import blind


def test_every_need_is_asked_and_graded():
    sets = {name: (queries, grades) for name, queries, grades in blind.read_sets()}
    assert {name: len(queries) for name, (queries, _) in sets.items()} == {
        "development": 24,
        "held": 24,
        "others": 23,
    }
    for queries, grades in sets.values():
        assert queries.keys() == grades.keys()
        assert all(set(by_paragraph.values()) <= {0, 1, 2, 3} for by_paragraph in grades.values())
        assert all(max(by_paragraph.values()) == 3 for by_paragraph in grades.values())


@pytest.mark.parametrize(
    ("scores", "baseline", "expected"),
    [
        ([0.5, 0.9], [0.3, 0.7], (0.2, 0.2, 0.2)),
        ([1.0, 0.0], [0.0, 1.0], (0.0, -1.0, 1.0)),
    ],
)
def test_the_limits_are_those_of_paired_differences(scores, baseline, expected):
    assert blind.bootstrap_difference(scores, baseline) == pytest.approx(expected)
