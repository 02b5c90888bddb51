"""The clauses of a query: one for each part of it, with the node that answers it."""

from __future__ import annotations

import msgspec

from search.language.nodes import Query
from search.model import Span

WORDINGS = frozenset({"word", "together", "phrase", "prefix", "nearly", "either"})
"""The kinds of clauses that ask for words."""


class Negation(msgspec.Struct, frozen=True):
    """A negator as `text` typed before a word, and the `node` for it close before that word."""

    text: str
    node: Query


class Clause(msgspec.Struct, frozen=True):
    """One part of a query: `text` as typed at `span`, and the node that answers it.

    `kind` is word, together (words as one phrase in any inflection), phrase (as written), prefix,
    nearly, field, either, not or everything. A function word only `helps`: it is not required, it
    raises a paragraph's score. `also` holds the wordings that the vocabulary added; `typed` is the
    node without them, where there are any. `parts` are the words of a wording of the vocabulary,
    which is asked for as a whole only where all must occur; where it `is_apart`, `query` also finds
    them anywhere. `forms` are the forms of a compound or a wording that are found as typed, if
    there are several. `negations` are those that are typed in it: a negator that only helps is
    required as typed.
    """

    kind: str
    text: str
    span: Span
    query: Query
    helps: bool = False
    also: tuple[str, ...] = ()
    typed: Query | None = None
    parts: tuple[Query, ...] = ()
    forms: tuple[str, ...] = ()
    is_apart: bool = False
    negations: tuple[Negation, ...] = ()

    @property
    def negation(self) -> Negation | None:
        """The negation that the clause is: a word that negates another one."""
        return self.negations[0] if self.kind == "word" and self.negations else None

    @property
    def as_typed(self) -> Query:
        """The node that answers the clause as typed, without other wordings."""
        return self.query if self.typed is None else self.typed
