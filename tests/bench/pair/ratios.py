"""The times of two checkouts to ratios: medians, geometric means, and how far rounds differ."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rich.table import Table


@dataclass(frozen=True)
class Sample:
    """One measurement of one item (a query, a question) of a figure; less is better."""

    figure: str
    item: str
    side: str
    round: int
    value: float


@dataclass(frozen=True)
class FigureRatio:
    """Now over before: below 1 the checkout `now` is better.

    `mean` is the geometric mean over the items of their medians' ratio, `low` and `high` are the
    same of the single rounds, `worst` is the highest ratio of an item.
    """

    figure: str
    mean: float
    low: float
    high: float
    worst: float
    worst_item: str


def compare_samples(samples: Iterable[Sample]) -> list[FigureRatio]:
    """Return the ratio of each figure, in the order that the figures were measured in."""
    by_figure = defaultdict(list)
    for sample in samples:
        by_figure[sample.figure].append(sample)
    return [compare_figure(figure, samples) for figure, samples in by_figure.items()]


def compare_figure(figure: str, samples: list[Sample]) -> FigureRatio:
    """Return the ratio of one figure."""
    ratios = item_ratios(samples)
    rounds = sorted({sample.round for sample in samples})
    means = [
        statistics.geometric_mean(item_ratios([s for s in samples if s.round == number]).values())
        for number in rounds
    ]
    worst_item = max(ratios, key=lambda item: ratios[item])
    mean = statistics.geometric_mean(ratios.values())
    return FigureRatio(figure, mean, min(means), max(means), ratios[worst_item], worst_item)


def item_ratios(samples: list[Sample]) -> dict[str, float]:
    """Return for each item the median of `now` over the median of `before`."""
    values: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for sample in samples:
        values[sample.item][sample.side].append(sample.value)
    return {
        item: statistics.median(sides["now"]) / statistics.median(sides["before"])
        for item, sides in values.items()
    }


def ratio_table(ratios: Iterable[FigureRatio], rounds: int) -> Table:
    """Return the ratios as a table."""
    title = f"now / before, {rounds} rounds: below 1 is better"
    table = Table("figure", "geometric mean", "rounds", "worst", "of", title=title)
    for ratio in ratios:
        spread = f"{ratio.low:.3f} to {ratio.high:.3f}"
        worst = f"{ratio.worst:.3f}"
        table.add_row(ratio.figure, f"{ratio.mean:.3f}", spread, worst, ratio.worst_item)
    return table
