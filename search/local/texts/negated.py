"""Find the paragraphs that negate a word: by the index, and the ends of sentences in texts."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Set

import numpy as np

from index.analysis import fold, split, with_lead
from index.snapshot import Snapshot
from search.language.negation import NOT_NEGATED, negated_places
from search.language.nodes import Negated
from search.local.matches import Matches
from search.local.query_context import QueryContext
from search.local.texts.counting import read_texts


def negated(node: Negated, context: QueryContext) -> Matches:
    """Return the paragraphs that negate a word, scored as a phrase; kept as those of one are."""
    key = Negated, node.fieldname, tuple(node.words), node.slop
    return context.bm25.phrases.get(key, lambda: negated_impacts(node, context))


def negated_impacts(node: Negated, context: QueryContext) -> Matches:
    """Return the paragraphs that negate a word, with the impacts of the phrase. Raise TooLong."""
    snapshot, bm25, field = context.snapshot, context.bm25, node.fieldname
    docs, tf = snapshot.phrase(field, node.words, node.slop)
    negators, words = (printed_forms(snapshot, field, word) for word in node.words)
    plain = plain_negation(negators, words, node.slop)
    word_of = dict.fromkeys(negators, node.words[0]) | dict.fromkeys(words, node.words[1])
    # Most texts negate the word in a way that one look tells, in a tenth of the time.
    chosen = [
        bool(plain.search(fold(text))) or negates(text, node, word_of)
        for text in itertools.starmap(with_lead, read_texts(context, docs))
    ]
    rows = np.array(chosen, bool).nonzero()[0]
    idf = bm25.sum_of_idfs(field, node.words)
    return Matches(docs[rows], bm25.impacts(docs[rows], tf[rows], idf))


def negates(text: str, node: Negated, word_of: Mapping[str, str]) -> bool:
    """Return whether a text negates a word; `word_of` has that of each printed form."""
    printed, edges = split(text)
    words = [word_of.get(word, "") for word in printed]
    return bool(negated_places(text, edges, printed, words, node.words, node.slop))


def plain_negation(negators: Set[str], words: Set[str], slop: int) -> re.Pattern[str]:
    """Return the pattern of a text in lower case that surely negates one of some words: no point is
    between it and a negator. A text without it may negate one too.
    """
    first, last, both = (
        "|".join(map(re.escape, sorted(some))) for some in (negators, words, NOT_NEGATED)
    )
    gap = r"[^\w.!?]+"
    between = rf"(?:{gap}\w+){{0,{slop - 1}}}"
    return re.compile(rf"\b(?:{first})\b(?!{gap}(?:{both})\b){between}{gap}(?:{last})\b")


def printed_forms(snapshot: Snapshot, field: str, word: str) -> Set[str]:
    """Return how a word of `text` or `exact` is written in a snapshot."""
    if field == "exact":
        return {word}
    leads = (reader.leads for reader in snapshot.readers if snapshot.has_leads)
    return {
        index.words[surface]
        for index in (*snapshot.readers, *leads)
        if index is not None and (row := index.row(field, word)) is not None
        for surface in index.surfaces(row)
    }
