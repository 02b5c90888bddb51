"""Distinctive phrases as pages show them: of a grade, a theme or any result.

The engine ranks phrases by keyness; `phrase_choice` leaves out names, fragments and parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from search.budget import QUERY_BUDGET, Budget
from search.engine import Engine
from search.language.plan import plan_wording
from search.model import Request
from search.wording.phrase_choice import worth_quoting

MIN_SOURCES = 5
SURELY_MORE = 1.0  # the ratio of what is looked at: longer phrases tell which are fragments
CANDIDATES_PER_PHRASE = 20  # for each phrase wanted, so many are looked at


@dataclass(frozen=True, slots=True)
class DistinctivePhrase:
    """A phrase that `reports` of the `of` reports in a result use there, and `elsewhere` of the
    `of_elsewhere` other reports.

    `ratio` says how many times as often it is used, per word, as in all paragraphs outside the
    result: `uses` times in `words` words here, `uses_elsewhere` times in `words_elsewhere` words
    there. The ratio is `at_least` so high with 95 % confidence. `log_odds`, in standard deviations,
    rank. `request` is the request of its concordance.
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
    ratio: float
    at_least: float
    log_odds: float
    request: Request

    @property
    def rate(self) -> float:
        """How often it is used in 10,000 words of the result."""
        return self.uses / self.words * 10_000

    @property
    def rate_elsewhere(self) -> float:
        """How often it is used in 10,000 words outside the result."""
        return self.uses_elsewhere / self.words_elsewhere * 10_000


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
    return tuple(
        DistinctivePhrase(
            phrase.text,
            phrase.here,
            uses.here,
            phrase.elsewhere,
            uses.elsewhere,
            phrase.uses,
            uses.words,
            phrase.uses_elsewhere,
            uses.words_elsewhere,
            phrase.ratio,
            phrase.at_least,
            phrase.log_odds,
            Request(f'"{phrase.text}"', filters=request.filters),
        )
        for phrase in islice(worth_quoting(uses), limit)
    )
