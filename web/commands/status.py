"""evidence status and check: what the index holds, and whether it is sound."""

from __future__ import annotations

from pathlib import Path

import click

from index import status as index_status
from index.supplements.kept_corrections import CORRECTIONS_FILE, load_corrections
from search.local.engine import open_engine
from web.commands.terminal import data_option, warn
from web.quantity import quantity


@click.command()
@data_option
@click.option(
    "--reports", "list_reports", is_flag=True, help="List the ids of the reports, newest first."
)
def status(data: Path, list_reports: bool) -> None:
    """Say what the index holds."""
    current = index_status.status(data)
    reports, paragraphs = (
        quantity(current.reports, "report"),
        quantity(current.paragraphs, "paragraph"),
    )
    click.echo(
        f"{data}: {reports}, {paragraphs}, {quantity(current.words, 'word')}; "
        f"{current.bytes / 1e6:,.1f} MB, commit {current.generation}, format {current.format}"
    )
    if corrections := len(load_corrections(data)):
        click.echo(f"{quantity(corrections, 'correction')} in {CORRECTIONS_FILE}")
    if current.withdrawn:
        click.echo(f"{quantity(current.withdrawn, 'report')} of them withdrawn or replaced")
    if current.writer:
        click.echo(f"Being written by process {current.writer}")
    if list_reports:
        for report in open_engine(data).reports():
            click.echo(report.id)


@click.command()
@data_option
@click.pass_context
def check(context: click.Context, data: Path) -> None:
    """Say whether every byte of the index is as it was written."""
    problems = index_status.check(data)
    for problem in problems:
        warn(problem.message)
    if not problems:
        click.echo(f"{data}: sound")
    context.exit(1 if problems else 0)
