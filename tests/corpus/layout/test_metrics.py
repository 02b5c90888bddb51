"""What is expected of a line, given the metrics of its document."""

from dataclasses import replace

import pytest

from corpus.layout.metrics import LayoutMetrics, is_body_size
from tests.corpus.layout.printing import layout_lines, line

METRICS = LayoutMetrics(
    body_size=12.0,
    leading=15.0,
    right_edge=500.0,
    right_edges={(1, 0, 90): 450.0},
    page_leadings={2: 18.0},
    is_typewritten=False,
    page_bottom=760.0,
)


def expected(method, **place):
    (layout_line,) = layout_lines(line("Help", 700, **place))
    return getattr(METRICS, method)(layout_line)


@pytest.mark.parametrize(
    ("place", "leading"),
    [({}, 15.0), ({"page": 2}, 18.0), ({"size": 24.0}, 30.0), ({"size": 8.0}, 15.0)],
    ids=["body", "a page of its own leading", "large type", "small type"],
)
def test_leading_grows_with_type_larger_than_the_body(place, leading):
    assert expected("leading_of", **place) == leading


@pytest.mark.parametrize(
    ("place", "edge"),
    [({"left": 90.2}, 450.0), ({"left": 71}, 500.0), ({"left": 90.2, "page": 2}, 500.0)],
    ids=["an indent of its own edge", "the margin", "another page"],
)
def test_the_right_edge_is_that_of_the_indent_where_it_has_one(place, edge):
    assert expected("right_edge_of", **place) == edge


def test_lines_left_below_count_from_the_line_down_to_where_pages_end():
    assert expected("lines_left_below") == pytest.approx((760 - 712) / 15)


@pytest.mark.parametrize(("is_typewritten", "slack"), [(False, 6.0), (True, 100.0)])
def test_typed_lines_may_end_far_short_of_the_edge(is_typewritten, slack):
    assert replace(METRICS, is_typewritten=is_typewritten).slack == pytest.approx(slack)


@pytest.mark.parametrize(("size", "expected"), [(12.5, True), (11.5, True), (12.75, False)])
def test_body_size_is_within_a_tolerance(size, expected):
    assert is_body_size(size, 12.0) is expected
