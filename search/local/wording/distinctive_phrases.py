"""Find the phrases that a result uses more than other paragraphs do: count, then keyness."""

from __future__ import annotations

from itertools import chain

import numpy as np

from index.segments.arrays import Array
from search.language.plan import Plan
from search.local.filters import request_masks
from search.local.ranking.bm25 import Bm25
from search.local.wording.corpus import WordingCorpus
from search.local.wording.keyness import Keyness, compare_rates, highest_at_least
from search.local.wording.ngrams import find_phrases
from search.local.wording.phrases import PhraseList
from search.local.wording.result import result_docs
from search.model import Request
from search.records import PhraseUse, PhraseUses

EXAMPLES = 20  # paragraphs of a phrase whose texts are given


def find_distinctive(
    corpus: WordingCorpus,
    bm25: Bm25,
    plan: Plan,
    least: int,
    min_ratio: float,
    limit: int,
    against: Plan | None = None,
) -> PhraseUses:
    """Return the distinctive phrases, see `search.engine.Engine.distinctive_phrases`."""
    inside, outside = mark_sides(corpus, bm25, plan, against)
    words = count_words(corpus, inside), count_words(corpus, outside)
    here = corpus.count_reports(np.flatnonzero(inside))
    others = corpus.count_reports(np.flatnonzero(inside | outside)) - here
    if not all(words):
        return PhraseUses(here, others, *words, ())
    with corpus.exclusive:
        phrases = find_phrases(corpus, inside, outside, least)
        phrases = phrases.take(may_stand_out(phrases, words, min_ratio))
    source_of = sources(corpus, inside, least)
    uses = phrases.inside.count(source_of, len(phrases))
    keyness = compare_rates(uses, phrases.outside.count(source_of, len(phrases)), words)
    chosen = np.flatnonzero((keyness.at_least >= min_ratio) & (uses.sources >= least))
    best = chosen[np.argsort(-keyness.log_odds[chosen], kind="stable")[:limit]]
    listed = list_phrases(corpus, inside, phrases.take(best), keyness.take(best))
    return PhraseUses(here, others, *words, tuple(listed))


def mark_sides(
    corpus: WordingCorpus, bm25: Bm25, plan: Plan, against: Plan | None
) -> tuple[Array, Array]:
    """Return which paragraphs are in the result of a plan, and which are in that of the other and
    not in the first, bool (size); without another one, all others that stand.
    """
    inside = mark_docs(corpus, result_docs(corpus, bm25, plan))
    if against is None:
        others = standing_docs(corpus, bm25, plan.request.withdrawn)
    else:
        others = result_docs(corpus, bm25, against)
    return inside, mark_docs(corpus, others) & ~inside


def mark_docs(corpus: WordingCorpus, docs: Array) -> Array:
    """Return which paragraphs are among `docs`, bool (size)."""
    marked = np.zeros(corpus.snapshot.size, bool)
    marked[docs] = True
    return marked


def standing_docs(corpus: WordingCorpus, bm25: Bm25, with_withdrawn: bool) -> Array:
    """Return the paragraphs in own words, rising, of reports that stand, or of all."""
    own = np.flatnonzero(corpus.is_own)
    return own[corpus.passing(own, request_masks(Request(withdrawn=with_withdrawn), bm25))]


def count_words(corpus: WordingCorpus, marked: Array) -> int:
    """Return the number of words in the paragraphs that are `marked`, bool (size)."""
    return int(np.diff(corpus.first)[marked].sum())


def may_stand_out(phrases: PhraseList, words: tuple[int, int], min_ratio: float) -> Array:
    """Return the rows of the phrases that are used surely `min_ratio` times as often inside, if
    each use were by another source: far fewer, whose sources need to be counted.
    """
    totals = phrases.inside.totals(len(phrases)), phrases.outside.totals(len(phrases))
    return np.flatnonzero(highest_at_least(*totals, words) >= min_ratio)


def sources(corpus: WordingCorpus, inside: Array, least: int) -> Array:
    """Return the source of each paragraph as a number, int32 (size): its authority, whose reports
    repeat each other; its report where those inside are on fewer than `least` authorities.
    """
    if len(np.unique(corpus.authority_of[inside])) < least:
        return corpus.report_of.astype(np.int32)
    return corpus.authority_of


def list_phrases(
    corpus: WordingCorpus, inside: Array, phrases: PhraseList, keyness: Keyness
) -> list[PhraseUse]:
    """Return the records of phrases of a result, which is marked `inside`, bool (size)."""
    size, report_of = len(phrases), corpus.report_of.astype(np.int32)
    is_other = np.ones(corpus.report_count, bool)
    is_other[report_of[inside]] = False
    elsewhere = phrases.outside.within(is_other[report_of])
    docs = phrases.inside.example_docs(size, EXAMPLES)
    # Phrases share paragraphs: each text is read once.
    different = list(dict.fromkeys(chain.from_iterable(docs)))
    text_of = dict(zip(different, corpus.snapshot.texts(different), strict=True))
    rows = zip(
        phrases.texts(corpus.tokens, corpus.snapshot.vocabulary()),
        phrases.inside.count(report_of, size).sources.tolist(),
        elsewhere.count(report_of, size).sources.tolist(),
        phrases.inside.totals(size).tolist(),
        phrases.outside.totals(size).tolist(),
        keyness.ratio.tolist(),
        keyness.at_least.tolist(),
        keyness.log_odds.tolist(),
        [tuple(text_of[doc] for doc in some) for some in docs],
        strict=True,
    )
    return [PhraseUse(*row) for row in rows]
