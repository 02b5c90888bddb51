"""A document's metrics, measured on small pages."""

import pytest

from corpus.layout.measuring import common_right_edge, measure
from corpus.layout.metrics import LayoutMetrics
from tests.corpus.layout.printing import (
    PITCH,
    SIZE,
    layout_lines,
    line,
    paragraph,
    sentence,
    stack,
    wrap,
)

BODY = stack(paragraph(sentence(60), 0), paragraph(sentence(50, "Leaders"), 0))


def test_no_lines_have_the_metrics_of_nothing():
    assert measure(()) == LayoutMetrics()


def test_body_size_and_leading_are_those_of_most_letters():
    heading = line("Main findings", 40, size=20.0, bold=True)
    metrics = measure(layout_lines(heading, *BODY))
    assert (metrics.body_size, metrics.leading, metrics.page_leadings) == (SIZE, PITCH, {1: PITCH})
    assert not metrics.is_typewritten


def test_leading_of_a_page_of_few_lines_is_not_its_own():
    few = stack(paragraph(sentence(30), 0, page=2), top=90)
    assert measure(layout_lines(*BODY, *few)).page_leadings.keys() == {1}


def test_a_right_edge_is_that_of_enough_lines_at_one_indent():
    indented = paragraph(sentence(60), 400, left=90)
    short = paragraph(sentence(20), 600, left=110)
    edges = measure(layout_lines(*BODY, *indented, *short)).right_edges
    assert edges == {
        (1, 0, 71): max(line.right for line in BODY),
        (1, 0, 90): max(line.right for line in indented),
    }


def test_the_furthest_few_lines_set_no_edge():
    lines = [line("a" * 10, 0)] * 98 + [line("a" * 80, 0)]
    assert common_right_edge(layout_lines(*lines)) == lines[0].right


def test_pages_are_filled_as_far_as_four_in_five_are():
    pages = [line("Help is timely", top, page=page) for page, top in enumerate((700, 720, 740), 1)]
    assert measure(layout_lines(*pages)).page_bottom == 740 + SIZE
    most = [line("Help", 600, page=page) for page in range(1, 10)]
    assert measure(layout_lines(*most, line("Help", 740, page=10))).page_bottom == 600 + SIZE


@pytest.mark.parametrize(
    ("look", "is_typewritten"),
    [({}, True), ({"bold": True}, False), ({"size": 14.0}, False), ({"left": 0.5}, False)],
    ids=["typed", "bold", "larger", "between two places of a typewriter"],
)
def test_all_type_is_alike_where_it_was_typed(look, is_typewritten):
    typed = [line(text, 12 * row, 0) for row, text in enumerate(wrap(sentence(60), 0))]
    odd = line("Help", 600, **{"left": 6, **look})
    assert measure(layout_lines(*typed, odd)).is_typewritten is is_typewritten
