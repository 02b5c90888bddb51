"""Which paragraph of a later report stands for which of an earlier one, one to one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from typing import NamedTuple, TypeAlias

from corpus.model import Paragraph
from search.followup.comparison.word_weights import WeightedText, cosine
from search.wording.word_changes import share_in_order

SAME, REWORDED, RELATED = "same", "reworded", "related"

MIN_IN_ORDER = 0.6  # of the words of two texts, in one order: they say nearly the same
MIN_COSINE = 0.25  # of two paragraphs of one area that are on the same matter
MIN_COSINE_ACROSS = 0.35  # of two paragraphs of different areas
MIN_SHARED = 2  # different stems that are not ubiquitous, shared by paragraphs on one matter
CANDIDATES = 8  # earlier paragraphs that each later one is compared with word by word
CONTEXT = "context"

Postings: TypeAlias = Mapping[str, Sequence[tuple[int, float]]]
"""Stem -> places of paragraphs that have it, with its weight in each."""


class WeightedParagraph(NamedTuple):
    """A paragraph with the weights of its words."""

    paragraph: Paragraph
    text: WeightedText


class ParagraphPair(NamedTuple):
    """An earlier and a later paragraph, as places in their reports, of one `kind`.

    `similarity` is the share of words in one order of those that say the same or nearly the same,
    and the cosine of those that are related.
    """

    kind: str
    similarity: float
    earlier: int
    later: int


def pair_paragraphs(
    earlier: Sequence[WeightedParagraph], later: Sequence[WeightedParagraph]
) -> list[ParagraphPair]:
    """Return the pairs of paragraphs that say the same, nearly the same, or something on the same
    matter, in this order; each paragraph is in one pair at most.

    Within one kind of pair, those of one area come first, then the most similar ones.
    """
    taken: tuple[set[int], set[int]] = set(), set()
    possible = [*identical_pairs(earlier, later), *similar_pairs(earlier, later)]
    possible.sort(key=lambda pair: rank_of(pair, earlier, later))
    pairs = []
    for pair in possible:
        if pair.earlier not in taken[0] and pair.later not in taken[1]:
            taken[0].add(pair.earlier)
            taken[1].add(pair.later)
            pairs.append(pair)
    return pairs


def rank_of(
    pair: ParagraphPair,
    earlier: Sequence[WeightedParagraph],
    later: Sequence[WeightedParagraph],
) -> tuple[int, bool, float, int, int]:
    """Return what decides between pairs, the least first."""
    kinds = (SAME, REWORDED, RELATED)
    is_across = earlier[pair.earlier].paragraph.area != later[pair.later].paragraph.area
    # Of texts that a report repeats, the first is paired with the first.
    return kinds.index(pair.kind), is_across, -pair.similarity, pair.later, pair.earlier


def identical_pairs(
    earlier: Sequence[WeightedParagraph], later: Sequence[WeightedParagraph]
) -> Iterator[ParagraphPair]:
    """Yield the pairs of paragraphs with the same words, each text as often as both have it."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(earlier):
        places[one.text.key].append(place)
    repeated = Counter[str]()
    for place, one in enumerate(later):
        key = one.text.key
        if key and repeated[key] < len(places.get(key, ())):
            yield ParagraphPair(SAME, 1.0, places[key][repeated[key]], place)
            repeated[key] += 1


def similar_pairs(
    earlier: Sequence[WeightedParagraph], later: Sequence[WeightedParagraph]
) -> Iterator[ParagraphPair]:
    """Yield the pairs of paragraphs that say nearly the same, or something on the same matter."""
    postings = invert(earlier)
    for place, one in enumerate(later):
        for other in nearest(one.text, postings):
            before = earlier[other]
            in_order = share_in_order(before.text.words, one.text.words, MIN_IN_ORDER)
            if in_order:
                yield ParagraphPair(REWORDED, in_order, other, place)
            elif similarity := similarity_of_matter(before, one):
                yield ParagraphPair(RELATED, similarity, other, place)


def invert(paragraphs: Sequence[WeightedParagraph]) -> Postings:
    """Return stem -> the places of the paragraphs that have it, with its weight in each; stems that
    are ubiquitous are left out.
    """
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, (_, text) in enumerate(paragraphs):
        for each, weight in text.weights.items():
            if each in text.telling:
                postings[each].append((place, weight))
    return postings


def nearest(text: WeightedText, postings: Postings) -> list[int]:
    """Return the places of the paragraphs that share most with a text, by the weight of what is
    shared: CANDIDATES of them, the nearest first.
    """
    scores: defaultdict[int, float] = defaultdict(float)
    for each, weight in text.weights.items():
        for place, other in postings.get(each, ()):
            scores[place] += weight * other
    best = nsmallest(CANDIDATES, ((-score, place) for place, score in scores.items()))
    return [place for _, place in best]


def similarity_of_matter(earlier: WeightedParagraph, later: WeightedParagraph) -> float:
    """Return the cosine of two paragraphs that are on the same matter, 0 for others.

    What is said about the inspection or the place is on no matter of a finding.
    """
    kinds = earlier.paragraph.kind, later.paragraph.kind
    if CONTEXT in kinds and kinds != (CONTEXT, CONTEXT):
        return 0.0
    if len(earlier.text.telling & later.text.telling) < MIN_SHARED:
        return 0.0
    is_one_area = earlier.paragraph.area == later.paragraph.area
    similarity = cosine(earlier.text.weights, later.text.weights)
    return similarity if similarity >= (MIN_COSINE if is_one_area else MIN_COSINE_ACROSS) else 0.0
