"""evidence status and check: what the index holds, and whether it is sound."""

from __future__ import annotations

from pathlib import Path

import click

from index import status as held
from search.local.engine import open_engine
from web.commands.terminal import counted, data_option, note


@click.command()
@data_option
@click.option(
    "--reports", "listed", is_flag=True, help="List the ids of the reports, newest first."
)
def status(data: Path, listed: bool) -> None:
    """Say what the index holds."""
    found = held.status(data)
    click.echo(
        f"{data}: {counted(found.reports, 'report')}, {counted(found.paragraphs, 'paragraph')}, "
        f"{counted(found.words, 'word')}; {found.bytes / 1e6:,.1f} MB, "
        f"commit {found.generation}, format {found.format}"
    )
    if found.writer:
        click.echo(f"Being written by process {found.writer}")
    if listed:
        for report in open_engine(data).reports():
            click.echo(report.id)


@click.command()
@data_option
@click.pass_context
def check(context: click.Context, data: Path) -> None:
    """Say whether every byte of the index is as it was written."""
    problems = held.check(data)
    for problem in problems:
        note(problem.message)
    if not problems:
        click.echo(f"{data}: sound")
    context.exit(1 if problems else 0)
