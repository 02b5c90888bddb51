"""The query nodes that Whoosh does not have: most of the words, and many forms of one word."""

from __future__ import annotations

from collections.abc import Sequence

from whoosh import query


class MinimumWeight(query.Or):
    """Paragraphs that hold most of these words by weight.

    A paragraph matches when the idf of the children it holds adds up to at least `share` of the
    idf of all children. Scores add up as in an Or.
    """

    def __init__(self, subqueries: Sequence[query.Query], share: float) -> None:
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


class Synonyms(query.Or):
    """Many forms of one word: each child a Term or Phrase, its `boost` what an occurrence counts.

    Matches as an Or, and is scored as one word is: BM25 of the children's frequencies times their
    boosts, added up, with the number of paragraphs that hold any of them as document frequency.
    """

    def __repr__(self) -> str:
        return f"Synonyms({self.subqueries!r})"
