"""Query nodes to the paragraphs that answer and their scores: one small function a node type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import singledispatch
from time import thread_time

import numpy as np
from whoosh import query

from index.arrays import Strings
from index.schema import WORD_FIELDS
from index.snapshot import Snapshot
from search import expand, filters
from search.errors import BadRequest, TooLong
from search.matches import (
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
from search.model import Diagnostic, Span
from search.nodes import Most, Pooled
from search.score import Ranking, ranking

BUDGET = 0.25  # seconds of its thread's CPU that a query may take: a busy machine changes no answer
EXPANSIONS = 1000  # words that a prefix, pattern or misspelling may stand for


@dataclass(slots=True)
class View:
    """A snapshot as one query sees it: until when it may take, and what had to be said."""

    snapshot: Snapshot
    until: float
    ranking: Ranking
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @classmethod
    def of(cls, snapshot: Snapshot, budget: float = BUDGET) -> View:
        """Returns a view for a query that begins now and may take `budget` seconds."""
        weights = ranking(snapshot)  # made once a snapshot, on no query's time
        return cls(snapshot, thread_time() + budget, weights)

    def check(self) -> None:
        """Raises TooLong where the time is up."""
        if thread_time() > self.until:
            raise TooLong("the search took too long and was stopped; make it more specific")

    def say(self, kind: str, message: str) -> None:
        """Notes what the person should know."""
        self.diagnostics.append(Diagnostic(kind, Span(0, 0), message))


def evaluate(node: query.Query, view: View) -> Matches:
    """Returns what `node` matches among the living paragraphs.

    Raises TooLong, and BadRequest for a node type that has no function here.
    """
    view.check()
    return _answer(node, view).boosted(getattr(node, "boost", 1.0))


@singledispatch
def _answer(node: query.Query, view: View) -> Matches:
    raise BadRequest(f"a query node of type {type(node).__name__} cannot be answered")


@_answer.register
def _(node: query.Term, view: View) -> Matches:
    if node.fieldname in WORD_FIELDS:
        return view.ranking.term(node.fieldname, node.text)
    return filtered(view, filters.equal(view.snapshot, node.fieldname, node.text))


@_answer.register
def _(node: query.And, view: View) -> Matches:
    wanted = [part for part in node if not isinstance(part, query.Not)]
    parts = [evaluate(part, view) for part in wanted] or [everything(view)]
    found = both(parts)
    for part in node:
        if isinstance(part, query.Not):
            found = without(found, evaluate(part.query, view))
    return found


@_answer.register
def _(node: query.Or, view: View) -> Matches:
    return either([evaluate(part, view) for part in node], view.snapshot.size)


@_answer.register
def _(node: query.DisjunctionMax, view: View) -> Matches:
    return best([evaluate(part, view) for part in node])


@_answer.register
def _(node: Most, view: View) -> Matches:
    parts = [evaluate(part, view) for part in node]
    weights = [view.ranking.idf(len(part)) if len(part) else 0.0 for part in parts]
    found = either(parts, view.snapshot.size)
    held = either(
        [constant(part.docs, weight) for part, weight in zip(parts, weights, strict=True)],
        view.snapshot.size,
    )
    least = node.share * sum(weights) * (1 - 1e-6)  # a sum in float32 may fall short of itself
    return found.take(np.flatnonzero(held.scores >= least))


@_answer.register
def _(node: Pooled, view: View) -> Matches:
    return view.ranking.remembered(node, lambda: _pooled(node, view))


def _pooled(node: Pooled, view: View) -> Matches:
    forms = [counted(part, view).boosted(part.boost) for part in node]
    found = either(forms, view.snapshot.size)
    scores = view.ranking.impacts(found.docs, found.scores, view.ranking.idf(len(found)))
    return Matches(found.docs, scores)


def counted(node: query.Query, view: View) -> Matches:
    """Returns how often a Term or Phrase stands in each paragraph, as scores."""
    if isinstance(node, query.Phrase):
        docs, tf = view.snapshot.phrase(node.fieldname, node.words, node.slop)
    else:
        docs, tf = view.snapshot.postings(node.fieldname, node.text)
    return Matches(docs, tf.astype(np.float32))


@_answer.register
def _(node: query.Not, view: View) -> Matches:
    return without(everything(view), evaluate(node.query, view))


@_answer.register
def _(node: query.AndNot, view: View) -> Matches:
    return without(evaluate(node.a, view), evaluate(node.b, view))


@_answer.register
def _(node: query.AndMaybe, view: View) -> Matches:
    return helped(evaluate(node.a, view), evaluate(node.b, view))


@_answer.register
def _(node: query.Require, view: View) -> Matches:
    return required(evaluate(node.a, view), evaluate(node.b, view))


@_answer.register
def _(node: query.ConstantScoreQuery, view: View) -> Matches:
    return constant(evaluate(node.child, view).docs, node.score)


@_answer.register
def _(node: query.Every, view: View) -> Matches:
    if node.fieldname is None or node.fieldname in WORD_FIELDS:
        return everything(view)
    return filtered(view, filters.known(view.snapshot, node.fieldname))


@_answer.register
def _(node: query.Phrase, view: View) -> Matches:
    if len(node.words) == 1:
        return view.ranking.term(node.fieldname, node.words[0])
    docs, tf = view.snapshot.phrase(node.fieldname, node.words, node.slop)
    weight = sum(view.ranking.idf(view.ranking.frequency(node.fieldname, w)) for w in node.words)
    return Matches(docs, view.ranking.impacts(docs, tf, weight))


@_answer.register
def _(node: query.Prefix, view: View) -> Matches:
    return expanded(view, node, node.text, lambda words: expand.with_prefix(words, node.text))


@_answer.register
def _(node: query.Wildcard, view: View) -> Matches:
    return expanded(view, node, node.text, lambda words: expand.like(words, node.text))


@_answer.register
def _(node: query.FuzzyTerm, view: View) -> Matches:
    near = node.maxdist, node.prefixlength
    return expanded(view, node, node.text, lambda words: expand.near(words, node.text, *near))


@_answer.register
def _(node: query.TermRange, view: View) -> Matches:
    limits = node.start, node.end, node.startexcl, node.endexcl
    typed = f"{node.start or ''}..{node.end or ''}"
    return expanded(view, node, typed, lambda words: expand.between(words, *limits))


@_answer.register
def _(node: query.NumericRange, view: View) -> Matches:
    limits = node.start, node.end, node.startexcl, node.endexcl
    return filtered(view, filters.numbers(view.snapshot, node.fieldname, *limits))


@_answer.register
def _(node: type(query.NullQuery), view: View) -> Matches:  # type: ignore[valid-type]
    return NOTHING


def everything(view: View) -> Matches:
    """Returns every living paragraph, all scored 1."""
    return constant(view.snapshot.columns.living)


def filtered(view: View, mask: Array) -> Matches:
    """Returns the living paragraphs of a mask (size), all scored 1."""
    alive = view.snapshot.alive
    docs = np.flatnonzero(mask if alive is None else mask & alive)
    return constant(docs.astype(np.int32))


def expanded(
    view: View, node: query.Query, typed: str, rows: Callable[[Strings], Sequence[int]]
) -> Matches:
    """Returns what the words that `rows` chooses match, scored as one word with many forms."""
    if node.fieldname not in WORD_FIELDS:
        return filtered(view, filters.named(view.snapshot, node.fieldname, rows))
    found = [rows(leaf.lexicon(node.fieldname)) for leaf in view.snapshot.leaves]
    view.check()
    if sum(map(len, found)) > EXPANSIONS:
        found = commonest(view, node.fieldname, typed, rows)
    docs, tf = view.snapshot.pooled(node.fieldname, found)
    return Matches(docs, view.ranking.impacts(docs, tf, view.ranking.idf(len(docs))))


def commonest(
    view: View, name: str, typed: str, rows: Callable[[Strings], Sequence[int]]
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
    return [leaf.rows(name, kept) for leaf in view.snapshot.leaves]
