"""Ratios are of medians, their mean is geometric, and the worst item is named."""

import pytest

from tests.bench.pair.ratios import Sample, compare_samples


def samples(item, side, *rounds):
    return [
        Sample("call", item, side, number, value)
        for number, values in enumerate(rounds)
        for value in values
    ]


def test_a_figure_is_the_geometric_mean_of_the_ratios_of_medians():
    (ratio,) = compare_samples(
        [
            *samples("a", "before", [1.0, 2.0, 9.0]),
            *samples("a", "now", [1.0, 4.0, 4.0]),
            *samples("b", "before", [10.0]),
            *samples("b", "now", [5.0]),
        ]
    )
    assert ratio.mean == pytest.approx(1.0)
    assert (ratio.worst, ratio.worst_item) == (2.0, "a")


def test_the_rounds_show_how_far_the_figure_differs():
    (ratio,) = compare_samples(
        [*samples("a", "before", [1.0], [1.0], [1.0]), *samples("a", "now", [0.5], [1.0], [3.0])]
    )
    assert (ratio.low, ratio.mean, ratio.high) == pytest.approx((0.5, 1.0, 3.0))
