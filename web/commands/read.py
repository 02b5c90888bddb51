"""evidence read: what was understood of report files, for a person or a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus import contract
from corpus.errors import Refused
from corpus.folders import find_files
from corpus.model import OUTCOMES, Report, label
from corpus.reading import read_paths
from web.commands import terminal

COLOURS = {
    "outstanding": "bold green",
    "good": "green",
    "requires improvement": "yellow",
    "adequate": "yellow",
    "inadequate": "red",
}


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line and report.")
@click.pass_context
def read(context: click.Context, files: tuple[Path, ...], as_json: bool) -> None:
    """Parse report files and folders, and print what was understood; index nothing."""
    refused = 0
    for result in results(files):
        if isinstance(result, Refused):
            terminal.tell(result)
            refused += 1
        elif as_json:
            terminal.print_json(contract.to_json(result))
        else:
            show(result)
    context.exit(1 if refused else 0)


def results(files: tuple[Path, ...]) -> Iterator[Report | Refused]:
    """Yields a Report or Refused for each file, in order."""
    paths = list(find_files(files))
    yield from terminal.progress(read_paths(paths), "Reading", len(paths))


def show(report: Report) -> None:
    """Prints facts, judgements, outline and doubts, so that a curator sees what to check."""
    console = Console()
    console.print(Text(report.title, style="bold"))
    for table in (facts(report), judgements(report), outline(report), doubts(report)):
        if table.row_count:
            console.print(table)
    console.print()


def facts(report: Report) -> Table:
    """Returns the report's facts, those not found as a dash."""
    table = plain("", "")
    table.show_header = False
    outcome = report.outcome and OUTCOMES[report.outcome]
    rows = (
        ("id", report.id),
        ("authority", report.authority),
        ("region", report.region),
        ("framework", label("framework", report.framework)),
        (
            "inspection",
            " to ".join(map(str, filter(None, (report.inspection_start, report.inspection_end)))),
        ),
        ("published", report.published),
        ("lead inspector", report.lead_inspector),
        ("overall", graded(report.overall)),
        ("outcome", outcome),
        ("file", f"{report.source.file} ({pages(report.source.pages)})"),
        ("paragraphs", str(len(report.paragraphs))),
        ("invented", "yes, as an example" if report.invented else "no"),
    )
    for name, value in rows:
        table.add_row(name, value if isinstance(value, Text) else Text(str(value or "-")))
    return table


def pages(count: int | None) -> str:
    """Returns a count of pages in words."""
    return "no pages" if count is None else f"{count} page{'' if count == 1 else 's'}"


def graded(grade: str | None) -> Text:
    """Returns the grade in its colour, a dash where there is none."""
    return Text(grade, style=COLOURS.get(grade, "")) if grade else Text("-")


def judgements(report: Report) -> Table:
    """Returns the table of the report's judgements."""
    table = plain("Judgement", "Grade", "Area")
    for judgement in report.judgements:
        area = label("area", judgement.area or "-")
        table.add_row(Text(judgement.name), graded(judgement.grade), Text(area))
    return table


def outline(report: Report) -> Table:
    """Returns the sections in order, with what each holds."""
    table = plain("Section", "Grade", "Area", "Paragraphs", "Of them recommendations")
    paragraphs = Counter((p.section, p.grade, p.area) for p in report.paragraphs)
    asked = Counter(
        (p.section, p.grade, p.area) for p in report.paragraphs if p.kind == "recommendation"
    )
    for (section, grade, area), count in paragraphs.items():
        name, mapped = Text(section or "(no heading)"), label("area", area or "-")
        number = str(asked[section, grade, area] or "-")
        table.add_row(name, graded(grade), mapped, str(count), number)
    return table


def doubts(report: Report) -> Table:
    """Returns what a curator should check, with its page."""
    table = plain("Doubt", "Page", "What to check")
    for doubt in report.doubts:
        table.add_row(Text(doubt.kind, style="yellow"), str(doubt.page or "-"), Text(doubt.message))
    return table


def plain(*columns: str) -> Table:
    """Returns a table without borders."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
