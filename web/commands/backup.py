"""evidence backup and restore, and what a damaged index lost when it is rebuilt."""

from __future__ import annotations

from pathlib import Path

import click

from index.safety import backup as archives
from index.safety.recovery import Salvage
from web.commands.terminal import data_option, warn
from web.quantity import quantity

WRITER_WAIT_SECONDS = 2.0  # for another writer to finish

force_option = click.option("--force", is_flag=True, help="Replace what is there.")
file_argument = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))


def summarize(commit: archives.ArchivedCommit) -> str:
    """Return '3 reports, commit 7'."""
    return f"{quantity(commit.reports, 'report')}, commit {commit.generation}"


@click.command()
@file_argument
@data_option
@force_option
def backup(file: Path, data: Path, force: bool) -> None:
    """Write the index to one archive, also while it is served or written to."""
    commit = archives.backup(data, file, force)
    click.echo(f"{file}: {summarize(commit)}; {file.stat().st_size / 1e6:,.1f} MB")


@click.command()
@file_argument
@data_option
@force_option
def restore(file: Path, data: Path, force: bool) -> None:
    """Put the index of an archive in place, once every byte of it is checked."""
    commit = archives.restore(data, file, force, WRITER_WAIT_SECONDS)
    click.echo(f"{data}: {summarize(commit)}")


def report_losses(salvage: Salvage) -> list[Path]:
    """Warn of what a damaged index lost, and return the files to read again."""
    if salvage.contents_lost:
        warn("the table of contents is lost: reports that were removed may be back")
    for loss in salvage.losses:
        reports = "some reports" if loss.reports is None else quantity(loss.reports, "report")
        remedy = "their files are read again"
        if not loss.sources:
            remedy = "run `evidence index PATH...` with their files"
        warn(f"{loss.file}: {loss.cause}; {reports} lost, {remedy}")
    return [file for loss in salvage.losses for file in loss.sources]
