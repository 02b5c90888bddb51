"""Exclusions in a query: names and dates that it asks to leave out, as in `neglect except Kent`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from search.language.understanding.names import load_scope_words
from search.model import Span

# What may stand between a word that excludes and what it excludes: `other than reports on Kent`.
LEAD = (
    r"\s+(?:(?:the|those|any|all)\s+)*"
    r"(?:(?:reports?|councils?|authorit(?:y|ies)|local\s+authorit(?:y|ies)|areas?|years?)\s+)?"
    r"(?:(?:in|at|for|on|about|across|within|during|from|by|of)\s+)?(?:the\s+)?"
    r"(?:(?:london|royal|metropolitan)\s+)*(?:(?:borough|city|county|council)\s+of\s+)?$"
)


def is_any_excluded(text: str, spans: Iterable[Span]) -> bool:
    """Return whether a query asks to leave out what stands at any of some places."""
    before, after = exclusion_patterns()
    return any(
        before.search(text[: span.start].rstrip() + " ") or after.match(text, span.end)
        for span in spans
    )


@lru_cache(maxsize=1)
def exclusion_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what excludes the words after it, and those before it."""
    scope_words = load_scope_words()
    before = rf"\b(?:{any_of(scope_words.excluding)}){LEAD}"
    after = rf"(?:['’]s)?\s*,?\s+(?:(?:is|are)\s+)?(?:{any_of(scope_words.excluded)})\b"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)


def any_of(phrases: Iterable[str]) -> str:
    """Return the pattern of any of some phrases."""
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
