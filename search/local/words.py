"""Find and score the paragraphs with a word, a phrase, or any form of one word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.facets import WORD_FIELDS
from index.segments.arrays import Array
from search.language.forms.as_printed import any_as_printed
from search.language.nodes import Phrase, Query, Synonyms
from search.local import filters
from search.local.matches import Matches, union_sum
from search.local.query_context import QueryContext
from search.local.texts.as_printed import printed_postings


def phrase(node: Phrase, context: QueryContext) -> Matches:
    """Return the paragraphs with a phrase. Raise BadRequest for a field without words."""
    if node.fieldname not in WORD_FIELDS:
        raise filters.unknown_field(node.fieldname)
    return words_in_order(node.fieldname, node.words, node.slop, context)


def words_in_order(field: str, words: Sequence[str], slop: int, context: QueryContext) -> Matches:
    """Return the paragraphs with a word, or with several in order, each at most `slop` places after
    the one before. Raise TooLong.
    """
    bm25 = context.bm25
    if len(words) == 1 and not any_as_printed(words):
        return bm25.term(field, words[0])
    key = field, tuple(words), slop
    return bm25.phrases.get(key, lambda: phrase_impacts(field, words, slop, context))


def phrase_impacts(field: str, words: Sequence[str], slop: int, context: QueryContext) -> Matches:
    """Return the paragraphs with several words in order, with the impacts of the phrase. Its idf is
    the sum of its words'; where one is as printed, with a percent sign or in capitals, and has no
    frequency in the index, that of one word which as many paragraphs have.
    """
    bm25 = context.bm25
    docs, tf = phrase_postings(field, words, slop, context)
    if any_as_printed(words):
        return bm25.matches(docs, tf)
    return Matches(docs, bm25.impacts(docs, tf, bm25.sum_of_idfs(field, words)))


def phrase_postings(
    field: str, words: Sequence[str], slop: int, context: QueryContext
) -> tuple[Array, Array]:
    """Return the paragraphs with words in order, intp rising, and how often they stand in each."""
    if any_as_printed(words):
        return printed_postings(context, field, words, slop)
    if len(words) == 1:
        return context.snapshot.postings(field, words[0])
    return context.snapshot.phrase(field, words, slop)


def synonyms(node: Synonyms, context: QueryContext) -> Matches:
    """Return the paragraphs with any form of one word; kept as those of a word are."""
    return context.bm25.synonyms.get(node, lambda: pooled_forms(node, context))


def pooled_forms(node: Synonyms, context: QueryContext) -> Matches:
    """Return the paragraphs with any form, scored by how often all forms together occur in each."""
    forms = [term_frequencies(form, context).boosted(form.boost) for form in node]
    pooled = union_sum(forms, context.snapshot.size)
    return context.bm25.matches(pooled.docs, pooled.scores)


def term_frequencies(node: Query, context: QueryContext) -> Matches:
    """Return how often a Term or Phrase occurs in each paragraph, as scores."""
    words, slop = (node.words, node.slop) if isinstance(node, Phrase) else ([node.text], 1)
    docs, tf = phrase_postings(node.fieldname, words, slop, context)
    return Matches(docs, tf.astype(np.float32))
