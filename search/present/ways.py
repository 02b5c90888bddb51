"""How a result answers a query: by its words as typed, by related words, or by fewer words."""

from __future__ import annotations

from search.language.parsed_query import ParsedQuery
from search.present.highlights import Highlighter
from search.present.hits import Hit

AS_TYPED = "as typed"
RELATED = "related words"
FEWER = "fewer words"
NOT_NEGATED = "without the negator"


class OtherWays:
    """The ways in which results answer a query that are not as typed; `matched` says how its words
    were required.
    """

    def __init__(self, parsed: ParsedQuery, matched: str) -> None:
        self._is_widened, self._is_relaxed = parsed.is_widened, matched != "all"
        self._all_words = Highlighter(parsed.query("all"))
        self._typed_words = Highlighter(parsed.as_typed(negated=False))

    def of(self, hit: Hit) -> str:
        """Return whether a result has all the words and lacks a negator, has all of them or related
        ones, or has fewer.
        """
        if self._is_relaxed and not hit.satisfies(self._all_words):
            return FEWER
        has_typed_words = not self._is_widened or hit.satisfies(self._typed_words)
        return NOT_NEGATED if has_typed_words else RELATED
