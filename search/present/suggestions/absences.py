"""What a query names and the collection lacks: words, and authorities."""

from __future__ import annotations

from collections.abc import Iterator

from index.analysis import words
from search.engine import Engine
from search.language.fields import NO_REPORT, no_report
from search.language.nodes import Synonyms
from search.language.parsed_query import ParsedQuery
from search.language.understanding.correction import is_unknown
from search.language.understanding.scopes import find_absent_names
from search.model import Diagnostic, Request


def absences(engine: Engine, request: Request) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each authority that the query names and the collection lacks, but for
    those that the request filters by: of these it is said already.
    """
    for one in find_absent_names(request.query, engine.names):
        if one.value not in request.filters.get("authority", ()):
            yield Diagnostic(NO_REPORT, one.span, no_report("authority", one.value))


def missing_words(engine: Engine, parsed: ParsedQuery) -> tuple[str, ...]:
    """Return the words of the query that no paragraph has: those in quotes as they are written."""
    return tuple(dict.fromkeys(every_missing_word(engine, parsed)))


def every_missing_word(engine: Engine, parsed: ParsedQuery) -> Iterator[str]:
    """Yield the missing words of each clause."""
    for clause in parsed.clauses:
        if clause.kind == "phrase":
            yield from (
                clause.text[word.start : word.end]
                for word in words(clause.text.rpartition('"')[0])
                if not engine.compounds.is_printed((word.text,))
            )
        # A word in several forms was printed in one of them.
        elif isinstance(clause.query, Synonyms) or clause not in parsed.words:
            continue
        elif is_unknown(clause, engine):
            yield clause.text
