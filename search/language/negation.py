"""Which words deny what follows, and the node that ranks first where they do so in a text too."""

from __future__ import annotations

from collections.abc import Iterable

from index.analysis import stem
from search.language.nodes import Phrase, Query
from search.language.vocabulary import function_words

NEGATORS = frozenset({"not", "no", "never", "without", "cannot", "nor"})
FARTHEST = 3  # places after a negator, as in `not yet always timely`
WORTH = 0.5  # of a phrase's score: enough to put `not timely` before `timely` and any `not`


def negation(negator: str, after: Iterable[str]) -> Query | None:
    """Return the node for a negator close before the first of the words `after` it that carries
    meaning; None where the word is no negator or nothing follows. Reports write `not` for `n't`.
    """
    said = "not" if negator.endswith("n't") else negator
    if said not in NEGATORS:
        return None
    denied = next((word for word in after if word not in function_words()), None)
    if denied is None:
        return None
    return Phrase("text", [stem(said), stem(denied)], slop=FARTHEST, boost=WORTH)
