"""Query nodes to the paragraphs that answer and their scores: one small function a node type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from time import perf_counter
from typing import Any

import numpy as np
from whoosh import query

from index.facets import WORD_FIELDS
from index.segments.strings import Strings
from search.errors import BadRequest
from search.language.nodes import MinimumWeight, Synonyms
from search.local import expand, filters
from search.local.matches import (
    NOTHING,
    Array,
    Matches,
    best,
    both,
    constant,
    either,
    helped,
    required,
    without,
)
from search.local.query_context import QueryContext

EXPANSIONS = 1000  # words that a prefix, pattern or misspelling may stand for


def evaluate(node: query.Query, view: QueryContext) -> Matches:
    """Returns what `node` matches among the living paragraphs.

    Raises TooLong, and BadRequest for a node type that has no function here.
    """
    if perf_counter() > view.looked:
        view.check()
    answer = ANSWERS.get(type(node))
    if answer is None:
        raise BadRequest(f"a query node of type {type(node).__name__} cannot be answered")
    found, boost = answer(node, view), getattr(node, "boost", 1.0)
    return found if boost == 1.0 else found.boosted(boost)


def every(nodes: Iterable[query.Query], view: QueryContext) -> list[Matches]:
    """Returns what each node matches."""
    return [evaluate(node, view) for node in nodes]


def term(node: query.Term, view: QueryContext) -> Matches:
    """Returns the paragraphs with a word, or with a value of a facet."""
    if node.fieldname in WORD_FIELDS:
        return view.ranking.term(node.fieldname, node.text)
    return filtered(view, filters.equal(view.snapshot, node.fieldname, node.text))


def conjunction(node: query.And, view: QueryContext) -> Matches:
    """Returns what all parts match, and no part that is a Not excludes."""
    wanted = [part for part in node if type(part) is not query.Not]
    found = both(every(wanted, view) or [everything(view)])
    for part in node:
        if type(part) is query.Not:
            found = without(found, evaluate(part.query, view))
    return found


def disjunction(node: query.Or, view: QueryContext) -> Matches:
    """Returns what any part matches."""
    return either(every(node, view), view.snapshot.size)


def most(node: MinimumWeight, view: QueryContext) -> Matches:
    """Returns what most of the parts match, by weight."""
    parts = every(node, view)
    weights = [view.ranking.idf(len(part)) if len(part) else 0.0 for part in parts]
    found = either(parts, view.snapshot.size)
    held = either(
        [constant(part.docs, weight) for part, weight in zip(parts, weights, strict=True)],
        view.snapshot.size,
    )
    least = node.share * sum(weights) * (1 - 1e-6)  # a sum in float32 may fall short of itself
    return found.take((held.scores >= least).nonzero()[0])


def pooled(node: Synonyms, view: QueryContext) -> Matches:
    """Returns the paragraphs with any form of one word, remembered as those of a word are."""
    return view.ranking.wordings.get(node, lambda: united_forms(node, view))


def united_forms(node: Synonyms, view: QueryContext) -> Matches:
    """Returns the paragraphs with any form, scored by how often all forms stand in each."""
    forms = [counted(part, view).boosted(part.boost) for part in node]
    found = either(forms, view.snapshot.size)
    scores = view.ranking.impacts(found.docs, found.scores, view.ranking.idf(len(found)))
    return Matches(found.docs, scores)


def counted(node: query.Query, view: QueryContext) -> Matches:
    """Returns how often a Term or Phrase stands in each paragraph, as scores."""
    if isinstance(node, query.Phrase):
        docs, tf = view.snapshot.phrase(node.fieldname, node.words, node.slop)
    else:
        docs, tf = view.snapshot.postings(node.fieldname, node.text)
    return Matches(docs, tf.astype(np.float32))


def known(node: query.Every, view: QueryContext) -> Matches:
    """Returns every living paragraph, or those with any value of a facet."""
    if node.fieldname is None or node.fieldname in WORD_FIELDS:
        return everything(view)
    return filtered(view, filters.known(view.snapshot, node.fieldname))


def phrase(node: query.Phrase, view: QueryContext) -> Matches:
    """Returns the paragraphs with a phrase, which weighs what its words weigh together."""
    if len(node.words) == 1:
        return view.ranking.term(node.fieldname, node.words[0])
    docs, tf = view.snapshot.phrase(node.fieldname, node.words, node.slop)
    weight = sum(view.ranking.idf(view.ranking.frequency(node.fieldname, w)) for w in node.words)
    return Matches(docs, view.ranking.impacts(docs, tf, weight))


def prefix(node: query.Prefix, view: QueryContext) -> Matches:
    """Returns the paragraphs with any word that begins so."""
    return expanded(view, node, node.text, lambda words: expand.with_prefix(words, node.text))


def wildcard(node: query.Wildcard, view: QueryContext) -> Matches:
    """Returns the paragraphs with any word of a pattern."""
    return expanded(view, node, node.text, lambda words: expand.like(words, node.text))


def fuzzy(node: query.FuzzyTerm, view: QueryContext) -> Matches:
    """Returns the paragraphs with any word that is spelt nearly so."""
    near = node.maxdist, node.prefixlength
    return expanded(view, node, node.text, lambda words: expand.near(words, node.text, *near))


def words_between(node: query.TermRange, view: QueryContext) -> Matches:
    """Returns the paragraphs with any word within limits."""
    limits = node.start, node.end, node.startexcl, node.endexcl
    typed = f"{node.start or ''}..{node.end or ''}"
    return expanded(view, node, typed, lambda words: expand.between(words, *limits))


def numbers_between(node: query.NumericRange, view: QueryContext) -> Matches:
    """Returns the paragraphs of reports whose year or date is within limits."""
    limits = node.start, node.end, node.startexcl, node.endexcl
    return filtered(view, filters.numbers(view.snapshot, node.fieldname, *limits))


ANSWERS: dict[type[query.Query], Callable[[Any, QueryContext], Matches]] = {
    query.Term: term,
    query.And: conjunction,
    query.Or: disjunction,
    query.DisjunctionMax: lambda node, view: best(every(node, view), view.snapshot.size),
    MinimumWeight: most,
    Synonyms: pooled,
    query.Not: lambda node, view: without(everything(view), evaluate(node.query, view)),
    query.AndNot: lambda node, view: without(*every((node.a, node.b), view)),
    query.AndMaybe: lambda node, view: helped(*every((node.a, node.b), view)),
    query.Require: lambda node, view: required(*every((node.a, node.b), view)),
    query.ConstantScoreQuery: lambda node, view: constant(
        evaluate(node.child, view).docs, node.score
    ),
    query.Every: known,
    query.Phrase: phrase,
    query.Prefix: prefix,
    query.Wildcard: wildcard,
    query.FuzzyTerm: fuzzy,
    query.TermRange: words_between,
    query.NumericRange: numbers_between,
    type(query.NullQuery): lambda node, view: NOTHING,
}
"""What answers a node, by its very type: a node has no kinds that are answered alike."""


def everything(view: QueryContext) -> Matches:
    """Returns every living paragraph, all scored 1."""
    return constant(view.snapshot.columns.living)


def filtered(view: QueryContext, mask: Array) -> Matches:
    """Returns the living paragraphs of a mask (size), all scored 1."""
    alive = view.snapshot.alive
    return constant((mask if alive is None else mask & alive).nonzero()[0])


def expanded(
    view: QueryContext, node: query.Query, typed: str, rows: Callable[[Strings], Sequence[int]]
) -> Matches:
    """Returns what the words that `rows` chooses match, scored as one word with many forms."""
    if node.fieldname not in WORD_FIELDS:
        return filtered(view, filters.named(view.snapshot, node.fieldname, rows))
    found = [rows(reader.lexicon(node.fieldname)) for reader in view.snapshot.readers]
    view.check()
    if sum(map(len, found)) > EXPANSIONS:
        found = commonest(view, node.fieldname, typed, rows)
    docs, tf = view.snapshot.union_postings(node.fieldname, found)
    return Matches(docs, view.ranking.impacts(docs, tf, view.ranking.idf(len(docs))))


def commonest(
    view: QueryContext, name: str, typed: str, rows: Callable[[Strings], Sequence[int]]
) -> list[Sequence[int]]:
    """Returns the rows, one list a segment, of the most common of the words that `rows` chooses,
    and says so where some are left out.
    """
    words = view.snapshot.words(name, rows)
    kept = sorted(words, key=lambda word: (-words[word], word))[:EXPANSIONS]
    if len(kept) < len(words):
        said = (
            f"“{typed}” stands for {len(words)} words; the {EXPANSIONS} most common were searched."
        )
        view.say("cut", said)
    view.check()
    return [reader.rows(name, kept) for reader in view.snapshot.readers]
