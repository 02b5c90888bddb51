"""Query nodes: the node types of Whoosh that we use, with two of our own.

This is the one place outside `search.local` that imports them from `whoosh`.
"""

from __future__ import annotations

from collections.abc import Sequence

from whoosh.query import (
    And,
    AndMaybe,
    AndNot,
    ConstantScoreQuery,
    DisjunctionMax,
    Every,
    FuzzyTerm,
    Not,
    NullQuery,  # an instance: the query that matches nothing
    NumericRange,
    Or,
    Phrase,
    Prefix,
    Query,
    Require,
    Term,
    TermRange,
    Wildcard,
)

__all__ = [
    "And",
    "AndMaybe",
    "AndNot",
    "ConstantScoreQuery",
    "DisjunctionMax",
    "Every",
    "FuzzyTerm",
    "MinimumWeight",
    "Negated",
    "Not",
    "NullQuery",
    "NumericRange",
    "Or",
    "Phrase",
    "Prefix",
    "Query",
    "Require",
    "Synonyms",
    "Term",
    "TermRange",
    "Wildcard",
]


class MinimumWeight(Or):
    """Paragraphs that have most of some words by weight: a "minimum should match" by idf.

    A paragraph matches when the idf of the children that it has adds up to at least `share` of the
    idf of all children. Scores add up as in an Or.
    """

    def __init__(self, subqueries: Sequence[Query], share: float) -> None:
        super().__init__(subqueries)
        self.share = share

    def __repr__(self) -> str:
        return f"MinimumWeight({self.subqueries!r}, share={self.share})"

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, MinimumWeight)
            and self.share == other.share
            and self.subqueries == other.subqueries
        )

    def __hash__(self) -> int:
        return hash((type(self), self.share, *self.subqueries))


class Negated(Phrase):
    """A negator before the word that it negates, two `words` of one field: the second at most
    `slop` places after the first, in one sentence, as `search.language.negation.negated_places`
    says. Scored as a Phrase.
    """


class Synonyms(Or):
    """Forms of one word: each child a Term or Phrase, its `boost` what an occurrence counts.

    Matches as an Or does. It is scored as one word is: BM25 of the children's frequencies times
    their boosts, added up, where the document frequency is the number of paragraphs that have any
    of them.
    """

    def __repr__(self) -> str:
        return f"Synonyms({self.subqueries!r})"
