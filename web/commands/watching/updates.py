"""Bring the index up to date with what happened to files: one line for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from corpus.corrections.supplements import Supplements
from corpus.errors import EmptyFolder, Refused
from corpus.folders import find_files
from corpus.model import Report
from corpus.reading import load_files
from index.registry.provenance import Provenance
from index.supplements.loading import load_supplements
from index.writer import PutResult, Writer, writing
from web.commands.indexing.current_files import read_changed
from web.commands.indexing.outcomes import DuplicateFile, Tally
from web.commands.terminal import track_progress, warn
from web.commands.watching.folders import WatchedFolders, list_places
from web.commands.watching.pending import State, read_state
from web.quantity import quantity

WAIT_SECONDS = 2.0
"""For another writer to be done; then it is tried again later."""

BATCH = 200
"""Reports between two commits of a scan, so that one that is stopped keeps what was done."""

MAX_NAMED = 5
"""Reports of files that left before which are named."""


class IndexUpdater:
    """Keeps the index at `data` as the folders are. With `keep`, reports outlive their files."""

    def __init__(self, data: Path, folders: WatchedFolders, keep: bool) -> None:
        self.data, self.folders, self.keep = data, folders, keep
        self._has_scanned = False
        # Files that were left out since another has the same report: they count once it has left.
        self._copies: defaultdict[str, dict[Path, None]] = defaultdict(dict)
        # Files that gave nothing, and their state then: only another is worth a line.
        self._refused: dict[str, State] = {}

    def scan(self) -> None:
        """Index all files of the folders that are there, and count what was done, if anything was.

        Reports whose files left while nobody watched are named and stay.
        """
        tally = Tally(on_duplicate=self._note_copy)
        files = [file for file in find_files(self.folders.present) if self._is_worth_reading(file)]
        with writing(self.data, WAIT_SECONDS) as writer:
            self._read(files, writer, load_supplements(self.data), tally, len(files))
            left = [
                report_id
                for report_id, source in writer.sources.items()
                if self.folders.lacks(source.file)
            ]
        if not self._has_scanned or tally.reports["added"] or tally.reports["replaced"]:
            for line in tally.summary():
                click.echo(line)
        if left:
            names = ", ".join(left[:MAX_NAMED]) + (", ..." if len(left) > MAX_NAMED else "")
            reports = quantity(len(left), "report")
            warn(f"{reports} of files that left before: {names}; `evidence remove` takes them out")
        self._has_scanned = True

    def update(self, paths: Sequence[Path]) -> None:
        """Bring the index up to date with what is, or is no longer, at some paths.

        The lines are printed once all of it is committed. Raise what `index.writer.writing` does.
        """
        tally = Tally(on_duplicate=self._note_copy)
        with writing(self.data, WAIT_SECONDS) as writer:
            supplements = load_supplements(self.data)
            files = [path for path in paths if path.exists()]
            lines = self._read(files, writer, supplements, tally)
            gone = {str(path) for path in paths if not path.exists()}
            if gone and not self.keep and self.folders.are_intact():
                copies: dict[Path, None] = {}
                for file, report_id in self._list_gone(gone, writer):
                    writer.remove(report_id)
                    lines.append(f"Removed {file}: {report_id}")
                    copies |= self._copies.pop(file, {})
                files = [copy for copy in copies if copy.exists()]
                lines += self._read(files, writer, supplements, tally)
        for line in lines:
            click.echo(line)

    def _is_worth_reading(self, file: Path | Refused) -> bool:
        """Return whether a file of a scan is to be read, or what is refused to be named."""
        if isinstance(file, Refused):
            return not isinstance(file, EmptyFolder)
        is_refused = self._refused.get(str(file), ()) == read_state(file)
        return self.folders.holds(file) and not is_refused

    def _list_gone(self, gone: set[str], writer: Writer) -> list[tuple[str, str]]:
        """Return the files at or below paths that are gone, each with the id of its report."""
        return [
            (source.file, report_id)
            for report_id, source in writer.sources.items()
            if not gone.isdisjoint(list_places(source.file)) and self.folders.lacks(source.file)
        ]

    def _read(
        self,
        files: Iterable[Path | Refused],
        writer: Writer,
        supplements: Supplements,
        tally: Tally,
        total: int = 0,
    ) -> list[str]:
        """Put the reports of files in, and return a line for each that changed the index.

        A `total` of files is that of a scan, which shows its progress and commits now and then.
        """
        lines: list[str] = []
        number = 0
        outcomes = read_changed(load_files(files), writer, supplements)
        for outcome in track_progress(outcomes, "Indexing", total) if total else outcomes:
            if isinstance(outcome, Report):
                before = dict(writer.sources) if self._copies else {}
                result = tally.put(outcome, writer)
                self._move_copies(result, outcome.source.file, before)
                lines += describe_put(outcome, result)
                number += 1
                if total and number % BATCH == 0:
                    writer.commit()
            else:
                tally.skip(outcome)
                if isinstance(outcome, Refused):
                    self._refused[outcome.file] = read_state(Path(outcome.file))
        return lines

    def _note_copy(self, copy: DuplicateFile) -> None:
        self._copies[copy.original][Path(copy.file)] = None

    def _move_copies(self, result: PutResult, file: str, before: dict[str, Provenance]) -> None:
        """Let the copies of a file be those of the one that took its report over."""
        if result.kind == "replaced" and result.existing in before:
            copies = self._copies.pop(before[result.existing].file, {})
            copies.pop(Path(file), None)
            if copies:
                self._copies[file] |= copies


def describe_put(report: Report, result: PutResult) -> list[str]:
    """Return the line that says what became of a report; none where it changed nothing."""
    if result.kind not in ("added", "replaced"):
        return []
    paragraphs = quantity(len(report.paragraphs), "paragraph")
    line = f"{result.kind.capitalize()} {report.source.file}: {result.report} ({paragraphs})"
    return [f"{line}, {result.cause}" if result.cause else line]
