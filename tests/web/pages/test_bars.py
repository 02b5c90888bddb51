"""The chart of shares: its axis, and the pixels of a bar."""

from search.wording import Share
from web.pages.bars import CHART_WIDTH, LEFT_MARGIN, RIGHT_MARGIN, bar_chart


def share(part, few=False):
    return Share("good", "Good", 1, 10, part, part, part, None, few)


def test_charts_beside_each_other_have_one_axis():
    low, high = [share(0.1)], [share(0.7)]
    assert bar_chart(low, high).ticks == bar_chart(high, low).ticks == bar_chart(high).ticks
    assert bar_chart(low).ticks != bar_chart(high).ticks
    assert bar_chart(low, [share(0.7, few=True)]).ticks == bar_chart(low).ticks


def test_the_axis_runs_from_nothing_to_its_end():
    ticks = bar_chart([share(0.35)]).ticks
    assert [percent for percent, _ in ticks] == ["0", "10", "20", "30", "40"]
    assert (ticks[0][1], ticks[-1][1]) == (LEFT_MARGIN, CHART_WIDTH - RIGHT_MARGIN)


def test_a_bar_ends_at_its_share_and_never_past_the_axis():
    half, beyond = bar_chart([share(0.2), share(0.9, few=True)]).bars
    assert (half.end, beyond.end) == (CHART_WIDTH - RIGHT_MARGIN, CHART_WIDTH - RIGHT_MARGIN)
    assert half.y < beyond.y


def test_no_shares_are_an_empty_chart():
    assert bar_chart([]).bars == ()
