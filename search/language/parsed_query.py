"""A parsed query: its clauses and diagnostics, and the query node for all, most or any words."""

from __future__ import annotations

import re

import msgspec

from corpus.characters import SPACES
from corpus.lazy import lazy_property
from search.language.clauses import WORDINGS, Clause, Negation
from search.language.nodes import (
    And,
    AndMaybe,
    Every,
    MinimumWeight,
    Not,
    NullQuery,
    Or,
    Query,
)
from search.language.phrases import whole_phrase
from search.model import Diagnostic

BLANK = re.compile(rf"[ \t\n\r\f\v\u2028\u2029{SPACES}]*")

LETTING_THROUGH = frozenset({"field", "not", "everything"})
"""The kinds of clauses that score all paragraphs alike."""

MOST_SHARE = 0.5  # of the weight of all words; see docs/query-language.md


class ParsedQuery(msgspec.Struct, frozen=True, dict=True):
    """The clauses of `text` in their order, and the diagnostics of what was left out.

    `units` are the phrases of several words that the vocabulary has as one wording: a paragraph
    with one has a higher score.
    """

    text: str
    clauses: tuple[Clause, ...]
    diagnostics: tuple[Diagnostic, ...]
    units: tuple[Query, ...] = ()

    @lazy_property
    def phrase(self) -> Query | None:
        """The node for all of its words as one phrase, None where they are none."""
        return whole_phrase(self.clauses)

    @property
    def words(self) -> tuple[Clause, ...]:
        """The clauses that need not hold where `match` is most or any."""
        return tuple(
            clause for clause in self.clauses if clause.kind == "word" and not clause.helps
        )

    @property
    def different_words(self) -> tuple[Clause, ...]:
        """Those of them that are not typed a second time."""
        return tuple({(clause.text, clause.negations): clause for clause in self.words}.values())

    @property
    def is_widened(self) -> bool:
        """Whether the vocabulary added wordings to any clause."""
        return any(clause.also and not clause.helps for clause in self.clauses)

    @property
    def negations(self) -> tuple[Negation, ...]:
        """The negations that are typed, but for those of what is excluded."""
        return tuple(one for clause in self.clauses for one in clause.negations)

    @property
    def finds_more(self) -> bool:
        """Whether all of the words find more than what is as typed: the vocabulary added wordings,
        or a negator is not required.
        """
        return any(
            clause.negation is not None if clause.helps else clause.typed is not None
            for clause in self.clauses
        )

    @property
    def is_apart(self) -> bool:
        """Whether the words of a wording that was widened may also stand apart."""
        return any(clause.is_apart for clause in self.clauses)

    @property
    def has_one_wording(self) -> bool:
        """Whether just one word, wording, phrase or set of alternatives is asked for."""
        return sum(clause.kind in WORDINGS and not clause.helps for clause in self.clauses) == 1

    @property
    def is_void(self) -> bool:
        """Whether something was typed of which nothing can be searched for: `👍`, `""`, `OR`, a
        zero-width space.
        """
        return not self.clauses and is_typed(self.text)

    @property
    def can_relax(self) -> bool:
        """Whether there are several words, of which most or any may do."""
        return len(self._loose) > 1

    @property
    def _loose(self) -> list[Query]:
        """The nodes of the words that most or any are taken of: wordings that are not widened are
        taken apart.
        """
        nodes: list[Query] = []
        for clause in self.different_words:
            nodes += clause.parts if clause.parts and clause.typed is None else (clause.query,)
        return nodes

    def query(self, match: str = "all") -> Query:
        """Return the node for all, most or any of the words; all other clauses must always hold."""
        words = [clause.query for clause in self.different_words] if match == "all" else self._loose
        if len(words) > 1 and match != "all":
            words = [Or(words) if match == "any" else MinimumWeight(words, MOST_SHARE)]
        return self._node(words, [clause.query for clause in self._fixed])

    def as_typed(self, negated: bool = True) -> Query:
        """Return the node for all of the words without the wordings that the vocabulary added, and,
        where they are to be `negated`, each negator close before the word that it negates.

        `query` matches all that it does, however the words are required.
        """
        negations = [
            clause.negation.node
            for clause in self.clauses
            if negated and clause.helps and clause.negation
        ]
        return self._node(
            [clause.as_typed for clause in self.different_words],
            [*(clause.as_typed for clause in self._fixed), *negations],
        )

    @property
    def _fixed(self) -> tuple[Clause, ...]:
        """The clauses that must always hold: those that only let paragraphs through once, however
        often they are typed.
        """
        fixed = [clause for clause in self.clauses if clause.kind != "word" and not clause.helps]
        if len(fixed) < 2:
            return tuple(fixed)
        once = {
            (one.kind, one.text if one.kind in LETTING_THROUGH else one.span): one for one in fixed
        }
        return tuple(once.values())

    def _node(self, words: list[Query], fixed: list[Query]) -> Query:
        """Return the node for what must hold, helped by the clauses that only help."""
        if self.is_void:
            return NullQuery
        needed = fixed + words
        if all(isinstance(node, Not) for node in needed):
            needed = [Every(), *needed]
        core = needed[0] if len(needed) == 1 else And(needed)
        helps = dict.fromkeys(clause.query for clause in self.clauses if clause.helps)
        helping = [*helps, *self.units]
        return AndMaybe(core, Or(helping)) if helping else core


def is_typed(text: str) -> bool:
    """Return whether a text is more than spaces and line ends. What shows nothing counts, such as a
    zero-width space or a control character: somebody put it there, or a program did by mistake.
    """
    return not BLANK.fullmatch(text)


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


def conjoin_as_typed(clauses: list[Clause]) -> Query:
    """Return the same node without the wordings that the vocabulary added."""
    if len(clauses) == 1 and clauses[0].kind != "not":
        return clauses[0].as_typed
    return ParsedQuery("", required(tuple(clauses)), ()).as_typed()
