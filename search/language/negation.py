"""Negation: a negator close before the word that it negates, which is what the two say as typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from index.analysis import stem
from search.language.forms.compounds import Compound
from search.language.forms.typed import TypedWord
from search.language.function_words import function_words
from search.language.nodes import Or, Phrase, Query

NEGATORS = frozenset({"not", "no", "never", "without", "cannot", "nor"})
MAX_DISTANCE = 6  # places from a negator to its word: NegEx (Chapman 2001) allows five between
NEAR = 2  # places from a word to the one before it: one other word may stand between the two
MAX_WORDS_BEFORE = 20  # function words between the two in a query: bounds the time of a long one
BOOST = 0.5  # of a phrase's score: enough to put `not timely` before `timely` and any `not`


def negation(negator: str, after: Iterable[Sequence[str]]) -> Query | None:
    """Return the node for a negator close before the first content word of those `after` it, each
    given in all its forms, of a form that is several words the first.

    Return None where the word is not a negator, or no content word follows. Reports write `not`
    for `n't`, so this finds both. Words typed between the two make room for as many more, so that
    what has all of them together is found.
    """
    written = "not" if negator.endswith("n't") else negator
    if written not in NEGATORS:
        return None
    near = enumerate(islice(after, MAX_WORDS_BEFORE + 1), 1)
    negated = ((place, forms) for place, forms in near if forms[0] not in function_words())
    place, forms = next(negated, (0, ()))
    pairs = product(map(stem, dict.fromkeys([negator, written])), dict.fromkeys(map(stem, forms)))
    slop = max(MAX_DISTANCE, NEAR * place)
    nodes = [Phrase("text", list(pair), slop=slop, boost=BOOST) for pair in pairs]
    return Or(nodes) if len(nodes) > 1 else next(iter(nodes), None)


def first_words(
    typed: Sequence[TypedWord], compounds: Sequence[Compound | None], start: int
) -> Iterator[Sequence[str]]:
    """Yield the word at each place from `start` on, with the first of each form of a compound."""
    for (word, *_), compound in islice(zip(typed, compounds, strict=True), start, None):
        yield (word, *(form[0] for form in compound.forms)) if compound else (word,)
