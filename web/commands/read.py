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
from corpus.catalogue.matching import CatalogueIndex
from corpus.corrections.supplements import Supplements
from corpus.errors import Refused
from corpus.folders import find_files
from corpus.model import Report
from corpus.reading import load_files
from corpus.recognition.files import NoStore, read_files
from corpus.registry import label, outcome_label
from corpus.understanding.identity import ReportIds
from web.commands import terminal
from web.commands.indexing.catalogues import catalogue_option, read_given, supplement_reports
from web.commands.terminal import grade_text, plain_table
from web.quantity import page_ranges, quantity


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@catalogue_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line and report.")
@click.pass_context
def read(
    context: click.Context,
    files: tuple[Path, ...],
    catalogue_files: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Parse report files and folders, and print what was understood; index nothing."""
    given, refused = read_given(catalogue_files)
    catalogues = [CatalogueIndex(catalogue) for catalogue in reversed(given)]
    for result in results(files, Supplements(catalogues)):
        if isinstance(result, Refused):
            terminal.warn(result)
            refused += 1
        elif as_json:
            terminal.print_json(contract.to_json(result))
        else:
            print_report(result)
    context.exit(1 if refused else 0)


def results(files: tuple[Path, ...], supplements: Supplements) -> Iterator[Report | Refused]:
    """Yield a Report or Refused for each file, in order, no two reports under one id."""
    paths, ids = list(find_files(files)), ReportIds()
    outcomes = supplement_reports(read_files(load_files(paths), NoStore()), supplements)
    for result in terminal.track_progress(outcomes, "Reading", len(paths)):
        yield result if isinstance(result, Refused) else ids.name(result)


def print_report(report: Report) -> None:
    """Print facts, judgements, outline and doubts, so that a curator sees what to check."""
    console = Console()
    console.print(Text(report.title, style="bold"))
    tables = (
        facts_table(report),
        judgements_table(report),
        outline_table(report),
        doubts_table(report),
    )
    for table in tables:
        if table.row_count:
            console.print(table)
    console.print()


def facts_table(report: Report) -> Table:
    """Return the report's facts, those not found as a dash."""
    table = plain_table("", "")
    table.show_header = False
    pages = "no pages"
    if report.source.pages is not None:
        pages = quantity(report.source.pages, "page")
    inspection = filter(None, (report.inspection_start, report.inspection_end))
    rows = (
        ("id", report.id),
        ("authority", report.authority),
        ("region", report.region),
        ("framework", label("framework", report.framework)),
        ("inspection", " to ".join(map(str, inspection))),
        ("published", report.published),
        ("publisher", report.publisher),
        ("urn", report.urn),
        ("link", report.source_url),
        ("withdrawn", report.withdrawn),
        ("lead inspector", report.lead_inspector),
        ("scale", report.scale and label("scale", report.scale)),
        ("overall", grade_text(report.overall, report.scale)),
        ("outcome", outcome_label(report.framework, report.outcome)),
        ("file", f"{report.source.file} ({pages})"),
        ("recognised pages", page_ranges(report.recognised_pages)),
        ("paragraphs", str(len(report.paragraphs))),
        ("invented", "yes, as an example" if report.invented else "no"),
        ("from a catalogue", ", ".join(report.from_catalogue)),
    )
    for name, value in rows:
        table.add_row(name, value if isinstance(value, Text) else Text(str(value or "-")))
    return table


def judgements_table(report: Report) -> Table:
    """Return the table of the report's judgements."""
    table = plain_table("Judgement", "Grade", "Area")
    for judgement in report.judgements:
        area = label("area", judgement.area or "-")
        table.add_row(Text(judgement.name), grade_text(judgement.grade, report.scale), Text(area))
    return table


def outline_table(report: Report) -> Table:
    """Return the sections in order, with the number of paragraphs and recommendations in each."""
    table = plain_table("Section", "Grade", "Area", "Paragraphs", "Of them recommendations")
    paragraphs = Counter((p.section, p.grade, p.area) for p in report.paragraphs)
    recommendations = Counter(
        (p.section, p.grade, p.area) for p in report.paragraphs if p.kind == "recommendation"
    )
    for (section, grade, area), count in paragraphs.items():
        table.add_row(
            Text(section or "(no heading)"),
            grade_text(grade, report.scale),
            label("area", area or "-"),
            str(count),
            str(recommendations[section, grade, area] or "-"),
        )
    return table


def doubts_table(report: Report) -> Table:
    """Return what a curator should check, with its page."""
    table = plain_table("Doubt", "Page", "What to check")
    for doubt in report.doubts:
        table.add_row(Text(doubt.kind, style="yellow"), str(doubt.page or "-"), Text(doubt.message))
    return table
