"""The chart of shares: its axis, and the pixels of a bar."""

from search.wording import Share
from web.pages.bars import BARS_WIDTH, MAX_NAME_CHARACTERS, RIGHT_MARGIN, bar_chart


def share(part, few=False, label="Good"):
    return Share("good", label, 1, 10, part, part, part, None, few)


def test_bars_begin_beside_the_longest_name_and_its_figure():
    short, long, longer = (bar_chart([share(0.1, label="x" * size)]) for size in (4, 20, 200))
    assert short.left < long.left < longer.left
    assert longer.left == bar_chart([share(0.1, label="x" * MAX_NAME_CHARACTERS)]).left
    assert 0 < short.figures < short.left
    # Two charts beside each other begin at one place.
    assert bar_chart([share(0.1)], [share(0.1, label="x" * 20)]).left == long.left


def test_charts_beside_each_other_have_one_axis():
    low, high = [share(0.1)], [share(0.7)]
    assert bar_chart(low, high).ticks == bar_chart(high, low).ticks == bar_chart(high).ticks
    assert bar_chart(low).ticks != bar_chart(high).ticks
    assert bar_chart(low, [share(0.7, few=True)]).ticks == bar_chart(low).ticks


def test_the_axis_runs_from_nothing_to_its_end():
    chart = bar_chart([share(0.35)])
    ticks = chart.ticks
    assert [percent for percent, _ in ticks] == ["0", "10", "20", "30", "40"]
    assert (ticks[0][1], ticks[-1][1]) == (chart.left, chart.left + BARS_WIDTH)
    assert chart.width == chart.left + BARS_WIDTH + RIGHT_MARGIN


def test_a_bar_ends_at_its_share_and_never_past_the_axis():
    chart = bar_chart([share(0.2), share(0.9, few=True)])
    half, beyond = chart.bars
    assert half.end == beyond.end == chart.left + BARS_WIDTH
    assert half.y < beyond.y


def test_no_shares_are_an_empty_chart():
    assert bar_chart([]).bars == ()
