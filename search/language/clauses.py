"""A query understood: its clauses, and the Whoosh node for all, most or any of its words."""

from __future__ import annotations

import msgspec

from search.language.nodes import And, AndMaybe, Every, MinimumWeight, Not, Or, Query
from search.model import Diagnostic, Span

MOST = 0.5  # of the weight of all words; see docs/query-language.md


class Clause(msgspec.Struct, frozen=True):
    """One part of a query: `text` as typed at `span`, and the node that answers it.

    `kind` is word, phrase, prefix, nearly, field, either, not or everything. A function word
    only `helps`: it is not required. `also` holds what the vocabulary added.
    """

    kind: str
    text: str
    span: Span
    query: Query
    helps: bool = False
    also: tuple[str, ...] = ()


class ParsedQuery(msgspec.Struct, frozen=True):
    """A query understood as far as it could be."""

    text: str
    clauses: tuple[Clause, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def words(self) -> tuple[Clause, ...]:
        """The clauses that `most` and `any` may do without."""
        return tuple(one for one in self.clauses if one.kind == "word" and not one.helps)

    def query(self, match: str = "all") -> Query:
        """Return the node for `match`: all, most or any of the words; the rest always applies."""
        fixed: list[Query] = []
        loose: list[Query] = []
        helping: list[Query] = []
        for one in self.clauses:
            kept = helping if one.helps else loose if one.kind == "word" else fixed
            kept.append(one.query)
        needed = fixed + (loose if match == "all" or len(loose) < 2 else [_loosely(loose, match)])
        if all(isinstance(one, Not) for one in needed):
            needed = [Every(), *needed]
        core = needed[0] if len(needed) == 1 else And(needed)
        return AndMaybe(core, Or(helping)) if helping else core


def required(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Return the clauses; function words are required where there is nothing else to find."""
    for one in clauses:
        if not one.helps:
            return clauses
    return tuple([msgspec.structs.replace(one, helps=False) for one in clauses])


def _loosely(loose: list[Query], match: str) -> Query:
    return Or(loose) if match == "any" else MinimumWeight(loose, MOST)
