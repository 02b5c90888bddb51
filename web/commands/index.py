"""evidence index and remove: reports into the index, and out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from corpus.corrections.supplements import Supplements
from corpus.errors import Refused
from corpus.folders import find_files
from corpus.model import Report
from corpus.reading import load_files
from index.safety.recovery import salvaging
from index.supplements.kept_catalogues import add_catalogues
from index.supplements.loading import load_supplements
from index.writer import Writer, writing
from web.commands import backup, terminal
from web.commands.indexing.catalogues import (
    catalogue_option,
    describe_matches,
    name_mistakes,
    read_given,
)
from web.commands.indexing.current_files import read_changed
from web.commands.indexing.outcomes import Tally
from web.commands.terminal import data_option
from web.quantity import quantity

# Reports between two commits: a long run that is stopped keeps what was committed.
BATCH = 200
# Seconds to wait for another writer to be done.
WAIT = 2.0


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATH...")
@data_option
@catalogue_option
@click.option(
    "--rebuild",
    is_flag=True,
    help="Make the index anew, whatever state it is in: of PATH..., or of what it holds.",
)
@click.pass_context
def index(
    context: click.Context,
    paths: tuple[Path, ...],
    data: Path,
    catalogue_files: tuple[Path, ...],
    rebuild: bool,
) -> None:
    """Add or update files and folders; what is unchanged is skipped."""
    if not (paths or rebuild):
        raise click.UsageError("name the reports: PATH... is missing")
    tally = Tally()
    given, refused = read_given(catalogue_files)
    with beginning(data, paths, rebuild) as (writer, wanted, whole):
        if given:
            add_catalogues(data, given)
        supplements = load_supplements(data)
        refused += name_mistakes(supplements.corrections)
        if writer.rewrites:
            click.echo("The index is of an older format: all of it is written anew")
        # From the root on, so that the index knows a file wherever the command is run.
        files = list(find_files([path.absolute() for path in wanted]))
        # What is rebuilt takes the place of the old index at once, not in part.
        index_files(files, writer, supplements, tally, batch=None if rebuild else BATCH)
        names = {catalogue.name for catalogue in given}
        matches = [
            describe_matches(one, map(writer.facts, writer.sources))
            for one in supplements.catalogues
            if one.catalogue.name in names
        ]
    for line in (*tally.summary(), *matches):
        click.echo(line)
    context.exit(0 if whole and not (tally.reports["refused"] or refused) else 1)


def index_files(
    files: Sequence[Path | Refused],
    writer: Writer,
    supplements: Supplements,
    tally: Tally,
    batch: int | None,
) -> None:
    """Put the reports in files into the index, and commit after each `batch` of them."""
    outcomes = read_changed(load_files(files), writer, supplements)
    number = 0
    for outcome in terminal.track_progress(outcomes, "Indexing", len(files)):
        if not isinstance(outcome, Report):
            tally.skip(outcome)
            continue
        tally.put(outcome, writer)
        number += 1
        if batch and number % batch == 0:
            writer.commit()


@contextmanager
def beginning(
    data: Path, paths: Sequence[Path], rebuild: bool
) -> Iterator[tuple[Writer, Sequence[Path], bool]]:
    """Yield a writer, the paths to read, and whether nothing was lost for good.

    A rebuild without paths keeps what is sound, and reads the files of the rest again.
    """
    if paths:
        with writing(data, WAIT, rebuild) as writer:
            yield writer, paths, True
        return
    with salvaging(data, WAIT) as (writer, salvage):
        kept = quantity(len(writer.sources), "report")
        yield writer, backup.report_losses(salvage), salvage.is_complete
    click.echo(f"Kept {kept}")


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT-ID...")
@data_option
@click.pass_context
def remove(context: click.Context, reports: tuple[str, ...], data: Path) -> None:
    """Take reports out of the index, by their ids."""
    with writing(data, WAIT) as writer:
        gone = [report for report in reports if writer.remove(report)]
    for report in gone:
        click.echo(f"Removed {report}")
    unknown = [report for report in reports if report not in gone]
    for report in unknown:
        terminal.warn(f"{report}: no such report; see the ids with `evidence status --reports`")
    context.exit(1 if unknown else 0)
