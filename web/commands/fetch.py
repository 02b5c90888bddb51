"""evidence fetch: download what a catalogue lists and a folder lacks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from corpus.catalogue.rows import Catalogue
from corpus.errors import Refused
from corpus.fetching.client import PoliteClient
from corpus.fetching.fetcher import NewFile, PresentFile, fetch_listed, list_addresses
from corpus.fetching.folder_lock import folder_locked
from corpus.fetching.limits import FetchLimits
from web.commands import terminal
from web.commands.indexing.catalogues import read_given
from web.quantity import quantity


@click.command()
@click.argument("catalogue", type=click.Path(path_type=Path), metavar="CATALOGUE")
@click.option(
    "--into",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the files; it is made where it is missing.",
)
@click.option(
    "--update", is_flag=True, help="Ask also whether the files that are there have changed."
)
@click.option(
    "--pause",
    type=click.FloatRange(0, 60),
    default=FetchLimits().pause,
    show_default=True,
    help="Seconds between two requests to one host, unless its robots.txt asks for more.",
)
@click.pass_context
def fetch(
    context: click.Context, catalogue: Path, folder: Path, update: bool, pause: float
) -> None:
    """Download the reports that a catalogue lists and a folder lacks."""
    given, refused = read_given([catalogue])
    for one in given:
        refused += fetch_catalogue(one, folder, update, FetchLimits(pause=pause))
    context.exit(1 if refused else 0)


def fetch_catalogue(catalogue: Catalogue, folder: Path, update: bool, limits: FetchLimits) -> int:
    """Download what is missing, say what was done, and return how many addresses were refused."""
    listed = list_addresses(catalogue)
    if not listed:
        cause = "lists no address: it has no column of links, or nothing in it"
        raise Refused(catalogue.name, cause, "add a column `url` with the addresses of the files")
    make_folder(folder)
    counts: Counter[str] = Counter()
    with folder_locked(folder), PoliteClient(limits) as client:
        outcomes = fetch_listed(listed, folder, client, update)
        for outcome in terminal.track_progress(outcomes, "Fetching", len(listed)):
            if isinstance(outcome, NewFile):
                counts["fetched"] += 1
                counts["bytes"] += outcome.size
            elif isinstance(outcome, PresentFile):
                counts["unchanged" if outcome.was_asked else "present"] += 1
            else:
                counts["refused"] += 1
                terminal.warn(outcome)
    files = quantity(counts["fetched"], "file")
    parts = [f"Fetched {files} ({counts['bytes'] / 1e6:,.1f} MB)"]
    parts += [f"{kind} {counts[kind]:,}" for kind in ("present", "unchanged", "refused")]
    without = sum(row.source_url is None for row in catalogue.rows)
    click.echo(", ".join(parts) + (f"; {quantity(without, 'row')} without a link" * bool(without)))
    return counts["refused"]


def make_folder(folder: Path) -> None:
    """Make a folder where it is missing. Raise Refused where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        cause = f"cannot be made ({error.strerror or error})"
        raise Refused(str(folder), cause, "name another folder") from error
