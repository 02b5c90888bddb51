"""Distinctive phrases as pages show them: of a grade, a theme or any result.

The engine ranks phrases by keyness; `phrase_choice` leaves out names, fragments and parts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from search.budget import QUERY_BUDGET, Budget
from search.engine import Engine
from search.language.plan import plan_wording
from search.model import Request
from search.records import PhraseUse, PhraseUses
from search.wording.phrase_choice import worth_quoting

MIN_SOURCES = 5
SURELY_MORE = 1.0  # the ratio of what is looked at: longer phrases tell which are fragments
RATE_WORDS = 10_000  # a rate is how often a phrase is used in so many words
CANDIDATES_PER_PHRASE = 20  # for each phrase wanted, so many are looked at


@dataclass(frozen=True, slots=True)
class DistinctivePhrase:
    """A phrase that `reports` of the `of` reports in a result use there, and `elsewhere` of the
    `of_elsewhere` other reports.

    It is used `uses` times in `words` words here, `uses_elsewhere` times in the `words_elsewhere`
    words of all paragraphs outside the result. `rate` and `rate_elsewhere` are these as uses in
    10,000 words, `ratio` is the one over the other, None where it is used only here. The ratio is
    `at_least` so high with 95 % confidence. `log_odds`, in standard deviations, rank.

    The concordance of `request`, `within` the query of the result, lists just its uses here.
    """

    text: str
    reports: int
    of: int
    elsewhere: int
    of_elsewhere: int
    uses: int
    words: int
    uses_elsewhere: int
    words_elsewhere: int
    rate: float
    rate_elsewhere: float
    ratio: float | None
    at_least: float
    log_odds: float
    request: Request
    within: str


def distinctive(
    engine: Engine, request: Request, limit: int = 50, budget: Budget = QUERY_BUDGET
) -> tuple[DistinctivePhrase, ...]:
    """Return the distinctive phrases of what a request finds, the most distinctive first.

    They have two to five words, and MIN_SOURCES authorities use them here (or reports, where the
    result is on fewer authorities), surely more often than all other paragraphs and by more of the
    reports; none is a name or only a part of another. Raise TooLong where the query takes longer
    than its budget.
    """
    plan = plan_wording(request, engine, budget)
    uses = engine.distinctive_phrases(plan, MIN_SOURCES, SURELY_MORE, limit * CANDIDATES_PER_PHRASE)
    chosen = islice(worth_quoting(uses), limit)
    return tuple(describe_phrase(uses, phrase, request) for phrase in chosen)


def describe_phrase(uses: PhraseUses, phrase: PhraseUse, request: Request) -> DistinctivePhrase:
    """Return what is shown of one of the phrases of the result of a request."""
    return DistinctivePhrase(
        phrase.text,
        phrase.here,
        uses.here,
        phrase.elsewhere,
        uses.elsewhere,
        phrase.uses,
        uses.words,
        phrase.uses_elsewhere,
        uses.words_elsewhere,
        phrase.uses / uses.words * RATE_WORDS,
        phrase.uses_elsewhere / uses.words_elsewhere * RATE_WORDS,
        phrase.ratio if phrase.uses_elsewhere else None,
        phrase.at_least,
        phrase.log_odds,
        replace(request, query=f'"{phrase.text}"', start=0, facets=()),
        request.query,
    )
