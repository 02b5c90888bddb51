"""evidence index and remove: reports into the index, and out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import click

from corpus.errors import Refused
from corpus.folders import find_files
from corpus.model import Report
from corpus.reading import READER_VERSION, LoadedFile, load_files, read_loaded_files
from index.recovery import salvaging
from index.registry.decision import CHANGED_FILE, REREAD, SAME_TEXT
from index.registry.provenance import Provenance, is_in_place
from index.writer import PutResult, Writer, writing
from web.commands import backup, terminal
from web.commands.terminal import data_option
from web.quantity import quantity

# Reports between two commits: a long run that is stopped keeps what was committed.
BATCH = 200
# Seconds to wait for another writer to be done.
WAIT = 2.0
# Replaced reports that the summary names.
MAX_NAMED = 1_000


@dataclass(slots=True)
class Tally:
    """What a run did, counted: reports and paragraphs by outcome, and doubts.

    `replacements` are lines that name what was replaced and why, but for files read again; those
    of so many more reports are not kept, `unnamed`.
    """

    reports: Counter[str] = field(default_factory=Counter)
    paragraphs: Counter[str] = field(default_factory=Counter)
    doubts: int = 0
    replacements: list[str] = field(default_factory=list)
    unnamed: int = 0

    def count(self, kind: str, report: Report) -> None:
        """Count a report that was read, with its paragraphs and doubts."""
        self.reports[kind] += 1
        self.paragraphs[kind] += len(report.paragraphs)
        self.doubts += len(report.doubts)

    def name_replaced(self, file: str, result: PutResult) -> None:
        """Note which reports were replaced by which file, and why."""
        for replaced in result.predecessors:
            is_first = replaced == result.existing
            if is_first and result.cause == REREAD:
                continue  # the same file, which a newer reader read
            cause = result.cause if is_first else CHANGED_FILE
            renamed = f", now {result.report}" if result.report != replaced else ""
            if len(self.replacements) < MAX_NAMED:
                self.replacements.append(f"Replaced {replaced}{renamed}: {cause} ({file})")
            else:
                self.unnamed += 1

    def refuse(self, refusal: Refused) -> None:
        """Count a file that gave no report, and names it."""
        self.reports["refused"] += 1
        terminal.warn(refusal)

    def double(self, file: str, cause: str, of: str) -> None:
        """Count a file with a report that another file gave, and name both."""
        self.reports["duplicate"] += 1
        terminal.warn(f"{file}: {cause} {of}; left out")

    def summary(self) -> Iterator[str]:
        """Yield the line that counts, and one for each report that was replaced."""
        parts = [
            f"{kind} {quantity(self.reports[kind], 'report')}"
            f" ({quantity(self.paragraphs[kind], 'paragraph')})"
            for kind in ("added", "replaced")
        ]
        parts += [
            f"{kind} {self.reports[kind]:,}" for kind in ("unchanged", "duplicate", "refused")
        ]
        yield f"{', '.join(parts)}; {quantity(self.doubts, 'doubt')}".capitalize()
        yield from self.replacements
        if self.unnamed:
            yield f"Replaced {quantity(self.unnamed, 'more report')}"


@dataclass(frozen=True, slots=True)
class UnchangedFile:
    """A file that the index holds as it is."""


@dataclass(frozen=True, slots=True)
class DuplicateFile:
    """The path of a file, and of the `original`: an earlier one with the same content."""

    file: str
    original: str


Skipped: TypeAlias = UnchangedFile | DuplicateFile | Refused


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATH...")
@data_option
@click.option(
    "--rebuild",
    is_flag=True,
    help="Make the index anew, whatever state it is in: of PATH..., or of what it holds.",
)
@click.pass_context
def index(context: click.Context, paths: tuple[Path, ...], data: Path, rebuild: bool) -> None:
    """Add or update files and folders; what is unchanged is skipped."""
    if not (paths or rebuild):
        raise click.UsageError("name the reports: PATH... is missing")
    tally = Tally()
    with beginning(data, paths, rebuild) as (writer, wanted, whole):
        # From the root on, so that the index knows a file wherever the command is run.
        files = list(find_files([path.absolute() for path in wanted]))
        outcomes: Iterator[Report | Skipped]
        outcomes = read_loaded_files(skip_held(load_files(files), writer))
        if writer.rewrites:
            click.echo("The index is of an older format: all of it is written anew")
        number = 0
        for outcome in terminal.track_progress(outcomes, "Indexing", len(files)):
            if not isinstance(outcome, Report):
                count_skipped(outcome, tally)
                continue
            put(outcome, writer, tally)
            number += 1
            # What is rebuilt takes the place of the old index at once, not in part.
            if number % BATCH == 0 and not rebuild:
                writer.commit()
    for line in tally.summary():
        click.echo(line)
    context.exit(0 if whole and not tally.reports["refused"] else 1)


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


def skip_held(
    files: Iterable[LoadedFile | Refused], writer: Writer
) -> Iterator[LoadedFile | Skipped]:
    """Yield each file to be read; in place of any other, why it is not read.

    A file is not read where the index holds its content as this version of the reader reads it,
    from this file or from one that is still in place, or where an earlier file has the same.
    """
    current = [source for source in writer.sources.values() if source.reader == READER_VERSION]
    held_sources = set(current)
    held_by_sha = {source.sha256: source for source in current}
    earlier_files: dict[str, str] = {}
    for file in files:
        if isinstance(file, Refused):
            yield file
            continue
        path, same = str(file.path), held_by_sha.get(file.sha256)
        earlier = earlier_files.setdefault(file.sha256, path)
        if Provenance(path, file.sha256, READER_VERSION) in held_sources:
            yield UnchangedFile()
        elif earlier != path:
            yield DuplicateFile(path, earlier)
        elif same and is_in_place(same):
            yield DuplicateFile(path, same.file)
        else:
            yield file


def count_skipped(outcome: Skipped, tally: Tally) -> None:
    """Count a file that gave no report, and name it where that may surprise."""
    if isinstance(outcome, Refused):
        tally.refuse(outcome)
    elif isinstance(outcome, DuplicateFile):
        tally.double(outcome.file, SAME_TEXT, outcome.original)
    else:
        tally.reports["unchanged"] += 1


def put(report: Report, writer: Writer, tally: Tally) -> None:
    """Take a report into the index, or count it as one that is there."""
    file = report.source.file
    result = writer.put(report, READER_VERSION)
    if result.kind == "duplicate":
        tally.double(file, result.cause, writer.sources[str(result.existing)].file)
        return
    tally.count(result.kind, report)
    tally.name_replaced(file, result)


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
