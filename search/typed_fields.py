"""Fields typed in a query that an answer does not apply: those that are wrong, in a phrase all."""

from __future__ import annotations

from collections.abc import Iterator

from search.language.lexer import normalize, tokenize
from search.language.plan import CollectionWords, parse_query
from search.model import Diagnostic, Request, Span

# Kinds of diagnostics about a filter that was typed in the query and is left out.
DROPPED_FILTERS = frozenset(["unknown-value", "impossible-range", "unknown-field", "missing-value"])
IN_PHRASE = (
    "A phrase is looked up word by word, “{0}” as a word too: filter by a parameter instead, or "
    "put the phrase in quotation marks."
)


def dropped_fields(request: Request, collection: CollectionWords) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each field of a query that does not exist, or has no such value."""
    for problem in parse_query(request.query, request, collection).diagnostics:
        is_prose = problem.kind == "unknown-field" and is_punctuation(request.query, problem.span)
        if problem.kind in DROPPED_FILTERS and not is_prose:
            yield problem


def fields_in_phrase(phrase: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each field of a query that is looked up as one phrase."""
    for token in tokenize(normalize(phrase)):
        if token.kind == "field" and not is_punctuation(phrase, token.span):
            message = IN_PHRASE.format(phrase[token.start : token.end])
            yield Diagnostic("field-in-phrase", token.span, message)


def is_punctuation(query: str, field: Span) -> bool:
    """Return whether no value was typed: a word with a colon and a space after it is prose."""
    return not query[field.end : field.end + 1].strip()
