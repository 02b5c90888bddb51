"""evidence doubts: what the reader was not sure of, as work for a curator."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from search.local.engine import open_engine
from web.commands.terminal import data_option, print_json
from web.doubts import group_by_kind, list_doubts
from web.quantity import quantity


@click.command()
@data_option
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only doubts of this kind.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line and doubt.")
def doubts(data: Path, kinds: tuple[str, ...], as_json: bool) -> None:
    """List what the reader was not sure of, by kind, with the id to correct."""
    listed = list_doubts(open_engine(data).reports(), kinds)
    if as_json:
        for one in listed:
            print_json({"report": one.report.id, **asdict(one.doubt)})
        return
    for kind, of_kind in group_by_kind(listed).items():
        click.echo(f"{kind}: {len(of_kind):,}")
        for one in of_kind:
            page = f", page {one.doubt.page}" if one.doubt.page else ""
            click.echo(f"  {one.report.id}{page}: {one.doubt.message}")
    reports = quantity(len({one.report.id for one in listed}), "report")
    summary = f"{quantity(len(listed), 'doubt')} in {reports}; put right with `evidence correct`"
    click.echo(summary if listed else "No doubts")
