"""evidence search: paragraphs that answer a query, for a person or a program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from corpus.model import CLOSED
from search import service, wording
from search.budget import Budget
from search.choices import CHOICES
from search.local.engine import open_engine
from search.model import Facet, Request
from search.present.hits import Hit
from search.present.page import Page
from search.present.sentence import in_words
from web import citations
from web.address import FACET_KEYS
from web.commands.read import COLOURS, plain
from web.commands.terminal import counted, data_option, note
from web.commands.wording import (
    show_comparison,
    show_concordance,
    show_phrases,
    show_precedents,
    show_profile,
)

DAY = click.DateTime(["%Y-%m-%d"])
FACET_VALUES = 10
# A command opens the index anew each time, so it may take longer than a page.
BUDGET = Budget(seconds=10.0)


def filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds an option for each facet to the command, closed sets with their choices."""
    for key in reversed(FACET_KEYS):
        keys = [choice.key for choice in CLOSED.get(key, ())]
        command = click.option(
            f"--{key}",
            multiple=True,
            type=click.Choice(keys, case_sensitive=False) if keys else str,
            metavar=key.upper(),
            help=f"May be repeated: any of them. {', '.join(keys)}".strip(),
        )(command)
    return command


def choices(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add an option for each choice of a search to the command."""
    for parameter in reversed(CHOICES.values()):
        command = click.option(
            f"--{parameter.name}",
            type=click.Choice(parameter.keys),
            default=parameter.default,
            show_default=True,
        )(command)
    return command


# What can be learnt of wording: the option, its help, the question and how it is shown.
QUESTIONS: dict[str, tuple[str, Callable[..., Any], Callable[[Any], None]]] = {
    "concordance": ("Every occurrence of the phrase.", wording.concordance, show_concordance),
    "profile": ("Reports of each grade, year and area that use it.", wording.profile, show_profile),
    "distinctive": ("Phrases that stand out in the result.", wording.distinctive, show_phrases),
}


def questions(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds an option for each question about wording to the command."""
    for name, (told, _, _) in reversed(QUESTIONS.items()):
        command = click.option(f"--{name}", "question", flag_value=name, help=told)(command)
    return command


@click.command()
@click.argument("query")
@filters
@click.option("--since", type=DAY, metavar="DATE", help="First day, such as 2018-09-30.")
@click.option("--until", type=DAY, metavar="DATE", help="Last day.")
@choices
@click.option("--once-per-report", is_flag=True, help="At most one paragraph of each report.")
@click.option("--widen/--no-widen", default=True, help="Take in other words for the same thing.")
@click.option("--start", type=click.IntRange(0), default=0, help="Leave out the first N results.")
@click.option("--limit", type=click.IntRange(0, 1000), default=10, show_default=True)
@click.option("--facets", is_flag=True, help="Count the results by theme, grade, area and so on.")
@questions
@click.option("--compare", "other", metavar="OTHER", help="The wording beside another.")
@click.option("--draft", is_flag=True, help="QUERY is a draft, - reads it: show precedents.")
@click.option("--json", "as_json", is_flag=True, help="The answer as one JSON object.")
@data_option
def search(
    data: Path,
    as_json: bool,
    facets: bool,
    question: str | None,
    other: str | None,
    draft: bool,
    **asked: Any,
) -> None:
    """Find the paragraphs that answer QUERY, or learn from its wording.

    Filters of one kind are alternatives, filters of different kinds all apply.
    """
    request, engine = request_of(asked, FACET_KEYS if facets else ()), open_engine(data)
    answer: Any
    present: Callable[[Any], None]
    if draft:
        answer, present = wording.alike(engine, *draft_of(request)), show_precedents
    elif other:
        answer, present = wording.compare(engine, request, other), show_comparison
    elif question:
        _, ask, present = QUESTIONS[question]
        answer = ask(engine, request)
    else:
        answer, present = service.search(engine, request, BUDGET), show
    if as_json:
        click.echo(msgspec.json.encode(answer.parts() if isinstance(answer, Page) else answer))
    else:
        present(answer)


def draft_of(request: Request) -> tuple[str, Request]:
    """Returns the draft that stands in place of the query, and the filters alone."""
    text = sys.stdin.read() if request.query == "-" else request.query
    return text, replace(request, query="")


def request_of(asked: dict[str, Any], facets: tuple[str, ...]) -> Request:
    """Returns the Request of the options."""
    chosen = {key: values for key in FACET_KEYS if (values := asked.pop(key))}
    since, until = day(asked.pop("since")), day(asked.pop("until"))
    return Request(**asked, since=since, until=until, filters=chosen, facets=facets)


def day(value: datetime | None) -> date | None:
    """Returns the day of a date option."""
    return value.date() if value else None


def show(page: Page) -> None:
    """Prints results as a person reads them, what could not be understood on stderr."""
    for said in page.diagnostics:
        note(said.message)
    console = Console(highlight=False)
    sentence = in_words(page.sentence)
    console.print(Text(sentence[:1].upper() + sentence[1:]))
    console.print(f"{counted(page.total, 'paragraph')} in {counted(page.reports, 'report')}")
    for number, hit in enumerate(page.hits, page.request.start + 1):
        console.print()
        console.print(Text(f"{number}. ") + headline(hit))
        console.print(Padding(quoted(hit), (0, 0, 0, 3)))
        console.print(Padding(Text(hit.paragraph.id, style="dim"), (0, 0, 0, 3)))
    for facet in page.facets:
        console.print()
        console.print(counts(facet))


def headline(hit: Hit) -> Text:
    """Returns the citation of a hit, with its grade in colour."""
    cited = citations.citation(hit.report, hit.paragraph)
    return Text(cited, style=f"bold {COLOURS.get(hit.paragraph.grade or '', '')}".strip())


def quoted(hit: Hit) -> Text:
    """Returns the best window of the paragraph, what satisfied the query in bold."""
    start, end = hit.snippet.start, hit.snippet.end
    text = Text(hit.paragraph.text)
    for mark in hit.marks:
        text.stylize("bold underline", mark.start, mark.end)
    shown = text[start:end]
    return Text("… " if start else "") + shown + Text(" …" if end < len(text) else "")


def counts(facet: Facet) -> Table:
    """Returns a facet's commonest values with their counts."""
    table = plain(facet.label, "Paragraphs", "Reports")
    commonest: Iterable[Any] = sorted(facet.values, key=lambda value: -value.paragraphs)
    for value in list(commonest)[:FACET_VALUES]:
        table.add_row(Text(value.label), f"{value.paragraphs:,}", f"{value.reports:,}")
    return table
