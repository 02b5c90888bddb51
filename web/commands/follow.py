"""evidence follow: what became of the recommendations to an authority, or of one report's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from search.authorities import find_authority_name
from search.engine import Engine
from search.filter_values import advise_name
from search.followup.tracker.records import (
    ASKED_AGAIN,
    MOVED_ON,
    STATUS_LABELS,
    Followed,
    Tracker,
)
from search.followup.tracker.tracker import track
from search.local.engine import open_engine
from web.citations import inspection, long_date
from web.commands.terminal import data_option, print_json, warn
from web.quantity import quantity

STATUS_STYLES = {ASKED_AGAIN: "bold yellow", MOVED_ON: "bold green"}


@click.command()
@click.argument("subjects", nargs=-1, required=True, metavar="AUTHORITY|REPORT-ID...")
@data_option
@click.option("--withdrawn", is_flag=True, help="Take in reports that were withdrawn or replaced.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
@click.pass_context
def follow(
    context: click.Context, subjects: tuple[str, ...], data: Path, withdrawn: bool, as_json: bool
) -> None:
    """Tell what later reports say of the recommendations to an authority, or of a report.

    For each later report on the same authority: whether it asks again, tells that things moved on,
    or says nothing, with the paragraphs that say so, best first.
    """
    engine = open_engine(data)
    is_known = True
    for subject in subjects:
        try:
            tracker = track_subject(engine, subject, withdrawn)
        except LookupError as error:
            warn(f"{subject}: {error}")
            is_known = False
            continue
        for problem in tracker.problems:
            warn(problem)
        if as_json:
            for followed in tracker.followed:
                print_json(to_json(followed))
        else:
            print_tracker(tracker)
    context.exit(0 if is_known else 1)


def track_subject(engine: Engine, subject: str, withdrawn: bool) -> Tracker:
    """Return the tracker of an authority, or of a report alone, by name or id. Raise LookupError,
    which says what to do, where there is none.
    """
    report = next((one for one in engine.reports() if one.id == subject), None)
    if report is None:
        return track_authority(engine, subject, withdrawn)
    if report.authority is None or report.dated is None:
        raise LookupError("has no authority or no date; put it right with `evidence correct`")
    if report.withdrawn and not withdrawn:
        raise LookupError(f"{report.withdrawn}; --withdrawn follows it all the same")
    tracker = track(engine, report.authority, withdrawn, asked_in=subject)
    assert tracker is not None  # it has this report
    return tracker


def track_authority(engine: Engine, typed: str, withdrawn: bool) -> Tracker:
    """Return the tracker of the authority that a typed name means. Raise LookupError, which says
    what to do, where there is none.
    """
    name = find_authority_name(engine, typed)
    tracker = track(engine, name, withdrawn) if name else None
    if tracker is None:
        near = "" if name else advise_name(typed, engine.names("authority"))
        absent = "the collection has no report on it" if name else "no such authority or report"
        raise LookupError(f"{absent}{near}; see `evidence status --reports`")
    return tracker


def to_json(followed: Followed) -> dict[str, Any]:
    """Return a recommendation and what became of it, as one JSON object."""
    return {
        "authority": followed.report.authority,
        "report": followed.report.id,
        "paragraph": followed.paragraph.id,
        "text": followed.paragraph.text,
        "later": [
            {
                "report": later.report.id,
                "status": later.status,
                "is_corrected": later.is_corrected,
                "paragraphs": [one.paragraph.id for one in later.evidence],
                "quotes": [one.text for one in later.evidence],
            }
            for later in followed.later
        ],
    }


def print_tracker(tracker: Tracker) -> None:
    """Print recommendations as a person reads them, each with what later reports say."""
    console = Console(highlight=False)
    asked = quantity(len(tracker.followed), "recommendation")
    asking = len({followed.report.id for followed in tracker.followed})
    of = quantity(len(tracker.reports), "report")
    console.print(f"{tracker.authority}: {asked} in {asking} of {of}")
    for followed in tracker.followed:
        console.print()
        console.print(Text(f"{inspection(followed.report)}, {long_date(followed.report.dated)}"))
        console.print(Padding(Text(followed.paragraph.text, style="bold"), (0, 0, 0, 3)))
        console.print(Padding(Text(followed.paragraph.id, style="dim"), (0, 0, 0, 3)))
        for line in describe_later(followed):
            console.print(Padding(line, (0, 0, 0, 6)))


def describe_later(followed: Followed) -> Iterator[Text]:
    """Yield the lines that tell what each later report says of a recommendation."""
    if not followed.later:
        yield Text("no later report", style="dim")
    for later in followed.later:
        label = Text(STATUS_LABELS[later.status], style=STATUS_STYLES.get(later.status, "dim"))
        by = " (corrected)" if later.is_corrected else ""
        yield label + Text(f"{by}, {inspection(later.report)}, {long_date(later.report.dated)}")
        for one in later.evidence[:1]:
            yield Text(f"“{one.text}” ", style="default") + Text(one.paragraph.id, style="dim")
