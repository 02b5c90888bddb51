"""Words typed side by side as one phrase: the node that finds them together, in any form."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice, product

from index.analysis import stem
from search.language.clauses import Clause, ParsedQuery
from search.language.forms.compounds import MAX_PHRASES
from search.language.nodes import DisjunctionMax, Or, Phrase, Query, Synonyms, Term

NEAR = 2  # places from a word to the one before it: one other word may stand between the two
MIN_TOGETHER = 10  # paragraphs with the words of a query together: with so many it is a wording
MAX_WORDS = 8  # of a query that is looked for as one phrase: bounds the time of a long one

Stems = tuple[str, ...]


def whole_phrase(parsed: ParsedQuery) -> Query | None:
    """Return the node for all the words that a query requires as one phrase, in their order with at
    most one other word between two of them; None where they are fewer than two, not side by side,
    or a sentence of more than MAX_WORDS.

    Of function words those are in the phrase that negate: `timely` is not `not timely`.
    """
    clauses = [clause for clause in parsed.clauses if not clause.helps or negator(clause)]
    kinds = [clause.kind for clause in clauses]
    words = [clause for clause in clauses if clause.kind == "word"]
    if not 0 < len(words) <= MAX_WORDS or "word" in kinds[kinds.index("word") :][len(words) :]:
        return None
    node = phrase_node(words, NEAR)
    return None if isinstance(node, Term) else node


def negator(clause: Clause) -> str | None:
    """Return the stem of the negator that a clause is, if it negates another word."""
    return clause.query.subqueries[1].words[0] if type(clause.query) is Or else None


def phrase_node(clauses: Sequence[Clause], slop: int = 1) -> Query:
    """Return the node for the words of one or more clauses as typed, each at most `slop` places
    after the one before.
    """
    ways = product(*(forms(clause.as_typed) for clause in clauses))
    phrases = dict.fromkeys(tuple(chain.from_iterable(way)) for way in islice(ways, MAX_PHRASES))
    nodes = [
        Phrase("text", list(stems), slop=slop) if len(stems) > 1 else Term("text", stems[0])
        for stems in phrases
    ]
    return nodes[0] if len(nodes) == 1 else Synonyms(nodes)


def forms(node: Query) -> list[Stems]:
    """Return the stems of each form of what the node of a clause finds, as typed first."""
    if isinstance(node, Term):
        return [(node.text,)]
    if isinstance(node, Phrase):
        words = node.words if node.fieldname == "text" else map(stem, node.words)
        return [tuple(words)]
    if isinstance(node, Synonyms):
        return [way for child in node for way in forms(child)]
    if isinstance(node, DisjunctionMax):  # apart, or together
        return forms(node.subqueries[-1])
    alone, negating = node  # an Or: a negator, and it close before the word that it negates
    return [*forms(alone), (negating.words[0],)]
