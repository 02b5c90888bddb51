"""Which sentences of other paragraphs are on the same matter as a claim, and how surely."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from corpus.model import Paragraph
from index.facets import REPORT_FILTER
from search.engine import Engine
from search.followup.comparison.section_pairs import MIN_HEADING_OVERLAP, heading_overlap
from search.followup.comparison.word_weights import WordWeigher, cosine
from search.followup.contrary.claims import (
    CONTEXT,
    MIXED,
    RECOMMENDATION,
    Claim,
    Subject,
    read_claims,
)
from search.language.plan import plan_request
from search.model import Request
from search.records import Ref

MAX_CANDIDATES = 16  # most similar paragraphs of a group whose sentences are compared
MIN_SHARED = 2  # different telling stems that a claim and what contradicts it share
MIN_COSINE = 0.25  # of their words
MIN_SCORE = 0.55  # of a passage; below it nothing is shown
PARAGRAPH_SHARE = 0.3  # how much the whole paragraphs count beside the sentences
NEAR_BONUS = 0.15  # where two shared stems stand near each other in both sentences
MIXED_LOSS = 0.05  # a mixed paragraph comes after one that goes one way only


class Contradiction(NamedTuple):
    """A sentence of another paragraph that may contradict a claim, and how much speaks for it."""

    score: float
    ref: Ref
    paragraph: Paragraph
    claim: Claim
    polarity: str
    sentence: Claim


def list_candidates(
    engine: Engine, subject: Subject, request: Request
) -> Iterator[tuple[Ref, Paragraph]]:
    """Yield the paragraphs most similar to the claims of a subject under the filters of a request,
    the best first, but what cannot contradict it.
    """
    stems = [one for claim, _ in subject.claims for one in sorted(claim.text.telling)]
    is_own_report = REPORT_FILTER.key in request.filters
    without_report = None if is_own_report else subject.report.id
    similar = engine.similar(stems, plan_request(request, engine), without_report)
    rows = [
        (-score, place, ref)
        for place, (_, listing) in enumerate(similar.by_grade)
        for ref, score in zip(listing.refs, listing.scores, strict=True)
    ]
    is_of_region = "region" in request.filters
    for _, _, ref in sorted(rows, key=itemgetter(0, 1))[:MAX_CANDIDATES]:
        paragraph = engine.paragraph(ref)
        if is_of_region and engine.report_of(ref).authority == subject.report.authority:
            continue  # peers are others of the region
        if paragraph.id != subject.paragraph.id and may_contradict(subject.paragraph, paragraph):
            yield ref, paragraph


def may_contradict(paragraph: Paragraph, other: Paragraph) -> bool:
    """Return whether another paragraph may contradict one: none of context does, and one that is
    in no area is compared with those under a heading like its own.
    """
    if other.kind == CONTEXT:
        return False
    if paragraph.area or paragraph.kind == RECOMMENDATION:
        return True
    return heading_overlap(paragraph.section, other.section) >= MIN_HEADING_OVERLAP


def contradictions(
    subject: Subject, ref: Ref, paragraph: Paragraph, weigher: WordWeigher
) -> Iterator[Contradiction]:
    """Yield the sentences of a paragraph that are on the same matter as a claim, whatever their
    polarity: for each sentence the claim that it is nearest to.
    """
    near = [
        (sentence, max(scored))
        for sentence in read_claims(paragraph.text, weigher)
        if (scored := list(score_claims(subject, sentence)))
    ]
    if not near:
        return
    whole = PARAGRAPH_SHARE * cosine(subject.text.weights, weigher.weigh(paragraph.text).weights)
    if paragraph.polarity == MIXED:
        whole -= MIXED_LOSS
    for sentence, (score, place) in near:
        if score + whole >= MIN_SCORE:
            claim, polarity = subject.claims[place]
            yield Contradiction(score + whole, ref, paragraph, claim, polarity, sentence)


def score_claims(subject: Subject, sentence: Claim) -> Iterator[tuple[float, int]]:
    """Yield how near a sentence is to each claim, with its place; not to those it is far from."""
    for place, (claim, _) in enumerate(subject.claims):
        if score := nearness(claim, sentence):
            yield score, place


def nearness(claim: Claim, sentence: Claim) -> float:
    """Return how near a sentence is to a claim in what both are about, 0 where it is too far."""
    if len(claim.text.telling & sentence.text.telling) < MIN_SHARED:
        return 0.0
    similarity = cosine(claim.text.weights, sentence.text.weights)
    if similarity < MIN_COSINE:
        return 0.0
    return similarity + (NEAR_BONUS if claim.pairs & sentence.pairs else 0.0)
