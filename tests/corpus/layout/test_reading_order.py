"""Reading order: columns keep the file's order, what was drawn late goes where it stands."""

import pytest

from corpus.layout.reading_order import MAX_RUNS_PER_PAGE, in_reading_order, order_lines
from tests.corpus.layout.printing import layout_lines, line, state_of

LEFT, RIGHT = 71, 310


def ordered(*lines):
    return "".join(line.text for line in in_reading_order(layout_lines(*lines)))


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        ([("a", 100, LEFT), ("b", 120, LEFT), ("c", 100, RIGHT), ("d", 120, RIGHT)], "abcd"),
        ([("c", 100, RIGHT), ("d", 120, RIGHT), ("a", 100, LEFT), ("b", 120, LEFT)], "cdab"),
        ([("b", 200, LEFT), ("c", 220, LEFT), ("a", 100, LEFT)], "abc"),
        ([("c", 300, LEFT), ("b", 200, LEFT), ("a", 100, LEFT)], "abc"),
        ([("a", 100, LEFT), ("c", 300, LEFT), ("b", 200, LEFT)], "acb"),
        ([("a", 100, LEFT), ("b", 90, RIGHT), ("c", 120, LEFT)], "abc"),
    ],
    ids=[
        "two columns", "right column first in the file", "a heading drawn last",
        "drawn from the bottom up", "what overlaps a run keeps its place", "a slight jump",
    ],
)  # fmt: skip
def test_runs_are_put_in_order(lines, texts):
    assert ordered(*(line(text, top, left) for text, top, left in lines)) == texts


def test_a_page_comes_whole_before_the_next():
    assert ordered(line("b", 700, page=1), line("a", 100, page=1), line("c", 90, page=2)) == "abc"


def test_a_page_of_very_many_runs_keeps_the_order_of_the_file():
    lines = [line(str(index % 10), 5000 - 20 * index) for index in range(MAX_RUNS_PER_PAGE + 1)]
    assert ordered(*lines) == "".join(line.text for line in lines)
    assert ordered(*lines[:-1]) == "".join(line.text for line in reversed(lines[:-1]))


def test_the_step_orders_the_lines_of_the_state():
    state = state_of([line("b", 200), line("a", 100)])
    assert [line.text for line in order_lines(state).lines] == ["a", "b"]
