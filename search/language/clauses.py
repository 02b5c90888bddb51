"""A parsed query: its clauses and diagnostics, and the query node for all, most or any words."""

from __future__ import annotations

import msgspec

from search.language.nodes import And, AndMaybe, Every, MinimumWeight, Not, Or, Query
from search.model import Diagnostic, Span

MOST_SHARE = 0.5  # of the weight of all words; see docs/query-language.md


class Clause(msgspec.Struct, frozen=True):
    """One part of a query: `text` as typed at `span`, and the node that answers it.

    `kind` is word, phrase, prefix, nearly, field, either, not or everything. A function word
    only `helps`: it is not required, it raises a paragraph's score. `also` holds the wordings that
    the vocabulary added.
    """

    kind: str
    text: str
    span: Span
    query: Query
    helps: bool = False
    also: tuple[str, ...] = ()


class ParsedQuery(msgspec.Struct, frozen=True):
    """The clauses of `text` in their order, and the diagnostics of what was left out."""

    text: str
    clauses: tuple[Clause, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def words(self) -> tuple[Clause, ...]:
        """The clauses that need not hold where `match` is most or any."""
        return tuple(
            clause for clause in self.clauses if clause.kind == "word" and not clause.helps
        )

    def query(self, match: str = "all") -> Query:
        """Return the node for all, most or any of the words; all other clauses must always hold."""
        fixed: list[Query] = []
        words: list[Query] = []
        helping: list[Query] = []
        for clause in self.clauses:
            nodes = helping if clause.helps else words if clause.kind == "word" else fixed
            nodes.append(clause.query)
        if len(words) > 1 and match != "all":
            words = [Or(words) if match == "any" else MinimumWeight(words, MOST_SHARE)]
        needed = fixed + words
        if all(isinstance(node, Not) for node in needed):
            needed = [Every(), *needed]
        core = needed[0] if len(needed) == 1 else And(needed)
        return AndMaybe(core, Or(helping)) if helping else core


def required(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Return the clauses; function words are required where there is nothing else to find."""
    for clause in clauses:
        if not clause.helps:
            return clauses
    return tuple([msgspec.structs.replace(clause, helps=False) for clause in clauses])


def conjoin(clauses: list[Clause]) -> Query:
    """Return the node for one or more clauses that must all hold."""
    if len(clauses) == 1 and clauses[0].kind != "not":
        return clauses[0].query
    return ParsedQuery("", required(tuple(clauses)), ()).query()
