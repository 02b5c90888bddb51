"""A bar chart of shares with their intervals: the pixels where each bar begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from search.wording import Share

# In pixels: names are left of the bars, shares in figures right of them.
CHART_WIDTH, LEFT_MARGIN, RIGHT_MARGIN, ROW_HEIGHT = 620, 170, 70, 30
BOTTOM_MARGIN, BAR_OFFSET = 30, 10
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
    """A drawing `width` by `height`; bars begin at `left`, `ticks` are (percent, pixel)."""

    width: int
    height: int
    left: int
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[str, float], ...]


def bar_chart(shares: Sequence[Share], beside: Sequence[Share] = ()) -> BarChart:
    """Return the chart of the shares.

    Its axis ends past the highest interval that does not rest on few reports, here or in the
    chart `beside` it: so two charts beside each other can be compared.
    """
    highest = max((share.high for share in (*shares, *beside) if not share.few), default=1.0)
    axis_end = next(end for end in AXIS_ENDS if end >= min(highest, 1.0))

    def pixel(share: float) -> float:
        return round(
            LEFT_MARGIN + min(share / axis_end, 1.0) * (CHART_WIDTH - LEFT_MARGIN - RIGHT_MARGIN), 1
        )

    steps = [tick / (TICKS - 1) for tick in range(TICKS)]
    return BarChart(
        CHART_WIDTH,
        ROW_HEIGHT * len(shares) + BOTTOM_MARGIN,
        LEFT_MARGIN,
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
