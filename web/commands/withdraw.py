"""evidence withdraw: mark reports that their publisher withdrew or replaced."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from index.editing.withdrawal import mark_withdrawn
from web.commands.terminal import data_option, warn

WAIT = 2.0
"""Seconds to wait for another writer to be done."""


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT-ID...")
@data_option
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="Day of it, if it is known.")
@click.option("--replaced-by", metavar="WHAT", help="What took its place: an id, a link, a title.")
@click.option("--undo", is_flag=True, help="Let the reports stand again.")
@click.pass_context
def withdraw(
    context: click.Context,
    reports: tuple[str, ...],
    data: Path,
    day: date | None,
    replaced_by: str | None,
    undo: bool,
) -> None:
    """Mark reports that were withdrawn or replaced: citable, but left out of searches."""
    if undo and (day or replaced_by):
        raise click.UsageError("--undo takes neither --on nor --replaced-by")
    text = None if undo else describe_withdrawal(day, replaced_by)
    marked = mark_withdrawn(data, reports, text, WAIT)
    for report in marked.reports:
        click.echo(f"{report}: {text or 'stands again'}")
    for report in marked.unknown:
        warn(f"{report}: no such report; see the ids with `evidence status --reports`")
    for report in marked.others:
        warn(f"{report}: a catalogue says that it was withdrawn; correct it there")
    context.exit(1 if marked.unknown or marked.others else 0)


def describe_withdrawal(day: date | None, replaced_by: str | None) -> str:
    """Return how a report was withdrawn: 'withdrawn on 2021-03-04, replaced by ...'."""
    parts = [
        f"withdrawn on {day:%Y-%m-%d}" if day else "",
        f"replaced by {replaced_by}" * bool(replaced_by),
    ]
    return ", ".join(filter(None, parts)) or "withdrawn"
