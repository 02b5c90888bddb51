"""Find the phrases that a result uses more than all other paragraphs: count, then keyness."""

from __future__ import annotations

import numpy as np

from search.language.plan import Plan
from search.local.ranking.bm25 import Bm25
from search.local.wording.corpus import WordingCorpus
from search.local.wording.keyness import SIGNIFICANT, log_likelihood, log_odds
from search.local.wording.ngrams import PhraseCounts, count_phrases
from search.local.wording.result import result_docs
from search.records import PhraseUse, PhraseUses

EXAMPLES = 5  # paragraphs of a phrase whose texts are given


def find_distinctive(
    corpus: WordingCorpus, bm25: Bm25, plan: Plan, least: int, limit: int
) -> PhraseUses:
    """Return the distinctive phrases, see `search.engine.Engine.distinctive_phrases`."""
    inside = np.zeros(corpus.snapshot.size, bool)
    inside[result_docs(corpus, bm25, plan)] = True
    here = corpus.count_reports(np.flatnonzero(inside))
    elsewhere = corpus.count_reports(np.flatnonzero(corpus.is_own & ~inside))
    if not (here and elsewhere):
        return PhraseUses(here, elsewhere, ())
    with corpus.exclusive:
        counts = count_phrases(corpus, inside, least)
    odds = log_odds(counts.here, counts.elsewhere, here, elsewhere)
    likelihood = log_likelihood(counts.here, counts.elsewhere, here, elsewhere)
    best = np.argsort(-odds, kind="stable")[:limit].tolist()
    phrases = tuple(
        phrase_use(counts, row, float(odds[row]), float(likelihood[row]))
        for row in best
        if odds[row] > 0 and likelihood[row] >= SIGNIFICANT
    )
    return PhraseUses(here, elsewhere, phrases)


def phrase_use(counts: PhraseCounts, row: int, odds: float, likelihood: float) -> PhraseUse:
    """Return the phrase of a row."""
    docs = counts.docs(row)[:EXAMPLES].tolist()
    return PhraseUse(
        counts.text(row),
        int(counts.here[row]),
        int(counts.elsewhere[row]),
        odds,
        likelihood,
        tuple(counts.corpus.snapshot.texts(docs)),
    )
