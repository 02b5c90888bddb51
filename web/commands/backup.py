"""evidence backup and restore, and the rebuilding of an index that is damaged."""

from __future__ import annotations

from pathlib import Path

import click

from index import backup as archives
from index.contents import Contents
from index.recovery import Salvage
from web.commands.terminal import counted, data_option, note

# Seconds to wait for another writer to be done.
WAIT = 2.0

force_option = click.option("--force", is_flag=True, help="Replace what is there.")
file_argument = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))


def told(found: Contents) -> str:
    """Returns '3 reports, commit 7'."""
    reports = sum(one.reports - len(one.deleted) for one in found.segments)
    return f"{counted(reports, 'report')}, commit {found.generation}"


@click.command()
@file_argument
@data_option
@force_option
def backup(file: Path, data: Path, force: bool) -> None:
    """Write the index to one archive, also while it is served or written to."""
    found = archives.backup(data, file, force)
    click.echo(f"{file}: {told(found)}; {file.stat().st_size / 1e6:,.1f} MB")


@click.command()
@file_argument
@data_option
@force_option
def restore(file: Path, data: Path, force: bool) -> None:
    """Put the index of an archive in place, once every byte of it is checked."""
    click.echo(f"{data}: {told(archives.restore(data, file, force, WAIT))}")


def lost(found: Salvage) -> list[Path]:
    """Names what a damaged index lost, and returns the files to read again."""
    if found.contents_lost:
        note("the table of contents is lost: reports that were removed may be back")
    for part in found.lost:
        number = "some reports" if part.reports is None else counted(part.reports, "report")
        remedy = "their files are read again"
        if not part.sources:
            remedy = "run `evidence index PATH...` with their files"
        note(f"{part.file}: {part.cause}; {number} lost, {remedy}")
    return [file for part in found.lost for file in part.sources]
