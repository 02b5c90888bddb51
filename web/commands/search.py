"""evidence search: paragraphs that answer a query, or what can be learnt from its wording."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from index.facets import FACET, FACETS
from search import service, wording
from search.budget import Budget
from search.choices import CHOICES
from search.engine import Engine
from search.filter_values import check_values
from search.groups import FORMS, GroupProblem, absent_group, resolve_group
from search.local.engine import open_engine
from search.model import Facet, Group, Request, Span
from search.present.hits import Hit
from search.present.page import Page
from search.present.sentence import in_words
from web import citations
from web.address import FACET_KEYS
from web.commands.terminal import data_option, grade_style, plain_table, warn
from web.commands.wording import (
    print_comparison,
    print_concordance,
    print_phrases,
    print_precedents,
    print_profile,
    warn_of_fields,
)
from web.parameters import parse_day
from web.quantity import quantity

Command = Callable[..., Any]

MAX_FACET_VALUES = 10
# Longer than a page may take, since a command opens the index anew each time.
BUDGET = Budget(seconds=10.0)


class FacetOption(click.Option):
    """An option that filters by a facet; its help lists the values that are known when it is asked
    for, since frameworks and grades may be added by another option.
    """

    def get_help_record(self, context: click.Context) -> tuple[str, str] | None:
        """Return the option and its help."""
        facet = FACET[self.name or ""]
        keys = ", ".join(choice.key for choice in facet.choices)
        self.help = f"May be repeated: any of them. {keys}".strip()
        return super().get_help_record(context)


def facet_options(command: Command) -> Command:
    """Add an option for each facet to the command."""
    for facet in reversed(FACETS):
        command = click.option(
            f"--{facet.key.replace('_', '-')}",
            cls=FacetOption,
            multiple=True,
            metavar=facet.key.upper(),
        )(command)
    return command


def choice_options(command: Command) -> Command:
    """Add an option for each choice of a search to the command."""
    for parameter in reversed(CHOICES.values()):
        command = click.option(
            f"--{parameter.name.replace('_', '-')}",
            type=click.Choice(parameter.keys),
            default=parameter.default,
            show_default=True,
        )(command)
    return command


# The questions about one wording: option, help, what answers it, and what prints the answer.
WORDING_QUESTIONS: dict[str, tuple[str, Callable[..., Any], Callable[[Any], None]]] = {
    "concordance": ("Every occurrence of the phrase.", wording.concordance, print_concordance),
    "profile": (
        "Reports of each grade, year and area that use it.",
        wording.profile,
        print_profile,
    ),
    "distinctive": ("Phrases that stand out in the result.", wording.distinctive, print_phrases),
}


def wording_options(command: Command) -> Command:
    """Add an option for each question about wording to the command."""
    for name, (help_text, _, _) in reversed(WORDING_QUESTIONS.items()):
        command = click.option(f"--{name}", "wording_question", flag_value=name, help=help_text)(
            command
        )
    return command


def to_day(context: click.Context, option: click.Parameter, value: str | None) -> date | None:
    """Return the date of an option: of a year, its first day for --since, its last for --until.
    Raise BadParameter for what is neither.
    """
    if value is None:
        return None
    day = parse_day(value.strip(), is_first=option.name == "since")
    if day is None:
        raise click.BadParameter(
            f"“{value}” is no date; write one such as 2018-09-30, or a year.", context, option
        )
    return day


@click.command()
@click.argument("query")
@facet_options
@click.option("--group", metavar="GROUP", help=f"A group of authorities: {' or '.join(FORMS)}.")
@click.option(
    "--since", callback=to_day, metavar="DATE", help="First day, such as 2018-09-30, or year."
)
@click.option("--until", callback=to_day, metavar="DATE", help="Last day, or year.")
@choice_options
@click.option("--once-per-report", is_flag=True, help="At most one paragraph of each report.")
@click.option("--widen/--no-widen", default=True, help="Take in other words for the same thing.")
@click.option("--correct/--no-correct", default=True, help="Correct words that no report has.")
@click.option("--withdrawn", is_flag=True, help="Take in reports that were withdrawn or replaced.")
@click.option("--start", type=click.IntRange(0), default=0, help="Leave out the first N results.")
@click.option("--limit", type=click.IntRange(0, 1000), default=10, show_default=True)
@click.option("--facets", is_flag=True, help="Count the results by theme, grade, area and so on.")
@wording_options
@click.option("--compare", "other", metavar="OTHER", help="Compare the wording with another.")
@click.option("--draft", is_flag=True, help="Show precedents of a draft: QUERY, or - for stdin.")
@click.option("--json", "as_json", is_flag=True, help="The answer as one JSON object.")
@data_option
def search(
    data: Path,
    as_json: bool,
    facets: bool,
    wording_question: str | None,
    other: str | None,
    draft: bool,
    **options: Any,
) -> None:
    """Find the paragraphs that answer QUERY, or learn from its wording.

    Filters of one kind are alternatives, filters of different kinds all apply.
    """
    group = options.pop("group")
    request = build_request(options, FACET_KEYS if facets else ())
    engine = open_engine(data)
    request = check_filters(request, engine)
    request = replace(request, group=check_group(group, engine) if group else None)
    answer: Any
    print_answer: Callable[[Any], None]
    if draft:
        answer, print_answer = wording.alike(engine, *split_draft(request)), print_precedents
    elif other:
        warn_of_fields(engine, request, replace(request, query=other))
        answer, print_answer = wording.compare(engine, request, other), print_comparison
    elif wording_question:
        warn_of_fields(engine, request, is_phrase=wording_question == "concordance")
        _, ask, print_answer = WORDING_QUESTIONS[wording_question]
        answer = ask(engine, request)
    else:
        answer, print_answer = service.search(engine, request, BUDGET), print_page
    if as_json:
        click.echo(msgspec.json.encode(answer.parts() if isinstance(answer, Page) else answer))
    else:
        print_answer(answer)


def build_request(options: dict[str, Any], facets: tuple[str, ...]) -> Request:
    """Return the Request of the options. Raise UsageError where no day is between the dates."""
    filters = {key: values for key in FACET_KEYS if (values := options.pop(key))}
    since, until = options.pop("since"), options.pop("until")
    if since and until and since > until:
        raise click.UsageError(f"--since {since} is later than --until {until}; swap them")
    return Request(**options, since=since, until=until, filters=filters, facets=facets)


def check_filters(request: Request, engine: Engine) -> Request:
    """Return the request with the values of its filters as data writes them.

    Say on stderr which of them no report has. Raise BadParameter for one that does not exist.
    """
    checked = check_values(request.filters, engine.names)
    for value in checked.unknown:
        message = f"“{value.value}” is wrong: {value.key} {value.expected}"
        raise click.BadParameter(message, param_hint=f"--{value.key.replace('_', '-')}")
    for sentence in checked.absences:
        warn(sentence)
    return replace(request, filters=checked.filters)


def check_group(typed: str, engine: Engine) -> Group:
    """Return the group of authorities that is asked for; say on stderr where no report is on any.
    Raise BadParameter where there is no such group.
    """
    group = resolve_group(typed, engine)
    if isinstance(group, GroupProblem):
        message = f"“{typed}” is wrong: it {group.expected}"
        raise click.BadParameter(message, param_hint="--group")
    if absence := absent_group(group, engine):
        warn(absence)
    return group


def split_draft(request: Request) -> tuple[str, Request]:
    """Return the draft that stands in place of the query, and the Request without it."""
    text = sys.stdin.read() if request.query == "-" else request.query
    return text, replace(request, query="")


def print_page(page: Page) -> None:
    """Print results as a person reads them; what could not be understood goes to stderr."""
    for diagnostic in page.diagnostics:
        warn(diagnostic.message)
    for one in page.corrections:
        warn(f"no paragraph has “{one.typed}”: searched “{one.word}”; --no-correct leaves it so")
    console = Console(highlight=False)
    sentence = in_words(page.sentence)
    console.print(Text(sentence[:1].upper() + sentence[1:]))
    console.print(f"{quantity(page.total, 'paragraph')} in {quantity(page.reports, 'report')}")
    if page.has_narrower:
        for line in (page.totals, *narrower_ways(page)):
            console.print(Text(f"{line}"))
    for number, hit in enumerate(page.hits, page.request.start + 1):
        console.print()
        console.print(Text(f"{number}. ") + headline(hit))
        if hit.paragraph.lead:
            lead = Text(hit.paragraph.lead, style="dim")
            console.print(Padding(underline(lead, hit.lead_marks), (0, 0, 0, 3)))
        console.print(Padding(excerpt(hit), (0, 0, 0, 3)))
        console.print(Padding(Text(hit.paragraph.id, style="dim"), (0, 0, 0, 3)))
    for facet in page.facets:
        console.print()
        console.print(facet_table(facet))


def narrower_ways(page: Page) -> Iterator[str]:
    """Yield how to find less: only what is as typed, or exactly the words."""
    if page.has_typed:
        whose = "the corrected" if page.corrections else "your"
        yield f"Only {whose} words: --no-widen --match all"
    if page.exactly:
        paragraphs = quantity(page.exactly.paragraphs, "paragraph")
        yield f"Exactly “{page.exactly.text}”, asked for in quotes: {paragraphs}"


def headline(hit: Hit) -> Text:
    """Return the citation of a hit in the colour of its grade."""
    citation = citations.citation(hit.report, hit.paragraph)
    style = grade_style(hit.paragraph.grade, hit.report.scale)
    return Text(citation, style=f"bold {style}".strip())


def excerpt(hit: Hit) -> Text:
    """Return the best window of the paragraph, with its marks in bold."""
    start, end = hit.snippet.start, hit.snippet.end
    text = underline(Text(hit.paragraph.text), hit.marks)
    return Text("… " if start else "") + text[start:end] + Text(" …" if end < len(text) else "")


def underline(text: Text, marks: Sequence[Span]) -> Text:
    """Return a text with its marks in bold and underlined."""
    for mark in marks:
        text.stylize("bold underline", mark.start, mark.end)
    return text


def facet_table(facet: Facet) -> Table:
    """Return the most frequent values of a facet with their counts."""
    table = plain_table(facet.label, "Paragraphs", "Reports")
    for value in sorted(facet.values, key=lambda value: -value.paragraphs)[:MAX_FACET_VALUES]:
        table.add_row(Text(value.label), f"{value.paragraphs:,}", f"{value.reports:,}")
    return table
