"""What `evidence search` prints about wording, for a person: one table for each question."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from search.wording import Comparison, Concordance, DistinctivePhrase, Precedents, Profile, Share
from web import citations
from web.commands.read import graded, plain
from web.commands.terminal import counted


def show_concordance(found: Concordance) -> None:
    """Prints the occurrences of a phrase, aligned."""
    table = Table(box=None, pad_edge=False, show_header=False)
    for justify in ("right", "center", "left", "left"):
        table.add_column(justify=justify, overflow="ellipsis", no_wrap=True)
    for line in found.lines:
        match = Text(line.match, style="bold underline")
        table.add_row(Text(line.left), match, Text(line.right), Text(line.paragraph, style="dim"))
    where = f"{counted(found.paragraphs, 'paragraph')} of {counted(found.reports, 'report')}"
    say(f"{counted(found.occurrences, 'occurrence')} in {where}", table)


def show_profile(found: Profile) -> None:
    """Prints the shares of reports of each grade, year and area."""
    overall = found.overall
    head = f"{overall.using:,} of {counted(overall.of, 'report')} use it ({percent(overall.share)})"
    tables = [
        shares(name, listed)
        for name, listed in (("Grade", found.grades), ("Year", found.years), ("Area", found.areas))
    ]
    say(head, *tables)


def shares(name: str, listed: Sequence[Share]) -> Table:
    """Returns the table of some shares, with their intervals."""
    table = plain(name, "Reports", "Share", "95 % interval", "Against all", "")
    for share in listed:
        table.add_row(
            share.label,
            f"{share.using:,} of {share.of:,}",
            percent(share.share),
            f"{percent(share.low)} to {percent(share.high)}",
            "-" if share.lift is None else f"{share.lift:.2f} times",
            "few reports" if share.few else "",
        )
    return table


def show_comparison(found: Comparison) -> None:
    """Prints the difference between two wordings, grade by grade."""
    table = plain("Grade", "Difference in points", "95 % interval", "")
    for one in (found.overall, *found.grades):
        points = f"{one.difference * 100:+.1f}", f"{one.low * 100:+.1f} to {one.high * 100:+.1f}"
        table.add_row(one.label, *points, "few reports" if one.few else "")
    say(f"{found.one.request.query} less {found.other.request.query}", table)
    show_profile(found.one)
    show_profile(found.other)


def show_phrases(found: Sequence[DistinctivePhrase]) -> None:
    """Prints the phrases that stand out, strongest first."""
    table = plain("DistinctivePhrase", "Reports here", "Elsewhere", "Log-odds", "Log-likelihood")
    for phrase in found:
        here = f"{phrase.reports:,} of {phrase.of:,}"
        there = f"{phrase.elsewhere:,} of {phrase.of_elsewhere:,}"
        measures = f"{phrase.log_odds:.1f}", f"{phrase.log_likelihood:.1f}"
        table.add_row(phrase.text, here, there, *measures)
    say(counted(len(found), "phrase"), table)


def show_precedents(found: Sequence[Precedents]) -> None:
    """Prints for each paragraph of a draft its precedents, grade by grade."""
    console = Console(highlight=False)
    for each in found:
        console.print(Text(each.draft, style="italic"))
        for grade, likes in each.grades:
            for like in likes:
                console.print(graded(grade), Text(like.hit.paragraph.text))
                cited = citations.citation(like.hit.report, like.hit.paragraph)
                console.print(Text(f"  {cited}; shared: {', '.join(like.shared)}", style="dim"))
        console.print()


def percent(share: float) -> str:
    """Returns a share as '12.5 %'."""
    return f"{share * 100:.1f} %"


def say(head: str, *tables: Table) -> None:
    """Prints a line and tables under it."""
    console = Console(highlight=False)
    console.print(head)
    for table in tables:
        if table.row_count:
            console.print()
            console.print(table)
