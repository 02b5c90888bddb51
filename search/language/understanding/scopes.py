"""Which reports a query may be about, by its names and dates: `neglect in Kent since 2020`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

import msgspec

from corpus.registry import label
from index.analysis import words
from search.language.lexer import normalize, tokenize
from search.language.understanding.dates import DateRange, find_dates
from search.language.understanding.exclusions import is_any_excluded
from search.language.understanding.names import (
    NamedValue,
    Names,
    find_grade,
    find_names,
    load_scope_words,
)
from search.model import Span

MAX_NAMES = 20  # of one query: a longer list is no question
PLAIN_TOKENS = frozenset({"word", "phrase", "prefix", "fuzzy", "end"})

# What is left out of the query with a name: `in the London Borough of Hounslow`.
BEFORE_NAME = re.compile(
    r"(?:^\s*(?:the\s+)?reports?\s+)?(?:\b(?:in|at|for|on|about|across|within|from|to|by|of)\s+)?"
    r"(?:\bthe\s+)?"
    r"(?:\b(?:london|royal|metropolitan)\s+)*(?:\b(?:borough|city|county|council)\s+of\s+)?$",
    re.IGNORECASE,
)
AFTER_NAME = re.compile(
    r"(?:['’]s\b)?(?:\s+(?:county|city|borough|metropolitan|district))*(?:\s+council(?:['’]s)?\b)?",
    re.IGNORECASE,
)
DANGLING_JOIN = re.compile(r"^(?:and|or|but)\s+|\s+(?:and|or|but)$", re.IGNORECASE)
# What is asked of a time or in comparison: after Kent's inspection, worse than Kent.
HANGING_BEFORE_NAME = re.compile(
    r"\b(?:since|after|before|until|till|than|between)\s+$", re.IGNORECASE
)
BETWEEN_NAMES = re.compile(r"\s*(?:,|&|\band\b|\bor\b)\s*", re.IGNORECASE)


class Scope(msgspec.Struct, frozen=True):
    """What the names and dates of a query ask for as filters, in words, and the `rest` of it."""

    filters: Mapping[str, tuple[str, ...]]
    since: date | None
    until: date | None
    text: str
    rest: str

    @property
    def is_dated(self) -> bool:
        """Whether it asks for dates or years."""
        return bool(self.since or self.until or self.filters.get("year"))


def find_scopes(text: str, names: Names) -> tuple[Scope, ...]:
    """Return what the names and dates of a query may ask for: without and with its grade.

    Where it has operators, brackets or fields, its writer knows how to say so: there are none. Nor
    where it asks to leave out any of them, or has `after` and the like before a name: what is left
    of such a query says something else.
    """
    plain = plain_words(text)
    if plain is None:
        return ()
    dates = find_dates(plain, load_scope_words().dated_things)
    query_words = words(plain)
    every_name = list(islice(find_names(plain, query_words, dates, names), MAX_NAMES))
    places = [*(value.span for value in every_name), *([dates.span] if dates else [])]
    if is_any_excluded(plain, places) or is_left_hanging(plain, every_name):
        return ()
    named = [value for value in every_name if value.field]
    scopes = [make_scope(text, named, dates)] if named or dates else []
    cut = [*(value.span for value in named), *([dates.span] if dates else [])]
    if grade := find_grade(query_words, cut, names("grade")):
        scopes.append(make_scope(text, [*named, grade], dates))
    return tuple(scopes)


def find_absent_names(text: str, names: Names) -> tuple[NamedValue, ...]:
    """Return the names in a query of listed authorities that the collection lacks, each once."""
    plain = plain_words(text)
    if plain is None:
        return ()
    dates = find_dates(plain, load_scope_words().dated_things)
    absent: dict[str, NamedValue] = {}
    for named in islice(find_names(plain, words(plain), dates, names), MAX_NAMES):
        if not named.field:
            absent.setdefault(named.value, named)
    return tuple(absent.values())


def without_date(text: str) -> str:
    """Return a query without its date, if it has one that may be a filter."""
    plain = plain_words(text)
    dates = find_dates(plain, load_scope_words().dated_things) if plain else None
    return leave_out(text, [dates.span]) if dates else text


def date_in_words(text: str) -> str:
    """Return the date of a query that may be a filter, such as `since 2020`; "" for none."""
    plain = plain_words(text)
    dates = find_dates(plain, load_scope_words().dated_things) if plain else None
    return dates.text if dates else ""


def plain_words(text: str) -> str | None:
    """Return a query of the same length with spaces for its phrases and other signs, None where it
    has operators, brackets or fields.
    """
    tokens = tokenize(normalize(text))
    if not PLAIN_TOKENS.issuperset(token.kind for token in tokens):
        return None
    plain = list(text)
    for token in tokens:
        if token.kind != "word":
            plain[token.start : token.end] = "|" * (token.end - token.start)
    return "".join(plain)


def make_scope(text: str, named: Sequence[NamedValue], dates: DateRange | None) -> Scope:
    """Return what names and dates ask for, and the query without them."""
    filters: dict[str, tuple[str, ...]] = {}
    for value in sorted(named, key=lambda value: value.span.start):
        filters[value.field] = tuple(dict.fromkeys((*filters.get(value.field, ()), value.value)))
    if dates and dates.years:
        filters["year"] = dates.years
    spans = [name_with_style(text, value.span) for value in named]
    spans += [dates.span] if dates else []
    parts = [*in_words(filters), *([dates.text] if dates else [])]
    noun = "paragraphs" if "grade" in filters else "reports"
    return Scope(
        filters,
        dates.since if dates else None,
        dates.until if dates else None,
        f"{noun} {', '.join(parts)}",
        leave_out(text, spans),
    )


def in_words(filters: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield each filter as an offer says it: graded good, on Kent or Surrey."""
    leads = {
        "grade": "graded",
        "authority": "on",
        "region": "in",
        "framework": "under the framework",
    }
    for field, lead in leads.items():
        if values := filters.get(field):
            labels = [label(field, value) for value in values]
            text = " or ".join(labels)
            yield f"{lead} {text.lower() if field == 'grade' else text}"


def name_with_style(text: str, span: Span) -> Span:
    """Return the span of a name with what leads to it, and the style of a council around it."""
    before = BEFORE_NAME.search(text[: span.start])
    after = AFTER_NAME.match(text, span.end)
    start = before.start() if before else span.start
    return Span(start, after.end() if after else span.end)


def is_left_hanging(text: str, named: Iterable[NamedValue]) -> bool:
    """Return whether a text without any of some names would have a word that needs it."""
    starts = (name_with_style(text, value.span).start for value in named)
    return any(HANGING_BEFORE_NAME.search(text[:start].rstrip() + " ") for start in starts)


def leave_out(text: str, spans: Iterable[Span]) -> str:
    """Return a text without some spans, and without what joined two of them."""
    kept, end = "", 0
    for span in sorted(spans, key=lambda span: span.start):
        between = text[end : max(end, span.start)]
        kept += " " if kept and BETWEEN_NAMES.fullmatch(between) else f"{between} "
        end = max(end, span.end)
    rest = " ".join((kept + text[end:]).split()).strip(" ,;.?!")
    return DANGLING_JOIN.sub("", rest)
