"""What was searched, in plain English, from the same objects that filter; each part removable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from corpus.model import label
from index.facets import FACET, FILTER
from search.language.clauses import Clause, ParsedQuery
from search.language.cut import cut
from search.model import Request, SentencePart

OF_CLAUSE: Mapping[str, str] = {
    "phrase": "with the exact words",
    "prefix": "with a word that begins",
    "nearly": "with a word spelt like",
    "either": "with either of",
    "not": "without",
    "field": "where",
    "everything": "with anything",
}
SINCE, UNTIL = "from", "up to"
HELPS = "ranked higher with"


def sentence(
    request: Request, parsed: ParsedQuery, matched: str
) -> tuple[SentencePart[Request], ...]:
    """Return the parts of the sentence; `matched` says how the words were taken."""
    clauses = [one for one in parsed.clauses if not one.helps]
    helping = [one for one in parsed.clauses if one.helps]
    return (
        *(_of_clause(request, one, _lead(one, matched, parsed)) for one in clauses),
        *(_of_clause(request, one, HELPS) for one in helping),
        *_of_filters(request),
        *_of_dates(request),
    )


def in_words(parts: Sequence[SentencePart[Request]]) -> str:
    """Return the sentence as one line."""
    if not parts:
        return "all paragraphs"
    said = (
        f"{lead}{_list([part.text for part in run], lead)}"
        for lead, run in groupby(parts, lambda part: part.lead)
    )
    return "paragraphs " + "; ".join(said)


def without_filter(request: Request, key: str, value: str) -> Request:
    """Return the request that no longer asks for one value of a filter."""
    left = tuple(one for one in request.filters[key] if one != value)
    filters = {name: values for name, values in request.filters.items() if name != key}
    return replace(request, filters=filters | ({key: left} if left else {}), start=0)


def without_clause(request: Request, clause: Clause) -> Request:
    """Return the request that no longer asks for one clause of the query."""
    return replace(request, query=cut(request.query, clause.span), start=0)


def _lead(clause: Clause, matched: str, parsed: ParsedQuery) -> str:
    if clause.kind != "word":
        return OF_CLAUSE[clause.kind]
    return "with" if len(parsed.words) == 1 else f"with {matched} of:"


def _of_clause(request: Request, clause: Clause, lead: str) -> SentencePart[Request]:
    return SentencePart(lead, clause.text, without_clause(request, clause))


def _of_filters(request: Request) -> Iterator[SentencePart[Request]]:
    for key, values in request.filters.items():
        for value in values:
            without = without_filter(request, key, value)
            yield SentencePart(FILTER[key].lead, _label(key, value), without)


def _of_dates(request: Request) -> Iterator[SentencePart[Request]]:
    if request.since:
        text = f"{_day(request.since)} on"
        yield SentencePart(SINCE, text, replace(request, since=None, start=0))
    if request.until:
        yield SentencePart(UNTIL, _day(request.until), replace(request, until=None, start=0))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _label(key: str, value: str) -> str:
    """Return what a filter's value is called in a sentence."""
    name, facet = label(key, value), FACET.get(key)
    return name.lower() if facet and facet.in_lower_case else name


def _list(texts: Iterable[str], lead: str) -> str:
    """Return texts as a list: words that all count with commas, alternatives with `or`."""
    *most, last = texts
    if lead.endswith(":") or not most or lead in OF_CLAUSE.values() or lead == HELPS:
        return " " + ", ".join([*most, last])
    return f" {', '.join(most)} or {last}"
