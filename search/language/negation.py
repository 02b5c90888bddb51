"""Negation: rank first the paragraphs in which a negator stands before the word that it negates."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from index.analysis import stem
from search.language.function_words import function_words
from search.language.nodes import Phrase, Query

NEGATORS = frozenset({"not", "no", "never", "without", "cannot", "nor"})
MAX_DISTANCE = 3  # places from a negator to the word that it negates, as in `not yet always timely`
MAX_WORDS_BEFORE = 20  # function words between the two in a query: bounds the time of a long one
BOOST = 0.5  # of a phrase's score: enough to put `not timely` before `timely` and any `not`


def negation(negator: str, after: Iterable[str]) -> Query | None:
    """Return the node for a negator close before the first content word of those `after` it.

    Return None where the word is not a negator, or no content word follows. Reports write `not`
    for `n't`.
    """
    written = "not" if negator.endswith("n't") else negator
    if written not in NEGATORS:
        return None
    near = islice(after, MAX_WORDS_BEFORE + 1)
    negated = next((word for word in near if word not in function_words()), None)
    if negated is None:
        return None
    return Phrase("text", [stem(written), stem(negated)], slop=MAX_DISTANCE, boost=BOOST)
