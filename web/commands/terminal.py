"""How commands speak: results on stdout; warnings, refusals and progress on stderr."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from corpus.registry import registry
from web.cli import one_line

T = TypeVar("T")

TONE_STYLES = {"strongest": "bold green", "strong": "green", "weak": "yellow", "weakest": "red"}

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="EVIDENCE_DATA",
    default=Path("evidence-data"),
    show_default=True,
    help="Directory of the index. [EVIDENCE_DATA]",
)


def warn(message: object) -> None:
    """Print a message, or an error of ours, on one line of stderr."""
    click.echo(f"evidence: {one_line(str(message))}", err=True)


def print_json(value: Any) -> None:
    """Print the value as one line of JSON, in UTF-8 whatever the locale.

    Bytes of a file name that are not UTF-8 are printed as JSON escapes.
    """
    text = json.dumps(value, ensure_ascii=False)
    click.echo(text.encode("utf-8", "backslashreplace"))


def track_progress(items: Iterable[T], description: str, total: int) -> Iterator[T]:
    """Yield the items, with a progress bar on stderr where that is a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn(description), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as progress:
        yield from progress.track(items, total=total)


def plain_table(*columns: str) -> Table:
    """Return a table without borders."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def grade_style(grade: str | None, scale: str | None = None) -> str:
    """Return the style of a grade's tone, empty for a grade that is not known."""
    known = registry().find_grade(grade, scale)
    return TONE_STYLES[known.tone] if known else ""


def grade_text(grade: str | None, scale: str | None = None) -> Text:
    """Return the grade in its colour, a dash for None."""
    return Text(grade, style=grade_style(grade, scale)) if grade else Text("-")
