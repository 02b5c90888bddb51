"""Did you mean: the request with its doubtful words as the collection spells them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from search.engine import Engine
from search.language.plan import Plan
from search.language.understanding.correction import (
    checked_words,
    corrected_spans,
    is_name,
    replace_spans,
    words_in_compound,
)
from search.language.understanding.spelling import MAX_CORRECTIONS, corrections
from search.model import RequestOffer, Span
from search.present.suggestions.counting import Counting

MAX_SUGGESTIONS = 3
MAX_DOUBTFUL_WORDS = 3


def corrected_requests(counting: Counting, plan: Plan) -> tuple[RequestOffer, ...]:
    """Return the request with all doubtful words corrected in the ways that find something,
    likeliest first.

    A word that was corrected is doubtful too: there may be others that it stands for.
    """
    request, text = plan.request, plan.parsed.text
    spans = corrected_spans(plan.corrections)
    doubtful = [
        (span, (one.word, *one.others)) for span, one in zip(spans, plan.corrections, strict=True)
    ]
    doubtful += islice(doubtful_words(counting.engine, plan), MAX_DOUBTFUL_WORDS)
    likeliest = [(span, words[0]) for span, words in doubtful]
    queries = dict.fromkeys(
        replace_spans(text, [*likeliest, (span, word)])
        for span, words in doubtful
        for word in words
    )
    requests = [
        (query, [replace(request, query=query, start=0)]) for query in queries if query != text
    ]
    return tuple(islice(counting.offers(requests), MAX_SUGGESTIONS))


def doubtful_words(engine: Engine, plan: Plan) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield the place of each doubtful word that was not corrected and is in no name, and the words
    that it may stand for.
    """
    corrected = set(corrected_spans(plan.corrections))
    for checked in checked_words(plan.parsed):
        word = checked.text.casefold()
        words = () if checked.span in corrected else corrections(engine, checked.text)
        if words and not is_name(word, engine):  # of few words it has to be asked whether they are
            (in_compound,) = words_in_compound([checked], engine)
            yield checked.span, in_compound[:MAX_CORRECTIONS] or words
