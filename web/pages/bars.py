"""A bar chart of shares with their intervals: the pixels where each bar begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from search.wording import Share

# In pixels. Names and shares in figures are left of the bars, where a narrow screen shows them.
BARS_WIDTH, FIGURE_WIDTH, RIGHT_MARGIN, ROW_HEIGHT = 360, 95, 30, 30
BOTTOM_MARGIN, BAR_OFFSET, FIGURE_GAP = 30, 10, 8
CHARACTER_WIDTH = 9  # of a name; wide fonts have 10 for capitals, 9 for small letters
MAX_NAME_CHARACTERS = 24
AXIS_ENDS = (0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0)  # shares at which an axis may end
TICKS = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """One share in pixels: the bar ends at `end`, its interval runs from `low` to `high`."""

    share: Share
    y: int
    end: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class BarChart:
    """A drawing `width` by `height`; figures end at `figures` and bars begin at `left`, `ticks` are
    (percent, pixel). Names have `name_characters` at most.
    """

    width: int
    height: int
    figures: int
    left: int
    name_characters: int
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[str, float], ...]


def bar_chart(shares: Sequence[Share], beside: Sequence[Share] = ()) -> BarChart:
    """Return the chart of the shares.

    Its axis ends past the highest interval that does not rest on few reports, here or in the
    chart `beside` it: so two charts beside each other can be compared.
    """
    highest = max((share.high for share in (*shares, *beside) if not share.few), default=1.0)
    axis_end = next(end for end in AXIS_ENDS if end >= min(highest, 1.0))

    longest = max((len(share.label) for share in (*shares, *beside)), default=0)
    left = min(longest, MAX_NAME_CHARACTERS) * CHARACTER_WIDTH + FIGURE_WIDTH

    def pixel(share: float) -> float:
        return round(left + min(share / axis_end, 1.0) * BARS_WIDTH, 1)

    steps = [tick / (TICKS - 1) for tick in range(TICKS)]
    return BarChart(
        left + BARS_WIDTH + RIGHT_MARGIN,
        ROW_HEIGHT * len(shares) + BOTTOM_MARGIN,
        left - FIGURE_GAP,
        left,
        MAX_NAME_CHARACTERS,
        tuple(
            Bar(
                share,
                ROW_HEIGHT * row + BAR_OFFSET,
                pixel(share.share),
                pixel(share.low),
                pixel(share.high),
            )
            for row, share in enumerate(shares)
        ),
        tuple((f"{axis_end * step * 100:g}", pixel(axis_end * step)) for step in steps),
    )
