"""What `evidence search` prints about wording: the tables of its answers, for a person."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from search.engine import Engine
from search.model import Request
from search.typed_fields import dropped_fields, fields_in_phrase
from search.wording import Comparison, Concordance, DistinctivePhrase, Precedents, Profile, Share
from web import citations
from web.commands.keyword_in_context import keyword_lines
from web.commands.terminal import grade_text, plain_table, warn
from web.quantity import quantity


def warn_of_fields(engine: Engine, *requests: Request, is_phrase: bool = False) -> None:
    """Say on stderr which fields typed in a query an answer on wording does not apply."""
    for asked in requests:
        problems = fields_in_phrase(asked.query) if is_phrase else dropped_fields(asked, engine)
        for problem in problems:
            warn(problem.message)


def print_concordance(concordance: Concordance) -> None:
    """Print the occurrences of a phrase, aligned; into a pipe or file as wide as they are."""
    paragraphs = quantity(concordance.paragraphs, "paragraph")
    reports = quantity(concordance.reports, "report")
    occurrences = quantity(concordance.occurrences, "occurrence")
    forms = forms_in_words(concordance.forms)
    more = concordance.in_boilerplate
    left_out = f"; {more:,} more in standard paragraphs left out" if more else ""
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"{occurrences} in {paragraphs} of {reports}{forms}{left_out}\n")
    for line in keyword_lines(concordance.lines, console.width if console.is_terminal else None):
        console.print(line)


def forms_in_words(forms: Sequence[str]) -> str:
    """Return what follows a count of a wording in several forms: which they are."""
    return f"; in the forms {', '.join(forms)}" if len(forms) > 1 else ""


def print_profile(profile: Profile) -> None:
    """Print the shares of reports of each grade, year and area that use a wording."""
    total = profile.overall
    apart = f"; {profile.apart:,} more have these words apart" if profile.apart else ""
    print_tables(
        f"{total.using:,} of {quantity(total.of, 'report')} {profile.use_of_all} "
        f"({percent(total.share)}), in {quantity(profile.paragraphs, 'paragraph')}: "
        f"{profile.counted}{forms_in_words(profile.forms)}{apart}",
        shares_table("Grade", profile.grades),
        shares_table("Year", profile.years),
        shares_table("Area", profile.areas),
    )


def shares_table(name: str, shares: Sequence[Share]) -> Table:
    """Return the table of shares, with their intervals."""
    table = plain_table(name, "Reports", "Share", "95% interval", "Against all", "")
    for share in shares:
        table.add_row(
            share.label,
            f"{share.using:,} of {share.of:,}",
            percent(share.share),
            f"{percent(share.low)} to {percent(share.high)}",
            "-" if share.lift is None else f"{share.lift:.2f} times",
            "few reports" if share.few else "",
        )
    return table


def print_comparison(comparison: Comparison) -> None:
    """Print the difference between two wordings, grade by grade, and the profile of each."""
    table = plain_table("Grade", "Difference in points", "95% interval", "Use both", "")
    for difference in (comparison.overall, *comparison.grades):
        table.add_row(
            difference.label,
            f"{difference.difference * 100:+.1f}",
            f"{difference.low * 100:+.1f} to {difference.high * 100:+.1f}",
            quantity(difference.both, "report"),
            "few reports" if difference.few else "",
        )
    one, other = comparison.one, comparison.other
    print_tables(f"{one.request.query} less {other.request.query}", table)
    print_profile(one)
    print_profile(other)


def print_phrases(phrases: Sequence[DistinctivePhrase]) -> None:
    """Print the phrases that stand out, strongest first."""
    headings = "Phrase", "Reports", "In 10,000 words here", "In 10,000 others"
    table = plain_table(*headings, "Times as often", "At least")
    for phrase in phrases:
        table.add_row(
            phrase.text,
            f"{phrase.reports:,} of {phrase.of:,}",
            f"{phrase.rate:.2f}",
            f"{phrase.rate_elsewhere:.2f}" if phrase.uses_elsewhere else "none",
            "only here" if phrase.ratio is None else f"{phrase.ratio:.1f}",
            f"{phrase.at_least:.1f}",
        )
    print_tables(quantity(len(phrases), "phrase"), table)


def print_precedents(drafted: Sequence[Precedents]) -> None:
    """Print for each paragraph of a draft its precedents, grade by grade."""
    console = Console(highlight=False)
    for precedents in drafted:
        console.print(Text(precedents.draft, style="italic"))
        for grade, of_grade in precedents.grades:
            for precedent in of_grade:
                hit, shared = precedent.hit, ", ".join(precedent.shared)
                citation = citations.citation(hit.report, hit.paragraph)
                console.print(grade_text(grade), Text(hit.paragraph.text))
                console.print(Text(f"  {citation}; shared: {shared}", style="dim"))
        console.print()


def percent(share: float) -> str:
    """Return a share as '12.5%'."""
    return f"{share * 100:.1f}%"


def print_tables(heading: str, *tables: Table) -> None:
    """Print a heading and, under it, those tables that have rows."""
    console = Console(highlight=False)
    console.print(heading)
    for table in tables:
        if table.row_count:
            console.print()
            console.print(table)
