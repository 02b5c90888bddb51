"""Words typed side by side as one phrase: the node that finds them together, in any form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, product

from search.language.clauses import Clause, Negation
from search.language.forms.as_printed import stem_of
from search.language.forms.compounds import MAX_PHRASES
from search.language.negation import NEAR
from search.language.nodes import Or, Phrase, Query, Synonyms, Term

MIN_TOGETHER = 10  # paragraphs with the words of a query together: with so many it is a wording
MAX_WORDS = 8  # of a query that is looked for as one phrase: bounds the time of a long one

Stems = tuple[str, ...]


def whole_phrase(parts: Iterable[Clause]) -> Query | None:
    """Return the node for all the words that clauses require as one phrase, in their order with at
    most one other word between two of them; None where they are fewer than two, not side by side,
    or a sentence of more than MAX_WORDS.

    Of function words those are in the phrase that negate, with what stands between them and the
    word that they negate: neither `timely` nor `not timely` is `not yet timely`.
    """
    clauses = list(meaningful(parts))
    kinds = [clause.kind for clause in clauses]
    words = [clause for clause in clauses if clause.kind == "word"]
    if not 0 < len(words) <= MAX_WORDS or "word" in kinds[kinds.index("word") :][len(words) :]:
        return None
    node = phrase_node(words, NEAR)
    return None if isinstance(node, Term) else node


def meaningful(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """Yield the clauses without the function words that are not of a negation."""
    is_negated = False
    for clause in clauses:
        is_negated = is_negated or clause.negation is not None
        if is_negated or not clause.helps:
            yield clause
        if not clause.helps and clause.negation is None:
            is_negated = False


def phrase_node(clauses: Sequence[Clause], slop: int = 1) -> Query:
    """Return the node for the words of one or more clauses as typed, each at most `slop` places
    after the one before.
    """
    ways = product(*map(forms_of_clause, clauses))
    phrases = dict.fromkeys(tuple(chain.from_iterable(way)) for way in islice(ways, MAX_PHRASES))
    nodes = [
        Phrase("text", list(stems), slop=slop) if len(stems) > 1 else Term("text", stems[0])
        for stems in phrases
    ]
    return nodes[0] if len(nodes) == 1 else Synonyms(nodes)


def forms_of_clause(clause: Clause) -> list[Stems]:
    """Return the stems of each form of a clause, as typed first."""
    return negators(clause.negation) if clause.negation else forms(clause.as_typed)


def negators(negation: Negation) -> list[Stems]:
    """Return the stem of each form of a negator."""
    nodes = negation.node if isinstance(negation.node, Or) else [negation.node]
    return list(dict.fromkeys((node.words[0],) for node in nodes))


def forms(node: Query) -> list[Stems]:
    """Return the stems of each form of what the node of a clause finds, as typed first."""
    if isinstance(node, Term):
        return [(node.text if node.fieldname == "text" else stem_of(node.text),)]
    if isinstance(node, Phrase):
        words = node.words if node.fieldname == "text" else map(stem_of, node.words)
        return [tuple(words)]
    if isinstance(node, Synonyms):
        return [way for child in node for way in forms(child)]
    return forms(node.subqueries[-1])  # a DisjunctionMax: apart, or together
