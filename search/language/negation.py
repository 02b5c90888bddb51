"""Negation: a negator close before the word that it negates, which is what the two say as typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from index.analysis import stem
from search.language.forms.compounds import Compound
from search.language.forms.typed import TypedWord
from search.language.function_words import function_words
from search.language.nodes import Negated, Or, Query

NEGATORS = frozenset({"not", "no", "never", "without", "cannot", "nor"})
NOT_NEGATED = frozenset({"only", "just", "merely", "simply", "solely"})
"""Words after a negator that make it say both: `not only timely but also thorough`."""
SENTENCE_END = re.compile(r"[.!?][\"'’”)\]]*\s+[\"'‘“(\[]*[^\W_a-z]")
MAX_DISTANCE = 6  # places from a negator to its word: NegEx (Chapman 2001) allows five between
NEAR = 2  # places from a word to the one before it: one other word may stand between the two
MAX_WORDS_BEFORE = 20  # function words between the two in a query: bounds the time of a long one
BOOST = 0.5  # of a phrase's score: enough to put `not timely` before `timely` and any `not`


def negation(negator: str, after: Iterable[Sequence[str]]) -> Query | None:
    """Return the node for a negator close before the first content word of those `after` it, each
    given in all its forms, of a form that is several words the first.

    Return None where the word is not a negator, says both (`not only`), or no content word follows.
    Reports write `not` for `n't`, so this finds both. Words typed between the two make room for as
    many more, so that what has all of them together is found.
    """
    written = "not" if negator.endswith("n't") else negator
    following = list(islice(after, MAX_WORDS_BEFORE + 1))
    if written not in NEGATORS or (following and following[0][0] in NOT_NEGATED):
        return None
    near = enumerate(following, 1)
    negated = ((place, forms) for place, forms in near if forms[0] not in function_words())
    place, forms = next(negated, (0, ()))
    pairs = product(map(stem, dict.fromkeys([negator, written])), dict.fromkeys(map(stem, forms)))
    slop = max(MAX_DISTANCE, NEAR * place)
    nodes = [Negated("text", list(pair), slop=slop, boost=BOOST) for pair in pairs]
    return Or(nodes) if len(nodes) > 1 else next(iter(nodes), None)


def first_words(
    typed: Sequence[TypedWord], compounds: Sequence[Compound | None], start: int
) -> Iterator[Sequence[str]]:
    """Yield the word at each place from `start` on, with the first of each form of a compound."""
    for (word, *_), compound in islice(zip(typed, compounds, strict=True), start, None):
        yield (word, *(form[0] for form in compound.forms)) if compound else (word,)


def negated_places(
    text: str,
    edges: Sequence[int],
    printed: Sequence[str],
    words: Sequence[str],
    pair: Sequence[str],
    slop: int,
) -> list[tuple[int, int]]:
    """Return the place of each word that a text negates, after that of its nearest negator, rising.

    The words of the text are `printed`, word k between the edges 2k and 2k + 1; `words` are the
    same in the form that the `pair` of negator and word has. The word stands at most `slop` places
    after the negator, in the same sentence; `not only` negates nothing.
    """
    negator, negated = pair
    negators = [
        place
        for place, word in enumerate(words)
        if word == negator and not NOT_NEGATED.intersection(printed[place + 1 : place + 2])
    ]
    pairs = []
    for place, word in enumerate(words):
        before = [at for at in negators if 0 < place - at <= slop] if word == negated else []
        # From the end of the negator to the first letter of the word, which may begin a sentence.
        if before and not SENTENCE_END.search(
            text, edges[2 * before[-1] + 1], edges[2 * place] + 1
        ):
            pairs.append((before[-1], place))
    return pairs
