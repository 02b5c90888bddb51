"""Tiers of relevance: what has a query as one phrase, what has it as typed, and all the rest."""

from __future__ import annotations

import numpy as np

from index.segments.arrays import Array
from search.language.parsed_query import ParsedQuery
from search.language.phrases import MIN_TOGETHER
from search.local.evaluate import evaluate
from search.local.matches import common_docs
from search.local.query_context import QueryContext

AS_TYPED, TOGETHER = 1, 2


def find_together(parsed: ParsedQuery, context: QueryContext) -> Array | None:
    """Return the paragraphs that have the words of a query as one phrase, intp rising; None where
    it is not several words side by side. Raise TooLong.
    """
    return None if parsed.phrase is None else evaluate(parsed.phrase, context).docs


def find_tiers(
    parsed: ParsedQuery,
    size: int,
    typed: Array | None,
    together: Array | None,
    matched: str = "all",
) -> Array | None:
    """Return the tier of each of `size` paragraphs, uint8; None where all are of one.

    `typed`, intp rising, are the matches as typed, None where all are. Those that have the words
    `together` are of the highest tier. The others as typed come next where most or any of the words
    do as well, as `matched` says, and where a query asks for one wording: it is one, or the
    collection has it as a phrase. In everyday speech another wording for the same may answer better
    than a paragraph with all the words.
    """
    is_wording = parsed.has_one_wording or (together is not None and len(together) >= MIN_TOGETHER)
    wanted = together if together is None or typed is None else common_docs(together, typed)
    has_typed = typed is not None and len(typed) > 0 and (is_wording or matched != "all")
    if not has_typed and (wanted is None or not len(wanted)):
        return None
    tiers = np.zeros(size, np.uint8)
    if has_typed:
        tiers[typed] = AS_TYPED
    if wanted is not None:
        tiers[wanted] = TOGETHER
    return tiers
