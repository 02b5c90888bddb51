"""evidence correct: put right what the reader understood of a report or a paragraph."""

from __future__ import annotations

from pathlib import Path

import click

from corpus.corrections.fields import PARAGRAPH_FIELDS, REPORT_FIELDS, Value, parse_value
from corpus.corrections.file import write_value
from index.editing.correcting import find_unread_file, make_correction, undo_correction
from index.supplements.kept_corrections import CORRECTIONS_FILE
from web.commands.terminal import data_option, warn

WAIT = 2.0
"""Seconds to wait for another writer to be done."""


@click.command()
@click.argument("subject", metavar="ID")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE...")
@data_option
@click.option("--undo", is_flag=True, help="Take back the corrections of some FIELDs instead.")
@click.pass_context
def correct(
    context: click.Context, subject: str, changes: tuple[str, ...], data: Path, undo: bool
) -> None:
    """Correct a report or a paragraph by its id, in the index and on every later reading.

    FIELD is title, authority, framework, inspection_start, inspection_end, published,
    lead_inspector, overall or outcome of a report; section, area, grade, kind, themes or polarity
    of a paragraph; follow_up-LATER-REPORT-ID of a recommendation, which is what that report says of
    it: asked again, moved on or silent. VALUE none takes away what was read. By another framework
    the file is read again. Ids never change. The corrections lie in corrections.toml beside the
    index, one a line.
    """
    if undo:
        fields = [change.partition("=")[0] for change in changes]
        is_held = [undo_correction(data, subject, field, WAIT) for field in fields]
        done = [f"{subject}: {field} is as it was read" for field in fields]
    else:
        values = [(field, parse(subject, field, text)) for field, text in map(divide, changes)]
        is_held = [make_correction(data, subject, field, value, WAIT) for field, value in values]
        done = [f"{subject}: {field} is {write_value(value)}" for field, value in values]
    for line in done:
        click.echo(line)
    unread = find_unread_file(data, subject.partition("/")[0])
    if unread:
        warn(
            f"{subject}: {unread} is not there as it was read; headings, areas, grades and scale "
            "stay as they are until `evidence index` reads it"
        )
    if not all(is_held):
        warn(
            f"{subject}: the index holds no such report or paragraph; the correction is kept in "
            f"{CORRECTIONS_FILE} and applied once it does"
        )
    context.exit(0 if all(is_held) and not unread else 1)


def divide(change: str) -> tuple[str, str]:
    """Return field and value of FIELD=VALUE. Raise UsageError for anything else."""
    field, equals, text = change.partition("=")
    if not equals:
        fields = ", ".join((*REPORT_FIELDS, *PARAGRAPH_FIELDS))
        raise click.UsageError(f"{change!r} is not FIELD=VALUE; FIELD is one of {fields}")
    return field.strip(), text


def parse(subject: str, field: str, text: str) -> Value:
    """Return the value of a field. Raise UsageError, which says what would be one."""
    try:
        return parse_value(subject, field, text)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
