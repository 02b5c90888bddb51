"""The sentence that says what was searched: one part per clause and filter, each removable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from corpus.registry import label
from index.facets import FACET, FILTER, THEME
from search.choices import THEME_BY
from search.groups import lead_into
from search.language.clause_removal import cut
from search.language.clauses import Clause
from search.language.parsed_query import ParsedQuery
from search.language.understanding.days import long_date
from search.model import Request, SentencePart

CLAUSE_LEADS: Mapping[str, str] = {
    "together": "with the phrase",
    "phrase": "with the exact words",
    "prefix": "with a word that begins",
    "nearly": "with a word spelt like",
    "either": "with either of",
    "not": "without",
    "field": "where",
    "everything": "with anything",
}
MAX_PARTS = 15  # of one kind: each is a link on the page, which repeats the whole address
SINCE_LEAD, UNTIL_LEAD = "from", "up to"
WITHDRAWN_LEAD = "also in"
THEME_BY_LEAD = "with themes told by"
OPTIONAL_LEAD = "ranked higher with"
MORE_FILTERS_LEAD = "filtered by"
VOID_LEAD = "with nothing, as there is no word to search for in"
MAX_VOID_CHARACTERS = 40
UNSEEN_TEXT = "characters that show nothing"


def sentence(
    request: Request, parsed: ParsedQuery, matched: str
) -> tuple[SentencePart[Request], ...]:
    """Return the parts of the sentence; `matched` says how the words were required."""
    required = [clause for clause in parsed.clauses if not clause.helps]
    optional = [clause for clause in parsed.clauses if clause.helps]
    # A removal takes the corrected words with it: they are what was searched.
    parsed_request = replace(request, query=parsed.text)
    word_lead = "with" if len(parsed.words) == 1 else f"with {matched} of:"
    return (
        *void_parts(request, parsed),
        *clause_parts(
            parsed_request,
            [(clause, CLAUSE_LEADS.get(clause.kind, word_lead)) for clause in required],
        ),
        *clause_parts(parsed_request, [(clause, OPTIONAL_LEAD) for clause in optional]),
        *filter_parts(request),
        *theme_by_parts(request, parsed),
        *group_parts(request),
        *date_parts(request),
        *withdrawn_parts(request),
    )


def in_words(parts: Sequence[SentencePart[Request]]) -> str:
    """Return the sentence as one line."""
    if not parts:
        return "all paragraphs"
    return "paragraphs " + "; ".join(in_phrases(parts))


def in_phrases(parts: Sequence[SentencePart[Request]]) -> Iterator[str]:
    """Yield the parts that have one lead in a row as a phrase: `graded good or outstanding`."""
    for lead, run in groupby(parts, lambda part: part.lead):
        yield f"{lead}{join_texts([part.text for part in run], lead)}"


def without_value(request: Request, key: str, value: str) -> Request:
    """Return the request without one value of a filter."""
    remaining = tuple(other for other in request.filters[key] if other != value)
    filters = {name: values for name, values in request.filters.items() if name != key}
    return replace(request, filters=filters | ({key: remaining} if remaining else {}), start=0)


def without_clause(request: Request, clause: Clause) -> Request:
    """Return the request without one clause of its query."""
    return replace(request, query=cut(request.query, clause.span), start=0)


def clause_parts(
    request: Request, clauses: Sequence[tuple[Clause, str]]
) -> Iterator[SentencePart[Request]]:
    """Yield a part for each clause with its lead; those of a long query are one part at the end."""
    most, rest = clauses[:MAX_PARTS], clauses[MAX_PARTS:]
    for clause, lead in most:
        yield SentencePart(lead, clause.text, without_clause(request, clause))
    if rest:
        _, lead = rest[0]
        yield SentencePart(lead, f"{len(rest)} more", without_clauses(request, rest))


def without_clauses(request: Request, clauses: Sequence[tuple[Clause, str]]) -> Request:
    """Return the request without several clauses of its query."""
    query = request.query
    for clause, _ in reversed(clauses):
        query = cut(query, clause.span)
    return replace(request, query=query, start=0)


def void_parts(request: Request, parsed: ParsedQuery) -> Iterator[SentencePart[Request]]:
    """Yield the part for a query of which nothing can be searched for."""
    if parsed.is_void:
        text = "".join(filter(str.isprintable, parsed.text)).strip()[:MAX_VOID_CHARACTERS]
        yield SentencePart(VOID_LEAD, text or UNSEEN_TEXT, replace(request, query="", start=0))


def filter_parts(request: Request) -> Iterator[SentencePart[Request]]:
    """Yield a part for each value of each filter; those of long filters are one part at the end."""
    pairs = [(key, value) for key, values in request.filters.items() for value in values]
    most, rest = pairs[:MAX_PARTS], pairs[MAX_PARTS:]
    for key, value in most:
        without = without_value(request, key, value)
        yield SentencePart(FILTER[key].lead, label_in_sentence(key, value), without)
    if rest:
        fewer: dict[str, tuple[str, ...]] = {}
        for key, value in most:
            fewer[key] = (*fewer.get(key, ()), value)
        without = replace(request, filters=fewer, start=0)
        yield SentencePart(MORE_FILTERS_LEAD, f"{len(rest)} more values", without)


def theme_by_parts(request: Request, parsed: ParsedQuery) -> Iterator[SentencePart[Request]]:
    """Yield the part that says by what themes count, where one is asked for."""
    is_typed = any(clause.text.startswith(f"{THEME}:") for clause in parsed.clauses)
    if request.theme_by != THEME_BY.default and (THEME in request.filters or is_typed):
        without = replace(request, theme_by=THEME_BY.default, start=0)
        yield SentencePart(THEME_BY_LEAD, THEME_BY.label(request.theme_by), without)


def group_parts(request: Request) -> Iterator[SentencePart[Request]]:
    """Yield the part that says which authorities the reports are on, where a group is asked for."""
    if group := request.group:
        yield SentencePart(lead_into(group), group.text, replace(request, group=None, start=0))


def date_parts(request: Request) -> Iterator[SentencePart[Request]]:
    """Yield a part for each limit of the dates."""
    if request.since:
        text = f"{long_date(request.since)} on"
        yield SentencePart(SINCE_LEAD, text, replace(request, since=None, start=0))
    if request.until:
        without = replace(request, until=None, start=0)
        yield SentencePart(UNTIL_LEAD, long_date(request.until), without)


def withdrawn_parts(request: Request) -> Iterator[SentencePart[Request]]:
    """Yield the part that says that withdrawn reports are taken in."""
    if request.withdrawn:
        yield SentencePart(
            WITHDRAWN_LEAD,
            "reports that were withdrawn",
            replace(request, withdrawn=False, start=0),
        )


def label_in_sentence(key: str, value: str) -> str:
    """Return the label of a filter's value as a sentence writes it."""
    name, facet = label(key, value), FACET.get(key)
    return name.lower() if facet and facet.in_lower_case else name


def join_texts(texts: Iterable[str], lead: str) -> str:
    """Return texts as a list: words that all count with commas, alternatives with `or`."""
    *most, last = texts
    are_required = lead.endswith(":") or lead in CLAUSE_LEADS.values() or lead == OPTIONAL_LEAD
    if are_required or not most:
        return " " + ", ".join([*most, last])
    return f" {', '.join(most)} or {last}"
