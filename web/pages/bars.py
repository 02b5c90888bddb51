"""A bar chart of shares with their intervals: where each bar begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from search.wording import Share

# Right of the bars stands each share in figures.
WIDTH, LEFT, RIGHT, ROW = 620, 170, 70, 30
STEPS = (0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0)


@dataclass(frozen=True, slots=True)
class Bar:
    """One share in pixels: the bar ends at `end`, its interval runs from `low` to `high`."""

    share: Share
    y: int
    end: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Bars:
    """A drawing `width` by `height`; bars begin at `left`, `ticks` are (percent, pixel)."""

    width: int
    height: int
    left: int
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[str, float], ...]


def bars(shares: Sequence[Share], beside: Sequence[Share] = ()) -> Bars:
    """Returns the chart of the shares, its axis as long as the largest share that is sure, also
    of those in the chart `beside` it: so that two charts can be compared.
    """
    longest = max((one.high for one in (*shares, *beside) if not one.few), default=1.0)
    most = next(step for step in STEPS if step >= min(longest, 1.0))

    def across(part: float) -> float:
        return round(LEFT + min(part / most, 1.0) * (WIDTH - LEFT - RIGHT), 1)

    return Bars(
        WIDTH,
        ROW * len(shares) + 30,
        LEFT,
        tuple(
            Bar(each, ROW * row + 10, across(each.share), across(each.low), across(each.high))
            for row, each in enumerate(shares)
        ),
        tuple((f"{most * part * 25:g}", across(most * part / 4)) for part in range(5)),
    )
