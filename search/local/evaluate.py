"""Evaluate a query node to the paragraphs that match, with scores: one function per type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from whoosh import query

from index.facets import WORD_FIELDS
from index.segments.arrays import Array
from index.segments.strings import Strings
from search.errors import BadRequest
from search.language.nodes import MinimumWeight, Negated, Synonyms
from search.local import expand, filters
from search.local.matches import (
    NO_MATCHES,
    Matches,
    add_optional,
    constant_score,
    exclude,
    intersect,
    require,
    union_best,
    union_sum,
)
from search.local.query_context import QueryContext
from search.local.texts.negated import negated
from search.local.words import phrase, synonyms, words_in_order

MAX_EXPANSIONS = 1000  # words that a prefix, pattern or misspelling may stand for


def evaluate(node: query.Query, context: QueryContext) -> Matches:
    """Return what `node` matches among the living paragraphs.

    Raise TooLong, and BadRequest for a node type without a function here.
    """
    if context.clock.wall() > context.check_after:
        context.check_deadline()
    evaluate_type = EVALUATORS.get(type(node))
    if evaluate_type is None:
        raise BadRequest(f"a query node of type {type(node).__name__} cannot be answered")
    matches, boost = evaluate_type(node, context), getattr(node, "boost", 1.0)
    return matches if boost == 1.0 else matches.boosted(boost)


def evaluate_all(nodes: Iterable[query.Query], context: QueryContext) -> list[Matches]:
    """Return what each node matches."""
    return [evaluate(node, context) for node in nodes]


def term(node: query.Term, context: QueryContext) -> Matches:
    """Return the paragraphs with a word, or with a value of a facet."""
    if node.fieldname in WORD_FIELDS:
        return words_in_order(node.fieldname, [node.text], 1, context)
    field, value = node.fieldname, node.text
    return living(context, filters.equal_mask(context.snapshot, field, value, context.theme_by))


def conjunction(node: query.And, context: QueryContext) -> Matches:
    """Return what all parts match and no part that is a Not excludes."""
    wanted = [part for part in node if type(part) is not query.Not]
    matches = intersect(evaluate_all(wanted, context) or [all_living(context)])
    excluded = [part.query for part in node if type(part) is query.Not]
    if not excluded:
        return matches
    return exclude(matches, evaluate_all(excluded, context), context.snapshot.size)


def disjunction(node: query.Or, context: QueryContext) -> Matches:
    """Return what any part matches, with the sum of its scores."""
    return union_sum(evaluate_all(node, context), context.snapshot.size)


def disjunction_max(node: query.DisjunctionMax, context: QueryContext) -> Matches:
    """Return what any part matches, with the highest of its scores."""
    return union_best(evaluate_all(node, context), context.snapshot.size)


def minimum_weight(node: MinimumWeight, context: QueryContext) -> Matches:
    """Return what enough of the parts match, by the sum of their idf."""
    size, parts = context.snapshot.size, evaluate_all(node, context)
    bm25 = context.bm25
    weights = [bm25.idf(bm25.count(part.docs)) if len(part) else 0.0 for part in parts]
    matches = union_sum(parts, size)
    matched_weights = union_sum(
        [constant_score(part.docs, weight) for part, weight in zip(parts, weights, strict=True)],
        size,
    )
    least = node.share * sum(weights) * (1 - 1e-6)  # a sum in float32 may fall short of itself
    return matches.take((matched_weights.scores >= least).nonzero()[0])


def every(node: query.Every, context: QueryContext) -> Matches:
    """Return every living paragraph, or those with any value of a facet."""
    if node.fieldname is None or node.fieldname in WORD_FIELDS:
        return all_living(context)
    mask = filters.any_value_mask(context.snapshot, node.fieldname, context.theme_by)
    return living(context, mask)


def negation(node: query.Not, context: QueryContext) -> Matches:
    """Return every living paragraph that a node does not match."""
    return exclude(all_living(context), [evaluate(node.query, context)], context.snapshot.size)


def and_not(node: query.AndNot, context: QueryContext) -> Matches:
    """Return what the first part matches and the second does not."""
    matches, excluded = evaluate_all((node.a, node.b), context)
    return exclude(matches, [excluded], context.snapshot.size)


def prefix(node: query.Prefix, context: QueryContext) -> Matches:
    """Return the paragraphs with any word that begins so."""
    return expanded(context, node, node.text, lambda words: expand.with_prefix(words, node.text))


def wildcard(node: query.Wildcard, context: QueryContext) -> Matches:
    """Return the paragraphs with any word of a pattern."""
    return expanded(context, node, node.text, lambda words: expand.like(words, node.text))


def fuzzy(node: query.FuzzyTerm, context: QueryContext) -> Matches:
    """Return the paragraphs with any word within an edit distance."""
    limits = node.maxdist, node.prefixlength
    return expanded(context, node, node.text, lambda words: expand.near(words, node.text, *limits))


def term_range(node: query.TermRange, context: QueryContext) -> Matches:
    """Return the paragraphs with any word within limits."""
    limits = node.start, node.end, node.startexcl, node.endexcl
    typed = f"{node.start or ''}..{node.end or ''}"
    return expanded(context, node, typed, lambda words: expand.between(words, *limits))


def numeric_range(node: query.NumericRange, context: QueryContext) -> Matches:
    """Return the paragraphs of reports whose year or date is within limits."""
    limits = node.start, node.end, node.startexcl, node.endexcl
    return living(context, filters.range_mask(context.snapshot, node.fieldname, *limits))


def constant(node: query.ConstantScoreQuery, context: QueryContext) -> Matches:
    """Return what a node matches, all with one score."""
    return constant_score(evaluate(node.child, context).docs, node.score)


EVALUATORS: dict[type[query.Query], Callable[[Any, QueryContext], Matches]] = {
    query.Term: term,
    query.And: conjunction,
    query.Or: disjunction,
    query.DisjunctionMax: disjunction_max,
    MinimumWeight: minimum_weight,
    Synonyms: synonyms,
    query.Not: negation,
    query.AndNot: and_not,
    query.AndMaybe: lambda node, context: add_optional(*evaluate_all((node.a, node.b), context)),
    query.Require: lambda node, context: require(*evaluate_all((node.a, node.b), context)),
    query.ConstantScoreQuery: constant,
    query.Every: every,
    query.Phrase: phrase,
    Negated: negated,
    query.Prefix: prefix,
    query.Wildcard: wildcard,
    query.FuzzyTerm: fuzzy,
    query.TermRange: term_range,
    query.NumericRange: numeric_range,
    type(query.NullQuery): lambda node, context: NO_MATCHES,
}
"""The function of each node type; a subclass does not inherit that of its base."""


def all_living(context: QueryContext) -> Matches:
    """Return every living paragraph, all scored 1."""
    return constant_score(context.snapshot.columns.living)


def living(context: QueryContext, mask: Array) -> Matches:
    """Return the living paragraphs of a mask, bool (size), all scored 1."""
    alive = context.snapshot.alive
    return constant_score((mask if alive is None else mask & alive).nonzero()[0])


def expanded(
    context: QueryContext,
    node: query.Query,
    typed: str,
    choose_rows: Callable[[Strings], Sequence[int]],
) -> Matches:
    """Return what the words that `choose_rows` picks match, scored as one word with many forms."""
    snapshot = context.snapshot
    if node.fieldname not in WORD_FIELDS:
        field, theme_by = node.fieldname, context.theme_by
        return living(context, filters.named_mask(snapshot, field, choose_rows, theme_by))
    rows = [choose_rows(reader.lexicon(node.fieldname)) for reader in snapshot.readers]
    context.check_deadline()
    if sum(map(len, rows)) > MAX_EXPANSIONS:
        rows = most_frequent_rows(context, node.fieldname, typed, choose_rows)
    docs, tf = snapshot.union_postings(node.fieldname, rows)
    bm25 = context.bm25
    return Matches(docs, bm25.impacts(docs, tf, bm25.idf(bm25.count(docs))))


def most_frequent_rows(
    context: QueryContext, field: str, typed: str, choose_rows: Callable[[Strings], Sequence[int]]
) -> list[Sequence[int]]:
    """Return the rows, one list per segment, of the most frequent of the words that `choose_rows`
    picks, with a diagnostic where some are left out.
    """
    frequencies = context.snapshot.words(field, choose_rows)
    words = sorted(frequencies, key=lambda word: (-frequencies[word], word))[:MAX_EXPANSIONS]
    if len(words) < len(frequencies):
        context.add_diagnostic(
            "cut",
            f"“{typed}” stands for {len(frequencies)} words; "
            f"the {MAX_EXPANSIONS} most common were searched.",
        )
    context.check_deadline()
    return [reader.rows(field, words) for reader in context.snapshot.readers]
