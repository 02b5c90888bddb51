"""evidence watch: keep the index as folders are, while their files come, change and go."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click

from corpus.errors import EvidenceError
from index.errors import DiskFailed, IndexLocked
from index.supplements.kept_catalogues import add_catalogues
from index.writer import writing
from web.commands.indexing.catalogues import catalogue_option, read_given
from web.commands.terminal import data_option, warn
from web.commands.watching.events import TICK_MILLISECONDS, watch_changes
from web.commands.watching.folders import WatchedFolders
from web.commands.watching.pending import PendingPaths
from web.commands.watching.updates import IndexUpdater

RETRY_SECONDS = 5.0
"""After another writer was at the index, or the disk failed."""


@click.command()
@click.argument(
    "folders", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DIR..."
)
@data_option
@catalogue_option
@click.option("--keep", is_flag=True, help="Keep the reports of files that leave their folder.")
def watch(
    folders: tuple[Path, ...], data: Path, catalogue_files: tuple[Path, ...], keep: bool
) -> None:
    """Index what appears in folders, changes or leaves, as it happens, until it is stopped."""
    for folder in folders:
        if folder.exists() and not folder.is_dir():
            raise click.UsageError(f"{folder} is not a folder; `evidence index` takes files")
    # As Ctrl+C: everything that is open is closed on the way out, and what is not whole forgotten.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    given, _ = read_given(catalogue_files)
    try:
        if given:
            with writing(data):
                add_catalogues(data, given)
        watched = WatchedFolders(folders, data)
        FolderWatch(watched, IndexUpdater(data, watched, keep)).run()
    except KeyboardInterrupt:
        click.echo("Stopped")


class FolderWatch:
    """Watches folders and brings the index up to date, whatever happens to either."""

    def __init__(self, folders: WatchedFolders, updater: IndexUpdater) -> None:
        self.folders, self.updater = folders, updater
        self._pending = PendingPaths()
        self._last_warning = ""
        self._not_before = 0.0

    def run(self) -> None:
        """Watch for ever. Raise EvidenceError where the index cannot be used at all."""
        while True:
            self._name_changes()
            if not self.folders.present:
                time.sleep(TICK_MILLISECONDS / 1000)
                continue
            self._watch_present()

    def _watch_present(self) -> None:
        """Watch the folders that are there, until one of them vanishes or another returns."""
        is_scanned = False
        with closing(watch_changes(self.folders.present)) as changes:
            for files in changes:
                self._pending.note(file for file in files if self.folders.holds(file))
                if self._name_changes():
                    return
                if not is_scanned:
                    is_scanned = self._attempt(self.updater.scan)
                    if is_scanned:
                        click.echo(f"Watching {', '.join(map(str, self.folders.present))}")
                else:
                    self._update_quiet()

    def _update_quiet(self) -> None:
        """Bring the index up to date with the files that are quiet, now or at a later time."""
        if time.monotonic() < self._not_before:
            return
        quiet = self._pending.take_quiet()
        if quiet and not self._attempt(lambda: self.updater.update(quiet)):
            self._pending.note(quiet)

    def _name_changes(self) -> bool:
        """Say which folders vanished or returned; return whether any did."""
        changes = self.folders.look()
        for path, what in changes:
            warn(f"{path}: {what}")
        return bool(changes)

    def _attempt(self, action: Callable[[], None]) -> bool:
        """Return whether an action on the index was done; one that may be done later is not lost.

        Why it is not done now is said once, however often it is tried.
        """
        if time.monotonic() < self._not_before:
            return False
        try:
            action()
        except (IndexLocked, DiskFailed) as error:
            self._not_before = time.monotonic() + RETRY_SECONDS
            self._warn_once(error)
            return False
        self._last_warning = ""
        return True

    def _warn_once(self, error: EvidenceError) -> None:
        if str(error) != self._last_warning:
            warn(f"{error}; it is tried again every {RETRY_SECONDS:g} seconds")
        self._last_warning = str(error)
