"""What a paragraph claims: its sentences, whether each praises or criticises, and what of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple, TypeAlias

from corpus.model import Paragraph, Report
from corpus.tagging.themes import judge_sentences
from index.analysis import stem
from search.followup.comparison.word_weights import MAX_CHARACTERS, WeightedText, WordWeigher
from search.model import Span
from search.sentences import sentence_spans

MAX_SENTENCES = 40  # of a paragraph that are looked at
PAIR_WINDOW = 3  # words: two stems so near each other are one matter, as in "return interviews"
RECOMMENDATION, CONTEXT = "recommendation", "context"
STRENGTH, WEAKNESS, MIXED = "strength", "weakness", "mixed"
OPPOSITE = {STRENGTH: WEAKNESS, WEAKNESS: STRENGTH}

Pair: TypeAlias = "frozenset[str]"
"""Two stems that stand near each other, in either order."""


class Claim(NamedTuple):
    """A sentence of a paragraph: its place in the text, its weighted words, and the pairs of
    telling stems that stand near each other in it.
    """

    span: Span
    text: WeightedText
    pairs: frozenset[Pair]


def read_claims(text: str, weigher: WordWeigher) -> list[Claim]:
    """Return the sentences of the beginning of a text, MAX_SENTENCES at most."""
    claims = []
    for span in islice(sentence_spans(text[:MAX_CHARACTERS]), MAX_SENTENCES):
        weighted = weigher.weigh(text[span.start : span.end])
        claims.append(Claim(span, weighted, near_pairs(weighted)))
    return claims


def near_pairs(text: WeightedText) -> frozenset[Pair]:
    """Return the pairs of telling stems that stand within PAIR_WINDOW words of each other."""
    stems = list(map(stem, text.words))
    telling = [(place, one) for place, one in enumerate(stems) if one in text.telling]
    return frozenset(
        frozenset((one, other))
        for k, (place, one) in enumerate(telling)
        for other_place, other in telling[k + 1 : k + 1 + PAIR_WINDOW]
        if other_place - place <= PAIR_WINDOW and other != one
    )


def polarities_of(sentences: Sequence[tuple[Paragraph, Span]]) -> list[str | None]:
    """Return whether each sentence of a paragraph is a strength or a weakness, None where that is
    not clear. A recommendation of one sentence is a weakness, whatever its words.
    """
    judged = judge_sentences([one.text[span.start : span.end] for one, span in sentences])
    return [
        WEAKNESS if is_bare_recommendation(one, span) else polarity
        for (one, span), polarity in zip(sentences, judged, strict=True)
    ]


def is_bare_recommendation(paragraph: Paragraph, span: Span) -> bool:
    """Return whether a sentence is all of a recommendation: it names what is to improve."""
    return paragraph.kind == RECOMMENDATION and span == Span(0, len(paragraph.text))


class Subject(NamedTuple):
    """The paragraph that is asked about: its report, its weighted words, and its claims with the
    polarity of each.
    """

    paragraph: Paragraph
    report: Report
    text: WeightedText
    claims: Sequence[tuple[Claim, str]]


def read_subject(paragraph: Paragraph, report: Report, weigher: WordWeigher) -> Subject:
    """Return a paragraph with the claims that something can be said against."""
    claims = choose_claims(paragraph, weigher) if takes_a_side(paragraph) else ()
    return Subject(paragraph, report, weigher.weigh(paragraph.text), claims)


def takes_a_side(paragraph: Paragraph) -> bool:
    """Return whether a paragraph praises or criticises; none of context does."""
    return paragraph.kind != CONTEXT and paragraph.polarity in (*OPPOSITE, MIXED)


def choose_claims(paragraph: Paragraph, weigher: WordWeigher) -> list[tuple[Claim, str]]:
    """Return the claims that bear out the polarity of a paragraph, each with its own: those of the
    same polarity, of a mixed paragraph all that praise or criticise. Where none does so by itself,
    all that are not clear have the polarity of the paragraph.
    """
    claims = [one for one in read_claims(paragraph.text, weigher) if one.text.telling]
    polarities = polarities_of([(paragraph, one.span) for one in claims])
    judged = list(zip(claims, polarities, strict=True))
    own = paragraph.polarity or ""
    wanted = OPPOSITE if own == MIXED else {own}
    chosen = [(one, polarity) for one, polarity in judged if polarity and polarity in wanted]
    if chosen or own == MIXED:
        return chosen
    return [(one, own) for one, polarity in judged if polarity is None]
