"""How commands speak: results on stdout, refusals and progress on stderr."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from corpus.errors import CorpusError
from web.cli import one_line

T = TypeVar("T")

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="EVIDENCE_DATA",
    default=Path("evidence-data"),
    show_default=True,
    help="Directory of the index. [EVIDENCE_DATA]",
)


def tell(refusal: CorpusError) -> None:
    """Names on one line of stderr what was refused, why, and what to do."""
    note(str(refusal))


def note(text: str) -> None:
    """Says something on one line of stderr."""
    click.echo(f"evidence: {one_line(text)}", err=True)


def counted(number: int, one: str) -> str:
    """Returns '1 report', '1,234 reports'."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def print_json(value: Any) -> None:
    """Prints the value as one line of JSON, in UTF-8 whatever the locale.

    Bytes of a file name that are no UTF-8 come out as JSON escapes.
    """
    text = json.dumps(value, ensure_ascii=False)
    click.echo(text.encode("utf-8", "backslashreplace"))


def progress(items: Iterable[T], what: str, total: int) -> Iterator[T]:
    """Yields the items, with a bar on stderr where that is a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        yield from bar.track(items, total=total)
