"""Print the figures of the benchmark as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

WIDTH = 120
QUANTILES = {"p50": 0.5, "p99": 0.99, "worst": 1.0}
RATIO_COLUMNS = ("geometric mean", "caches lost", "worst query", "worst ratio")


def print_figures(size: str, figures: Mapping[str, Any], modes: Sequence[str]) -> None:
    """Print the figures of one size of collection."""
    console = Console(width=WIDTH)
    console.rule(f"{int(size):,} paragraphs")
    by_engine = {name: value for name, value in figures.items() if name != "ratios"}
    console.print(figure_table(by_engine, modes))
    console.print(ratio_table(figures["ratios"]))


def figure_table(figures: Mapping[str, Any], modes: Sequence[str]) -> Table:
    """Return the table of each engine's own figures."""
    table = Table("figure", *figures)
    for label, cell in (
        ("build, paragraphs/s", lambda figure: f"{figure['build']['paragraphs/s']:,.0f}"),
        ("index, MB", lambda figure: f"{figure['build']['bytes'] / 1e6:,.0f}"),
        ("first answer, s", lambda figure: f"{figure['first answer']:.2f}"),
        ("peak memory, MB", lambda figure: f"{figure['peak memory'] / 1e6:,.0f}"),
    ):
        table.add_row(label, *map(cell, figures.values()))
    for mode in modes:
        for label, share in QUANTILES.items():
            cells = (f"{quantile(figure[mode]['ms'], share):.3f}" for figure in figures.values())
            table.add_row(f"{mode}, {label}, ms", *cells)
    return table


def ratio_table(ratios: Mapping[str, Mapping[str, float]]) -> Table:
    """Return the table of our times over theirs."""
    table = Table("ours / theirs", *RATIO_COLUMNS, "same hits")
    for label, ratio in ratios.items():
        cells = (f"{ratio[column]:.4f}" for column in RATIO_COLUMNS)
        table.add_row(label, *cells, f"{ratio['agree']:.0%}")
    return table


def quantile(times: Sequence[float], share: float) -> float:
    """Return the time that `share` of the times do not exceed."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]
